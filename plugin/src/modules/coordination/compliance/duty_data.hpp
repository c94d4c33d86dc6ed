/// The duties that ship with the program, in data/duties.json.
#pragma once

#include <string_view>
#include <vector>

#include "modules/coordination/compliance/duty_rules.hpp"

namespace metodica::coordination {

/// In the order of the file; read once. [any thread]
const std::vector<Duty>& shipped_duties();

/// The duties of a text of that form; those that are not of it are left out.
[[nodiscard]] std::vector<Duty> duties_from(std::string_view json);

}  // namespace metodica::coordination
