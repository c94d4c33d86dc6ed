#include "modules/coordination/analysis/boundary_store.hpp"

#include <utility>

namespace metodica::coordination {

std::map<std::int64_t, std::string> unit_boundaries(UnitOfWork& work) {
  std::map<std::int64_t, std::string> all;
  work.each<std::int64_t, std::string>(
      "SELECT siruta, rings FROM unit_boundary WHERE library = {library}", {},
      [&](std::int64_t siruta, std::string rings) { all.emplace(siruta, std::move(rings)); });
  return all;
}

void keep_boundaries(UnitOfWork& work, const std::map<std::int64_t, std::string>& rings,
                     const std::string& source, const std::string& now) {
  forget_boundaries(work);
  for (const auto& [siruta, text] : rings) {
    work.execute(
        "INSERT INTO unit_boundary (library, siruta, rings, source, loaded_at) "
        "VALUES ({library}, $1, $2, $3, $4)",
        {siruta, text, source, now});
  }
}

void forget_boundaries(UnitOfWork& work) {
  work.execute("DELETE FROM unit_boundary WHERE library = {library}");
}

}  // namespace metodica::coordination
