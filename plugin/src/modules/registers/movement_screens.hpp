/// The movement register (RMF) on screens: a part of a year, and one act of it.
#pragma once

#include <string>

#include "app/call.hpp"
#include "app/reply.hpp"
#include "modules/registers/api.hpp"
#include "ui/screen.hpp"

namespace metodica::registers {

Form movement_form(const Messages& say);
Result<Reply> run_movement(Call& call, const Values& in);
Form lot_form(const Messages& say);
Result<Reply> run_lot(Call& call, const Values& in);

Button open_button(std::string label, std::string action, Json args, bool primary = false);
/// Prints: sent as a write, because the issue of a paper is recorded.
Button paper_button(std::string label, std::string action, Json args);

}  // namespace metodica::registers
