/// Brings the directory up to date from a file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "modules/coordination/network/unit_rules.hpp"
#include "storage/unit_of_work.hpp"
#include "text/messages.hpp"

namespace metodica::coordination {

/// What an import did; `doubtful` are the units of the file whose SIRUTA control digit disagrees.
struct ImportCount {
  std::int64_t imported = 0, updated = 0, unchanged = 0;
  std::vector<Unit> doubtful;
};

/// Adds new units and replaces changed ones; units that the file does not name stay as they are.
/// All or nothing. Errors: those of units_from_csv.
Result<ImportCount> import_units(UnitOfWork& work, std::string_view csv, const Messages& say);

}  // namespace metodica::coordination
