/// What a spreadsheet did to a code that it took for a number or a date.
#pragma once

#include <string_view>

namespace metodica {

/// "2,00E+12", "9.78E+12".
[[nodiscard]] bool is_scientific(std::string_view cell);

/// What "1-2" or "3/4" became: "01.02.2024", "2024-02-01", "1-feb", "03.apr", "feb.-24", "4-Mar".
/// A plain fraction or range ("3/4", "12-14") is no date. Month names are Romanian, English and
/// Hungarian ones.
[[nodiscard]] bool is_date_like(std::string_view cell);

}  // namespace metodica
