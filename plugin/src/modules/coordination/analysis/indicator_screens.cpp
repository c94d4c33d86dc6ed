// The county by one indicator: figures, map, best and worst, years; and the boundaries for the map.

#include <algorithm>

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/boundaries.hpp"
#include "modules/coordination/analysis/boundary_store.hpp"
#include "modules/coordination/analysis/charts.hpp"
#include "modules/coordination/analysis/county_pictures.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr const char* usual_indicator = "additions_per_1000";
constexpr std::size_t largest_boundaries = 6 * 1024 * 1024;
constexpr const char* county_example = R"({"year":2025,"indicator":"loans_per_capita"})";

Form county_form(const Messages& say) {
  Form form("county", "coordination.analysis", say("analysis.show"));
  form.reads();
  year_field(form, say);
  Field& indicator = form.choice("indicator", say("analysis.indicator"));
  for (const Indicator& one : indicators())
    indicator.option(std::string(one.code), name_with_unit(one, say));
  return form;
}

Form boundaries_form(const Messages& say) {
  Form form("boundaries", "coordination.load_boundaries", say("boundaries.send"));
  form.file("file", say("boundaries.file"))
      .required()
      .longest(largest_boundaries)
      .help(say("boundaries.file_help"));
  return form;
}

std::vector<Figure> county_figures_of(const CountySums& sums, const Whole& whole,
                                      const std::optional<Decimal>& middle,
                                      const Indicator& indicator, const Messages& say) {
  const auto shown = [&](std::int64_t count) { return shown_integer(count, say.lang()); };
  Figure returns{say("analysis.accepted"), shown(sums.accepted),
                 say("analysis.of_units", {{"count", sums.units}})};
  returns.done = sums.accepted;
  returns.of = sums.units;
  return {{name_of(indicator, say), value_or_why(whole.reckoned, say),
           say("analysis.counted", {{"count", whole.counted}, {"all", sums.units}})},
          {say("analysis.median"), middle ? shown_decimal(*middle, say.lang()) : "–",
           say("indicator.unit." + std::string(indicator.unit))},
          returns,
          {say("analysis.population"), shown(sums.population),
           say("analysis.of_units", {{"count", sums.units}})}};
}

Table ranking(const std::vector<Ranked>& all, const std::vector<Ranked>& order, std::int64_t year,
              const Messages& say) {
  Table table("ranking");
  table.caption(say("analysis.ranking"))
      .column("place", say("analysis.place"), CellKind::integer)
      .column("unit", say("analysis.unit"))
      .column("value", say("analysis.value"), CellKind::integer)
      .column("population", say("analysis.population"), CellKind::integer)
      .empty(say("analysis.no_units"));
  const auto add = [&](const Ranked& one, const std::string& place) {
    const Unit& unit = one.of->unit;
    table.row({place,
               Cell::link(unit.name, "coordination.unit_analysis",
                          Json::object({{"siruta", unit.siruta}, {"year", year}})),
               value_or_why(one.reckoned, say), shown_integer(unit.population, say.lang())});
  };
  std::size_t place = 0;
  for (const Ranked& one : order)
    add(one, std::to_string(++place));
  for (const Ranked& one : all) {
    if (!one.reckoned.value)
      add(one, "–");
  }
  return table;
}

void add_references(Screen& screen, const Indicator& indicator, const Messages& say) {
  for (const std::string& line : reference_lines(indicator, say))
    screen.text(line);
}

void add_links(Screen& screen, std::int64_t year, const Messages& say) {
  const Json args = Json::object({{"year", year}});
  std::vector<Button> buttons = {{say("county_table.title"), "coordination.county_table", args},
                                 {say("compliance.title"), "coordination.duties", args},
                                 {say("report.open"), "coordination.report", args},
                                 {say("report.open_odt"), "coordination.report",
                                  Json::object({{"year", year}, {"format", "fodt"}})},
                                 {say("report.all_units"), "coordination.unit_reports", args}};
  buttons.front().primary = true;
  screen.actions(buttons);
}

void add_boundaries(Screen& screen, Call& call, bool loaded, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  screen.heading(say("boundaries.title"));
  screen.text(say(loaded ? "boundaries.loaded_now" : "boundaries.none_now"));
  screen.form(boundaries_form(say), say, {}, problems);
  if (loaded) {
    Button forget{say("boundaries.forget"), "coordination.forget_boundaries", Json::object()};
    forget.writes = true;
    forget.confirm = say("boundaries.forget_ask");
    screen.actions({forget});
  }
}

Reply county(Call& call, std::int64_t year, const Indicator& indicator,
             const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  const auto units = county_year(call.work(), year);
  const auto all = ranked(indicator, units);
  const auto order = in_order(indicator, all);
  Screen screen("coordination.analysis", say("analysis.title", {{"year", std::to_string(year)}}));
  screen.sub(say("analysis.sub"));
  screen.form(county_form(say), say,
              Json::object({{"year", year}, {"indicator", std::string(indicator.code)}}));
  if (units.empty()) {
    screen.say(say("analysis.no_units"), Level::warn);
    return Reply::screen(screen);
  }
  const auto boundaries = unit_boundaries(call.work());
  screen.figures(county_figures_of(county_sums(units, 0), whole_of(indicator, units),
                                   median_of(all), indicator, say));
  add_links(screen, year, say);
  const CountyTrend trend = county_trend(call.work(), indicator, year);
  const Drawing map = map_of(all, indicator, year, boundaries, say);
  screen.picture(svg_of(map), map.alternative, ranking(all, order, year, say));
  const Drawing years = trend_of(trend, indicator, say);
  screen.picture(svg_of(years), years.alternative, trend_table(trend, say));
  screen.heading(say("analysis.references"));
  add_references(screen, indicator, say);
  if (call.caller().roles.any_of(analysts))
    add_boundaries(screen, call, !boundaries.empty(), problems);
  return Reply::screen(screen);
}

Result<Reply> run_county(Call& call, const Values& in) {
  const Indicator* indicator =
      find_indicator(in.has("indicator") ? in.text("indicator") : usual_indicator);
  return county(call, wanted_year(call, in), *indicator, {});
}

Reply back_to_county(std::string notice) {
  return Reply::go("coordination.analysis", Json::object(), std::move(notice));
}

Result<Reply> run_load(Call& call, const Values& in) {
  const UploadedFile file = in.file("file");
  std::vector<Unit> units;
  for (UnitYear& one : county_year(call.work(), call.today().year()))
    units.push_back(std::move(one.unit));
  METODICA_TRY(const ReadBoundaries read, boundaries_from(file.bytes, units));
  std::map<std::int64_t, std::string> texts;
  for (const auto& [siruta, rings] : read.units)
    texts.emplace(siruta, rings_text(rings));
  keep_boundaries(call.work(), texts, file.name, call.now_utc());
  std::string notice =
      call.say()("boundaries.loaded", {{"count", static_cast<std::int64_t>(texts.size())},
                                       {"all", static_cast<std::int64_t>(units.size())}});
  if (!read.strangers.empty()) {
    constexpr std::size_t named = 5;
    std::string names;
    for (std::size_t i = 0; i < std::min(named, read.strangers.size()); ++i)
      names += (i == 0 ? "" : ", ") + read.strangers[i];
    notice += " " + call.say()("boundaries.strangers",
                               {{"count", static_cast<std::int64_t>(read.strangers.size())},
                                {"names", names}});
  }
  return back_to_county(std::move(notice));
}

Result<Reply> run_forget(Call& call, const Values&) {
  forget_boundaries(call.work());
  return back_to_county(call.say()("boundaries.forgotten"));
}

}  // namespace

void add_indicator_screens(ActionList& actions) {
  actions.push_back({"coordination.analysis",
                     ActionKind::read,
                     analysis_readers,
                     "screen",
                     county_form,
                     county_example,
                     {},
                     run_county,
                     {}});
  actions.push_back(
      {"coordination.load_boundaries",
       ActionKind::write,
       analysts,
       "screen",
       boundaries_form,
       R"({"file":{"name":"hotare.geojson","base64":"e30="}})",
       {},
       run_load,
       [](Call& call, const Json&, const std::vector<Problem>& problems) -> Result<Reply> {
         return county(call, usual_year(call.work(), call.today()),
                       *find_indicator(usual_indicator), problems);
       }});
  actions.push_back({"coordination.forget_boundaries",
                     ActionKind::write,
                     analysts,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     run_forget,
                     {}});
}

}  // namespace metodica::coordination
