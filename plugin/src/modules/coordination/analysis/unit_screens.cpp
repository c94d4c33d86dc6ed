// One library: its indicators beside those of its peers, and its years.

#include <algorithm>

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/county_pictures.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/analysis/drawing_pen.hpp"
#include "modules/coordination/analysis/unit_analysis.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Form unit_form(const Messages& say) {
  Form form("unit", "coordination.unit_analysis", say("analysis.show"));
  form.reads();
  siruta_field(form, say);
  year_field(form, say);
  Field& indicator = form.choice("indicator", say("analysis.indicator"));
  for (const Indicator& one : indicators())
    indicator.option(std::string(one.code), name_with_unit(one, say));
  return form;
}

std::string shown_or_dash(const std::optional<Decimal>& value, const Messages& say) {
  return value ? shown_decimal(*value, say.lang()) : "–";
}

Table indicators_table(const UnitAnalysis& of, const Messages& say) {
  Table table("indicators");
  table.caption(say("analysis.indicators"))
      .column("indicator", say("analysis.indicator"))
      .column("value", say("analysis.value"), CellKind::integer)
      .column("before", say("analysis.last_year"), CellKind::integer)
      .column("change", say("analysis.change"), CellKind::integer)
      .column("peers", say("analysis.peer_median"), CellKind::integer)
      .column("county", say("analysis.county_median"), CellKind::integer)
      .column("place", say("analysis.place"), CellKind::integer);
  for (const IndicatorLine& line : of.lines) {
    const Indicator& indicator = *line.indicator;
    table.row({Cell::link(name_of(indicator, say), "coordination.unit_analysis",
                          Json::object({{"siruta", of.unit->unit.siruta},
                                        {"year", of.year},
                                        {"indicator", std::string(indicator.code)}}))
                   .note(say("indicator.unit." + std::string(indicator.unit))),
               value_or_why(line.now, say), shown_or_dash(line.before, say),
               line.change ? shown_decimal(*line.change, say.lang()) + " %" : "–",
               shown_or_dash(line.peers, say), shown_or_dash(line.county, say),
               line.place > 0
                   ? say("analysis.place_of", {{"place", line.place}, {"all", line.ranked}})
                   : "–"});
  }
  return table;
}

Table neighbours_table(const UnitAnalysis& of, const Messages& say) {
  Table table("neighbours");
  table.caption(say("analysis.neighbours"))
      .column("unit", say("analysis.unit"))
      .column("population", say("analysis.population"), CellKind::integer)
      .column("staff", say("analysis.term.staff_fte"), CellKind::integer)
      .column("hours", say("analysis.term.weekly_hours"), CellKind::integer)
      .empty(say("analysis.no_neighbours"));
  for (const Neighbour& one : of.neighbours) {
    const auto figure = [&](const char* code) {
      const YearFigure found = figure_of(one.of->figures, code);
      return found.known() ? shown_decimal(from_e4(found.e4, 2), say.lang()) : std::string("–");
    };
    table.row({Cell::link(one.of->unit.name, "coordination.unit_analysis",
                          Json::object({{"siruta", one.of->unit.siruta}, {"year", of.year}})),
               shown_integer(one.of->unit.population, say.lang()), figure("staff_fte"),
               figure("weekly_hours")});
  }
  return table;
}

Result<Reply> run_unit(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = wanted_year(call, in);
  const auto years = analysed_years(call.work(), year);
  METODICA_TRY(const UnitAnalysis of, unit_analysis(years, year, in.integer("siruta")));
  const Indicator& indicator =
      *find_indicator(in.has("indicator") ? in.text("indicator") : "additions_per_1000");
  const Unit& unit = of.unit->unit;
  Screen screen("coordination.unit_analysis", unit.name + ", " + std::to_string(year));
  screen.sub(unit.library_name);
  const Json args = Json::object({{"siruta", unit.siruta}, {"year", year}});
  Button report{say("report.one"), "coordination.unit_report", args};
  report.primary = true;
  screen.actions({report,
                  {say("compliance.title"), "coordination.unit_duties", args},
                  {say("analysis.to_county"), "coordination.analysis",
                   Json::object({{"year", year}, {"indicator", std::string(indicator.code)}})}});
  screen.figures({{say("analysis.population"), shown_integer(unit.population, say.lang())},
                  {say("analysis.band"), of.band == nullptr ? "–" : of.band->name(say.lang()),
                   say("analysis.of_units", {{"count", of.band_members}})},
                  {say("analysis.return_state"),
                   say("return.state." + std::string(name_of(of.unit->state)))}});
  const CountyTrend trend = trend_in(years, indicator, unit.siruta);
  const Drawing picture = trend_of(trend, indicator, say);
  screen.picture(svg_of(picture), picture.alternative, trend_table(trend, say));
  for (const std::string& line : reference_lines(indicator, say))
    screen.text(line);
  screen.table(indicators_table(of, say));
  screen.heading(say("analysis.neighbours"));
  screen.text(say("analysis.neighbours_why"));
  screen.table(neighbours_table(of, say));
  return Reply::screen(screen);
}

}  // namespace

void add_unit_screens(ActionList& actions) {
  actions.push_back({"coordination.unit_analysis",
                     ActionKind::read,
                     analysis_readers,
                     "screen",
                     unit_form,
                     R"({"siruta":54975,"year":2025})",
                     {},
                     run_unit,
                     {}});
}

}  // namespace metodica::coordination
