/// Words and cells that the screens and papers of statistics share.
#pragma once

#include <string>

#include "modules/coordination/statistics/return_work.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

/// The civil day of a UTC time, in the reader's language; "" for none.
[[nodiscard]] std::string day_words(const std::string& at_utc, const Messages& say);
[[nodiscard]] std::string state_words(ReturnState state, const Messages& say);
[[nodiscard]] Level state_level(ReturnState state);
/// The figure, or why there is none; "" when nobody has said.
[[nodiscard]] std::string figure_words(const YearFigure& figure, ItemType type,
                                       const Messages& say);
/// "din RMF, partea I, 2025".
[[nodiscard]] std::string origin_words(const ReturnCell& cell, const Messages& say);
/// The same with a link to the place.
[[nodiscard]] Cell origin_cell(const ReturnCell& cell, const ReturnOf& of, const Messages& say);
/// "Aghireșu (55473)"; the code alone when the name is not known.
[[nodiscard]] std::string unit_words(const ReturnWork& work);

[[nodiscard]] Json return_args(const ReturnOf& of);
/// A button that writes.
[[nodiscard]] Button writing_button(std::string label, std::string action, Json args);

}  // namespace metodica::coordination
