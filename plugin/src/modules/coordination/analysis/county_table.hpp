/// "Situația bibliotecilor publice din județ": one row a unit, with totals, median and change on
/// last year (domain note on coordination, 2.4). The same table goes to the screen, to paper and
/// into files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/coordination/analysis/county_rules.hpp"
#include "text/date.hpp"
#include "text/messages.hpp"

namespace metodica::coordination {

/// Where the numbers of a column come from.
enum class ColumnSource : std::uint8_t { figure = 1, indicator, extra };

struct CountyColumn {
  std::string_view
      code;  ///< of the figure, the indicator or the extra; heading "county_table.<code>"
  std::string_view group;  ///< "network", "stock", "use", "place", "money"
  ColumnSource source = ColumnSource::figure;
  int places = 0;
};
const std::vector<CountyColumn>& county_columns();
/// "network", "stock", "use", "place", "money".
const std::vector<std::string>& column_groups();

/// What other parts know of units, by SIRUTA code: "visits_received" and the day of
/// "last_stock_check".
struct CountyExtras {
  std::map<std::int64_t, std::int64_t> visits;
  std::map<std::int64_t, Date> stock_checks;
};

struct CountyCell {
  std::optional<Decimal> value;
  FigureKind why = FigureKind::number;  ///< why there is none
  std::string text;                     ///< of an extra that is no number
};

/// A line below the units: one cell a column, nothing where it has no meaning.
struct CountySumRow {
  std::string code;  ///< "total", "median", "change", "counted"
  std::vector<std::optional<Decimal>> cells;
};

struct CountyTable {
  std::int64_t year = 0;
  std::vector<CountyColumn> columns;
  struct Row {
    const UnitYear* of = nullptr;
    std::vector<CountyCell> cells;
  };
  std::vector<Row> rows;
  std::vector<CountySumRow> sums;
};

/// `now` and `before` must outlive the table. Change compares units that gave the number in both
/// years. `group` "": all columns.
CountyTable county_table(const std::vector<UnitYear>& now, const std::vector<UnitYear>& before,
                         const CountyExtras& extras, std::string_view group = {});

/// Sorts by a column, by "name" or by "population"; units without a number come last. Any other
/// name keeps the order of the directory.
void sort_rows(CountyTable& table, std::string_view column, bool ascending);

/// The cell in words: the number, the short sign of a missing one, or its text.
[[nodiscard]] std::string shown(const CountyCell& cell, const Messages& say);

/// The small table that INS offices publish: units, existing volumes and lent volumes over years.
struct SmallTableRow {
  std::int64_t year = 0;
  std::int64_t units = 0;  ///< that reported the existing volumes
  std::optional<std::int64_t> existing, lent;
};
[[nodiscard]] std::vector<SmallTableRow> small_table(
    const std::map<std::int64_t, std::vector<UnitYear>>& years);

}  // namespace metodica::coordination
