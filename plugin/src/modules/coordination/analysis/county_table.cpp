#include "modules/coordination/analysis/county_table.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

std::vector<CountyColumn> make_columns() {
  using enum ColumnSource;
  return {{"status", "network", extra},
          {"staff_persons", "network"},
          {"staff_fte", "network", figure, 2},
          {"specialist_share", "network", indicator, 1},
          {"weekly_hours", "network", figure, 1},
          {"training_hours", "network"},
          {"visits_received", "network", extra},
          {"last_stock_check", "network", extra},
          {"stock_end", "stock"},
          {"additions", "stock"},
          {"additions_bought", "stock"},
          {"additions_donated", "stock"},
          {"additions_other", "stock"},
          {"withdrawals", "stock"},
          {"growth_fulfilment", "stock", indicator, 1},
          {"catalogued_share", "stock", indicator, 1},
          {"users_registered", "use"},
          {"users_active", "use"},
          {"visits", "use"},
          {"loans", "use"},
          {"in_house", "use"},
          {"events", "use"},
          {"event_participants", "use"},
          {"computers_public", "place"},
          {"internet", "place"},
          {"seats", "place"},
          {"area_m2", "place", figure, 1},
          {"service_points", "place"},
          {"expenditure", "money", figure, 2},
          {"expenditure_acquisitions", "money", figure, 2},
          {"acquisitions_share", "money", indicator, 2},
          {"staff_share", "money", indicator, 2},
          {"training_share", "money", indicator, 2}};
}

CountyCell cell_of(const CountyColumn& column, const UnitYear& unit, const CountyExtras& extras) {
  CountyCell cell;
  if (column.source == ColumnSource::figure) {
    const YearFigure figure = figure_of(unit.figures, column.code);
    cell.why = figure.kind;
    if (figure.known())
      cell.value = from_e4(figure.e4, column.places);
  } else if (column.source == ColumnSource::indicator) {
    const Reckoned reckoned = reckon(*find_indicator(column.code), unit.figures);
    cell.value = reckoned.value;
    cell.why = reckoned.value ? FigureKind::number : FigureKind::not_reported;
  } else if (column.code == "visits_received") {
    const auto found = extras.visits.find(unit.unit.siruta);
    cell.value = Decimal{found == extras.visits.end() ? 0 : found->second, 0};
  } else if (column.code == "last_stock_check") {
    const auto found = extras.stock_checks.find(unit.unit.siruta);
    cell.why = FigureKind::not_reported;
    if (found != extras.stock_checks.end())
      cell.text = found->second.iso();
  } else {
    cell.why = FigureKind::not_reported;
    cell.text = unit.status;
  }
  return cell;
}

bool is_number(const CountyColumn& column) {
  return column.code != "status" && column.code != "last_stock_check";
}

std::optional<Decimal> sum_of(const std::vector<CountyCell>& cells, int places) {
  std::int64_t sum = 0;
  bool any = false;
  for (const CountyCell& cell : cells) {
    if (cell.value) {
      sum += cell.value->value;
      any = true;
    }
  }
  return any ? std::optional(Decimal{sum, places}) : std::nullopt;
}

std::optional<Decimal> total_of(const CountyColumn& column, const std::vector<CountyCell>& cells,
                                const std::vector<UnitYear>& units) {
  if (!is_number(column))
    return std::nullopt;
  if (column.source == ColumnSource::indicator)
    return whole_of(*find_indicator(column.code), units).reckoned.value;
  return sum_of(cells, column.places);
}

std::optional<Decimal> median_of_cells(const std::vector<CountyCell>& cells) {
  std::vector<Decimal> values;
  for (const CountyCell& cell : cells) {
    if (cell.value)
      values.push_back(*cell.value);
  }
  return median(std::move(values));
}

// Only units that gave the number in both years: otherwise a late return would look like a fall.
std::optional<Decimal> change_of(const CountyColumn& column, const std::vector<UnitYear>& now,
                                 const std::vector<UnitYear>& before) {
  if (!is_number(column) || column.source == ColumnSource::extra)
    return std::nullopt;
  std::map<std::int64_t, const UnitYear*> old;
  for (const UnitYear& one : before)
    old.emplace(one.unit.siruta, &one);
  const CountyExtras none;
  std::vector<UnitYear> both_now;
  std::vector<UnitYear> both_before;
  std::vector<CountyCell> cells_now;
  std::vector<CountyCell> cells_before;
  for (const UnitYear& one : now) {
    const auto found = old.find(one.unit.siruta);
    if (found == old.end())
      continue;
    CountyCell a = cell_of(column, *found->second, none);
    CountyCell b = cell_of(column, one, none);
    if (!a.value || !b.value)
      continue;
    both_before.push_back(*found->second);
    both_now.push_back(one);
    cells_before.push_back(std::move(a));
    cells_now.push_back(std::move(b));
  }
  return change(total_of(column, cells_before, both_before), total_of(column, cells_now, both_now));
}

std::vector<CountyCell> cells_of_column(const CountyTable& table, std::size_t column) {
  std::vector<CountyCell> cells;
  for (const CountyTable::Row& row : table.rows)
    cells.push_back(row.cells[column]);
  return cells;
}

void add_sums(CountyTable& table, const std::vector<UnitYear>& now,
              const std::vector<UnitYear>& before) {
  CountySumRow total{"total", {}};
  CountySumRow middle{"median", {}};
  CountySumRow moved{"change", {}};
  CountySumRow counted{"counted", {}};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const CountyColumn& column = table.columns[i];
    const auto cells = cells_of_column(table, i);
    total.cells.push_back(total_of(column, cells, now));
    middle.cells.push_back(is_number(column) ? median_of_cells(cells) : std::nullopt);
    moved.cells.push_back(change_of(column, now, before));
    const auto known =
        std::ranges::count_if(cells, [](const CountyCell& cell) { return cell.value.has_value(); });
    counted.cells.push_back(is_number(column) ? std::optional(Decimal{known, 0}) : std::nullopt);
  }
  table.sums = {std::move(total), std::move(middle), std::move(moved), std::move(counted)};
}

}  // namespace

const std::vector<CountyColumn>& county_columns() {
  static const auto& columns = *new std::vector<CountyColumn>(make_columns());  // never destroyed
  return columns;
}

const std::vector<std::string>& column_groups() {
  static const auto& groups =
      *new std::vector<std::string>{"network", "stock", "use", "place", "money"};
  return groups;
}

CountyTable county_table(const std::vector<UnitYear>& now, const std::vector<UnitYear>& before,
                         const CountyExtras& extras, std::string_view group) {
  CountyTable table;
  for (const CountyColumn& column : county_columns()) {
    if (group.empty() || column.group == group)
      table.columns.push_back(column);
  }
  for (const UnitYear& unit : now) {
    CountyTable::Row row{&unit, {}};
    for (const CountyColumn& column : table.columns)
      row.cells.push_back(cell_of(column, unit, extras));
    table.rows.push_back(std::move(row));
  }
  add_sums(table, now, before);
  return table;
}

void sort_rows(CountyTable& table, std::string_view column, bool ascending) {
  if (column == "name") {
    std::ranges::stable_sort(table.rows, [&](const auto& left, const auto& right) {
      const std::string a = collation_key(left.of->unit.name);
      const std::string b = collation_key(right.of->unit.name);
      return ascending ? a < b : a > b;
    });
    return;
  }
  if (column == "population") {
    std::ranges::stable_sort(table.rows, [ascending](const auto& left, const auto& right) {
      const auto a = left.of->unit.population;
      const auto b = right.of->unit.population;
      return ascending ? a < b : a > b;
    });
    return;
  }
  const auto found = std::ranges::find(table.columns, column, &CountyColumn::code);
  if (found == table.columns.end())
    return;
  const auto at = static_cast<std::size_t>(found - table.columns.begin());
  std::ranges::stable_sort(table.rows, [at, ascending](const auto& left, const auto& right) {
    const CountyCell& a = left.cells[at];
    const CountyCell& b = right.cells[at];
    if (a.value && b.value)
      return ascending ? a.value->value < b.value->value : a.value->value > b.value->value;
    if (a.value.has_value() != b.value.has_value())
      return a.value.has_value();
    return ascending ? a.text < b.text : a.text > b.text;
  });
}

std::string shown(const CountyCell& cell, const Messages& say) {
  if (cell.value)
    return shown_decimal(*cell.value, say.lang());
  if (const auto day = Date::parse(cell.text))
    return day->shown(say.lang());
  if (!cell.text.empty())
    return say("network.state." + cell.text);
  return say("county_table.none." + std::string(name_of(cell.why)));
}

std::vector<SmallTableRow> small_table(const std::map<std::int64_t, std::vector<UnitYear>>& years) {
  std::vector<SmallTableRow> rows;
  for (const auto& [year, units] : years) {
    const FigureSum stock = sum_of_figure(units, "stock_end");
    const FigureSum loans = sum_of_figure(units, "loans");
    SmallTableRow row{year, stock.counted, std::nullopt, std::nullopt};
    if (stock.counted > 0)
      row.existing = stock.e4 / YearFigure::one;
    if (loans.counted > 0)
      row.lent = loans.e4 / YearFigure::one;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace metodica::coordination
