#include "modules/coordination/analysis/county_pictures.hpp"

#include <algorithm>

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/charts.hpp"
#include "modules/coordination/analysis/county_map.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/analysis/reference_data.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t years_shown = 10;
constexpr std::size_t extremes = 5;

std::string shown_or_dash(const std::optional<Decimal>& value, const Messages& say) {
  return value ? shown_decimal(*value, say.lang()) : "–";
}

// "de la 1,20 (2016) la 1,31 (2025)": what a line says to those who cannot see it.
std::string in_words(const std::vector<std::int64_t>& years,
                     const std::vector<std::optional<Decimal>>& values, const Messages& say) {
  std::size_t first = values.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i])
      continue;
    first = std::min(first, i);
    last = i;
  }
  if (first == values.size())
    return "–";
  return say("analysis.from_to", {{"from", shown_or_dash(values[first], say)},
                                  {"first", std::to_string(years[first])},
                                  {"to", shown_or_dash(values[last], say)},
                                  {"last", std::to_string(years[last])}});
}

ChartBar bar_of(const Ranked& one, const Messages& say) {
  return {one.of->unit.name, one.reckoned.value, value_or_why(one.reckoned, say), false};
}

}  // namespace

Drawing map_of(const std::vector<Ranked>& all, const Indicator& indicator, std::int64_t year,
               const std::map<std::int64_t, std::string>& boundaries, const Messages& say,
               std::size_t tiles_in_row) {
  CountyMap map;
  map.tiles_in_row = tiles_in_row;
  map.title = name_with_unit(indicator, say) + ", " + std::to_string(year);
  map.units = all;
  map.bands = peer_bands();
  for (const auto& [siruta, rings] : boundaries)
    map.boundaries.emplace(siruta, rings_from(rings));
  const auto order = in_order(indicator, all);
  map.alternative = map.title;
  if (!order.empty()) {
    map.alternative +=
        ". " + say("analysis.map_words",
                   {{"count", static_cast<std::int64_t>(order.size())},
                    {"all", static_cast<std::int64_t>(all.size())},
                    {"best", order.front().of->unit.name},
                    {"best_value", shown_or_dash(order.front().reckoned.value, say)},
                    {"worst", order.back().of->unit.name},
                    {"worst_value", shown_or_dash(order.back().reckoned.value, say)}});
  }
  return drawn(map, say);
}

CountyTrend trend_in(const std::map<std::int64_t, std::vector<UnitYear>>& years,
                     const Indicator& indicator, std::int64_t siruta) {
  CountyTrend trend;
  for (const auto& [year, units] : years) {
    const Whole whole = whole_of(indicator, units);
    trend.years.push_back(year);
    trend.county.push_back(whole.reckoned.value);
    trend.middle.push_back(median_of(ranked(indicator, units)));
    trend.counted.push_back(whole.counted);
    if (siruta == 0)
      continue;
    const auto unit = unit_in(units, siruta);
    trend.unit.push_back(unit ? reckon(indicator, (*unit)->figures).value : std::nullopt);
    if (unit)
      trend.unit_name = (*unit)->unit.name;
  }
  return trend;
}

CountyTrend county_trend(UnitOfWork& work, const Indicator& indicator, std::int64_t year) {
  return trend_in(county_years(work, year - years_shown + 1, year, codes_of(indicator)), indicator,
                  0);
}

Drawing trend_of(const CountyTrend& trend, const Indicator& indicator, const Messages& say) {
  TrendChart chart;
  chart.title = name_with_unit(indicator, say);
  chart.years = trend.years;
  chart.lang = say.lang();
  if (!trend.unit.empty())
    chart.lines.push_back({trend.unit_name, trend.unit, ink::main, false});
  const bool alone = trend.unit.empty();
  chart.lines.push_back(
      {say("analysis.county"), trend.county, alone ? ink::main : ink::third, false});
  chart.lines.push_back({say("analysis.median"), trend.middle, ink::second, true});
  chart.alternative = chart.title;
  for (const ChartLine& line : chart.lines)
    chart.alternative += ". " + line.label + ": " + in_words(trend.years, line.values, say);
  return drawn(chart);
}

Table trend_table(const CountyTrend& trend, const Messages& say) {
  Table table("years");
  table.caption(say("analysis.years"))
      .column("year", say("analysis.year"))
      .column("county", say("analysis.county"), CellKind::integer)
      .column("median", say("analysis.median"), CellKind::integer)
      .column("counted", say("analysis.counted_label"), CellKind::integer);
  if (!trend.unit.empty())
    table.column("unit", trend.unit_name, CellKind::integer);
  for (std::size_t i = trend.years.size(); i-- > 0;) {
    std::vector<Cell> cells = {std::to_string(trend.years[i]), shown_or_dash(trend.county[i], say),
                               shown_or_dash(trend.middle[i], say),
                               std::to_string(trend.counted[i])};
    if (!trend.unit.empty())
      cells.emplace_back(shown_or_dash(trend.unit[i], say));
    table.row(std::move(cells));
  }
  return table;
}

Drawing extremes_of(const std::vector<Ranked>& all, const Indicator& indicator,
                    const Messages& say) {
  const auto order = in_order(indicator, all);
  BarChart chart;
  chart.title = name_with_unit(indicator, say);
  const std::size_t ends = std::min(extremes, order.size() / 2);
  for (std::size_t i = 0; i < ends; ++i)
    chart.bars.push_back(bar_of(order[i], say));
  if (order.size() > 2 * ends)
    chart.bars.push_back({"…", std::nullopt, "", false});
  for (std::size_t i = order.size() - ends; i < order.size(); ++i)
    chart.bars.push_back(bar_of(order[i], say));
  chart.mark = median_of(all);
  if (chart.mark)
    chart.mark_label = say("analysis.median") + " " + shown_decimal(*chart.mark, say.lang());
  chart.alternative = chart.title;
  for (const ChartBar& bar : chart.bars) {
    if (bar.value)
      chart.alternative += "; " + bar.label + ": " + bar.shown;
  }
  return drawn(chart);
}

std::vector<std::string> reference_lines(const Indicator& indicator, const Messages& say) {
  std::vector<std::string> lines;
  for (const ReferenceValue& one : references_of(indicator.code)) {
    std::string line = say("analysis.reference." + one.kind) + ": " + one.shown(say.lang());
    if (!one.verified)
      line += " – " + say("analysis.unverified");
    lines.push_back(std::move(line));
  }
  if (lines.empty())
    lines.push_back(say("analysis.no_reference"));
  return lines;
}

}  // namespace metodica::coordination
