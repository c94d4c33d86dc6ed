// "Situația bibliotecilor publice din județ" on screen: a group of columns at a time, sortable.

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t years_of_small_table = 5;

Form table_form(const Messages& say) {
  Form form("county_table", "coordination.county_table", say("analysis.show"));
  form.reads();
  year_field(form, say);
  Field& group = form.choice("group", say("county_table.group"));
  for (const std::string& one : column_groups())
    group.option(one, say("county_table.group." + one));
  Field& sort = form.choice("sort", say("county_table.sort"));
  sort.option("directory", say("county_table.directory"))
      .option("name", say("county_table.name"))
      .option("population", say("analysis.population"));
  for (const CountyColumn& column : county_columns()) {
    sort.option(std::string(column.code), say("county_table." + std::string(column.code)));
  }
  form.yes_no("ascending", say("county_table.ascending"));
  return form;
}

std::string sum_cell(const CountySumRow& row, std::size_t column, const Messages& say) {
  const auto& value = row.cells[column];
  if (!value)
    return "";
  return shown_decimal(*value, say.lang()) + (row.code == "change" ? " %" : "");
}

Table screen_table(const CountyTable& of, const Messages& say) {
  Table table("county");
  table.caption(say("county_table.title"))
      .column("unit", say("county_table.name"))
      .column("population", say("analysis.population"), CellKind::integer)
      .column("state", say("analysis.return_state"), CellKind::tag)
      .empty(say("analysis.no_units"));
  for (const CountyColumn& column : of.columns) {
    const std::string code(column.code);
    const bool text = code == "status";
    table.column(code, say("county_table." + code), text ? CellKind::text : CellKind::integer);
  }
  for (const CountyTable::Row& row : of.rows) {
    const UnitYear& one = *row.of;
    const bool good = is_accepted(one.state);
    std::vector<Cell> cells = {
        Cell::link(one.unit.name, "coordination.unit_analysis",
                   Json::object({{"siruta", one.unit.siruta}, {"year", of.year}})),
        shown_integer(one.unit.population, say.lang()),
        Cell::tag(say("return.state." + std::string(name_of(one.state))),
                  good ? Level::good : Level::info)};
    for (const CountyCell& cell : row.cells)
      cells.emplace_back(shown(cell, say));
    table.row(std::move(cells));
  }
  for (const CountySumRow& sum : of.sums) {
    std::vector<Cell> cells = {say("county_table.sum." + sum.code), "", ""};
    for (std::size_t i = 0; i < of.columns.size(); ++i)
      cells.emplace_back(sum_cell(sum, i, say));
    table.footer(std::move(cells));
  }
  return table;
}

Table small_screen_table(const std::vector<SmallTableRow>& rows, const Messages& say) {
  Table table("small");
  table.caption(say("county_table.small"))
      .column("year", say("analysis.year"))
      .column("units", say("county_table.small_units"), CellKind::integer)
      .column("existing", say("county_table.small_existing"), CellKind::integer)
      .column("lent", say("county_table.small_lent"), CellKind::integer);
  const auto number = [&](const std::optional<std::int64_t>& count) {
    return count ? shown_integer(*count, say.lang()) : say("county_table.none.not_reported");
  };
  for (const SmallTableRow& row : rows)
    table.row({std::to_string(row.year), std::to_string(row.units), number(row.existing),
               number(row.lent)});
  return table;
}

std::vector<Button> files(std::int64_t year, const Messages& say) {
  std::vector<Button> buttons;
  for (const char* format : {"pdf", "xlsx", "csv", "schema"}) {
    buttons.push_back({say("county_table.file." + std::string(format)),
                       "coordination.county_table_file",
                       Json::object({{"year", year}, {"format", format}})});
  }
  buttons.front().primary = true;
  return buttons;
}

Result<Reply> run_table(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = wanted_year(call, in);
  const std::string group = in.has("group") ? in.text("group") : "stock";
  const auto now = county_year(call.work(), year);
  const auto before = county_year(call.work(), year - 1);
  CountyTable table = county_table(now, before, county_extras(call.work(), year), group);
  table.year = year;
  if (in.has("sort"))
    sort_rows(table, in.text("sort"), in.yes("ascending"));
  Screen screen("coordination.county_table",
                say("county_table.title_of", {{"year", std::to_string(year)}}));
  screen.sub(say("county_table.sub"));
  screen.form(table_form(say), say,
              Json::object({{"year", year},
                            {"group", group},
                            {"sort", in.has("sort") ? in.text("sort") : "directory"},
                            {"ascending", in.yes("ascending")}}));
  screen.actions(files(year, say));
  std::vector<Tab> tabs;
  std::size_t at = 0;
  for (std::size_t i = 0; i < column_groups().size(); ++i) {
    const std::string& one = column_groups()[i];
    if (one == group)
      at = i;
    tabs.push_back({say("county_table.group." + one), "coordination.county_table",
                    Json::object({{"year", year}, {"group", one}})});
  }
  screen.tabs(at, tabs);
  screen.table(screen_table(table, say));
  screen.text(say("county_table.signs"));
  screen.table(
      small_screen_table(small_table(county_years(call.work(), year - years_of_small_table + 1,
                                                  year, {"stock_end", "loans"})),
                         say));
  return Reply::screen(screen);
}

}  // namespace

void add_county_table(ActionList& actions) {
  actions.push_back({"coordination.county_table",
                     ActionKind::read,
                     analysis_readers,
                     "screen",
                     table_form,
                     R"({"year":2025,"group":"stock","sort":"additions"})",
                     {},
                     run_table,
                     {}});
}

}  // namespace metodica::coordination
