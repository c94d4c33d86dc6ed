/// The directory of libraries: all SQL of the subject.
#pragma once

#include <vector>

#include "modules/coordination/network/unit_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// The whole directory of the caller's library, by SIRUTA code.
std::vector<Unit> units(UnitOfWork& work);

/// Adds the unit, or replaces what was known of it.
void keep_unit(UnitOfWork& work, const Unit& unit);

}  // namespace metodica::coordination
