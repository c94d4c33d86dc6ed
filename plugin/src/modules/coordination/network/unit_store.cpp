#include "modules/coordination/network/unit_store.hpp"

#include <utility>

namespace metodica::coordination {

std::vector<Unit> units(UnitOfWork& work) {
  std::vector<Unit> all;
  work.each<std::int64_t, std::string, std::string, std::int64_t, std::string, std::string,
            std::string>(
      "SELECT siruta, name, type, population, library_name, methodical_centre, has_branches "
      "FROM unit WHERE library = {library} ORDER BY siruta",
      {},
      [&](std::int64_t siruta, std::string name, std::string type, std::int64_t population,
          std::string library_name, std::string centre, std::string branches) {
        all.push_back({siruta, std::move(name), std::move(type), population,
                       std::move(library_name), std::move(centre), std::move(branches)});
      });
  return all;
}

void keep_unit(UnitOfWork& work, const Unit& unit) {
  work.execute(
      "INSERT INTO unit (library, siruta, name, type, population, library_name, "
      "methodical_centre, has_branches) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7) "
      "ON CONFLICT (library, siruta) DO UPDATE SET name = excluded.name, type = excluded.type, "
      "population = excluded.population, library_name = excluded.library_name, "
      "methodical_centre = excluded.methodical_centre, has_branches = excluded.has_branches",
      {unit.siruta, unit.name, unit.type, unit.population, unit.library_name,
       unit.methodical_centre, unit.has_branches});
}

}  // namespace metodica::coordination
