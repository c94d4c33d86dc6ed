#include "modules/registers/column_invariants.hpp"

#include <limits>
#include <set>

#include "modules/registers/movement_store.hpp"
#include "modules/registers/opening.hpp"

namespace metodica::registers {
namespace {

constexpr std::string_view entered_by_column =
    "SELECT category, language_column, content_column, COUNT(*), CAST(SUM(value_e4) AS BIGINT) "
    "FROM inventory_entry WHERE library = {library} "
    "GROUP BY category, language_column, content_column";

constexpr std::string_view left_by_column =
    "SELECT e.category, e.language_column, e.content_column, COUNT(*), "
    "CAST(SUM(e.value_e4) AS BIGINT) FROM inventory_exit x JOIN inventory_entry e "
    "ON e.library = x.library AND e.register = x.register AND e.number = x.number "
    "WHERE x.library = {library} GROUP BY e.category, e.language_column, e.content_column";

Tally tally_of(UnitOfWork& work, std::string_view sql) {
  Tally tally;
  work.each<std::string, std::string, std::string, std::int64_t, Money>(
      sql, {},
      [&](const std::string& category, const std::string& language, const std::string& content,
          std::int64_t units, Money value) {
        const Amount amount{units, value};
        tally.whole += amount;
        tally.category[category] += amount;
        tally.language[language] += amount;
        tally.content[content] += amount;
      });
  return tally;
}

Amount amount_in(const Tally& tally, std::string_view grouping, const std::string& column) {
  const auto& columns = tally.of(grouping);
  const auto found = columns.find(column);
  return found == columns.end() ? Amount{} : found->second;
}

}  // namespace

std::vector<ColumnDifference> column_differences(UnitOfWork& work) {
  const auto opening = stored_opening(work);
  if (!opening)
    return {};
  constexpr std::int64_t all_years = std::numeric_limits<std::int32_t>::max();
  Tally existing = opening->balance;
  existing += sum_through(work, Part::entries, all_years);
  existing -= sum_through(work, Part::exits, all_years);
  Tally lines = tally_of(work, entered_by_column);
  lines -= tally_of(work, left_by_column);
  std::vector<ColumnDifference> differences;
  for (const auto grouping : groupings) {
    std::set<std::string> columns;
    for (const auto& [column, amount] : existing.of(grouping))
      columns.insert(column);
    for (const auto& [column, amount] : lines.of(grouping))
      columns.insert(column);
    for (const auto& column : columns) {
      const Amount by_rmf = amount_in(existing, grouping, column);
      const Amount by_ri = amount_in(lines, grouping, column);
      const bool same_value = grouping != "category" || by_rmf.value == by_ri.value;
      if (by_rmf.units != by_ri.units || !same_value)
        differences.push_back({std::string(grouping), column, by_rmf.units, by_ri.units});
    }
  }
  return differences;
}

}  // namespace metodica::registers
