/// Name and version of the program, as printed on papers (O2634 pt. 58 k) and told by app.about.
#pragma once

#include <string_view>

namespace metodica {

inline constexpr std::string_view version = METODICA_VERSION;

}  // namespace metodica
