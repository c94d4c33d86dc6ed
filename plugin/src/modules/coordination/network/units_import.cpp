#include "modules/coordination/network/units_import.hpp"

#include <map>
#include <utility>

#include "modules/coordination/network/unit_store.hpp"
#include "modules/coordination/network/units_csv.hpp"

namespace metodica::coordination {

Result<ImportCount> import_units(UnitOfWork& work, std::string_view csv, const Messages& say) {
  METODICA_TRY(const std::vector<Unit> given, units_from_csv(csv, say));
  std::map<std::int64_t, Unit> known;
  for (Unit& unit : units(work))
    known.emplace(unit.siruta, std::move(unit));
  ImportCount count;
  for (const Unit& unit : given) {
    if (!siruta_agrees(unit.siruta))
      count.doubtful.push_back(unit);
    const auto before = known.find(unit.siruta);
    if (before != known.end() && before->second == unit) {
      ++count.unchanged;
      continue;
    }
    ++(before == known.end() ? count.imported : count.updated);
    keep_unit(work, unit);
  }
  return count;
}

}  // namespace metodica::coordination
