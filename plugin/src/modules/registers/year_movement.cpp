#include "modules/registers/api.hpp"
#include "modules/registers/closing.hpp"
#include "modules/registers/movement_store.hpp"

namespace metodica::registers {

std::optional<YearMovement> year_movement(UnitOfWork& work, std::int64_t year) {
  const auto part3 = recapitulation(work, year);
  if (!part3)
    return {};
  YearMovement moved;
  moved.start = part3->opening.whole.units;
  moved.entered = part3->entries.whole.units;
  moved.left = part3->exits.whole.units;
  moved.end = part3->closing.whole.units;
  for (const auto& [code, amount] : part3->closing.category)
    moved.end_by_category[code] = amount.units;
  work.each<std::int64_t, std::string, std::int64_t, std::int64_t, std::int64_t>(
      "SELECT part, kind, COUNT(*), CAST(SUM(titles) AS BIGINT), CAST(SUM(units) AS BIGINT) FROM "
      "movement_lot WHERE library = {library} AND year = $1 GROUP BY part, kind",
      {year},
      [&](std::int64_t part, std::string kind, std::int64_t rows, std::int64_t titles,
          std::int64_t units) {
        if (part == static_cast<std::int64_t>(Part::entries)) {
          moved.entry_rows += rows;
          moved.titles += titles;
          moved.entered_by_source[std::move(kind)] += units;
        } else {
          moved.exit_rows += rows;
        }
      });
  return moved;
}

}  // namespace metodica::registers
