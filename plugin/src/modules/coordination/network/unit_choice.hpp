/// Units to choose from on a form, and the unit that an action names.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/call.hpp"
#include "modules/coordination/network/unit_rules.hpp"
#include "ui/form.hpp"

namespace metodica::coordination {

/// SIRUTA code and name of each place. A form that only checks input gets none: then any code
/// passes and the action looks it up.
using UnitChoice = std::vector<std::pair<std::string, std::string>>;

/// The directory by rank and name.
UnitChoice unit_choice(Call& call);
/// A field that is chosen from the units; `label` is a message id.
Field& unit_field(Form& form, const Messages& say, const UnitChoice& units,
                  const char* name = "siruta", const char* label = "network.unit");

/// The unit. Errors: METODICA_NOT_FOUND "network.unknown_unit" {text} at `field`.
Result<Unit> known_unit(Call& call, std::int64_t siruta, const char* field = "siruta");
/// Names of all places by SIRUTA code.
std::map<std::int64_t, std::string> unit_names(Call& call);
/// The name of the library of a unit, or that of the place when it has none of its own.
[[nodiscard]] const std::string& library_of(const Unit& unit);

}  // namespace metodica::coordination
