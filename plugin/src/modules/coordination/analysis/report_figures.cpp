// Chapters of the report that come from the figures of the libraries.

#include <algorithm>

#include "documents/table_columns.hpp"
#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/charts.hpp"
#include "modules/coordination/analysis/county_pictures.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/analysis/county_table.hpp"
#include "modules/coordination/analysis/reference_data.hpp"
#include "modules/coordination/analysis/report_parts.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

std::string number(std::int64_t count, const Messages& say) {
  return shown_integer(count, say.lang());
}

TableColumn right_column(std::string title, double width_mm) {
  TableColumn column = text_column(std::move(title), width_mm);
  column.align = Align::right;
  return column;
}

std::string signed_change(const std::optional<Decimal>& change, const Messages& say) {
  if (!change)
    return "–";
  return (change->value > 0 ? "+" : "") + shown_decimal(*change, say.lang()) + " %";
}

std::string share_of(std::int64_t part, std::int64_t whole, const Messages& say) {
  const auto share = quotient(part, whole, 100, 1);
  return number(part, say) + (share ? " (" + shown_decimal(*share, say.lang()) + " %)" : "");
}

FlowTable bands_table(const ReportData& data) {
  const Messages& say = data.say();
  FlowTable table;
  table.caption = say("report.by_band");
  table.columns = {weighted_column(say("analysis.band")), right_column(say("report.units"), 25),
                   right_column(say("analysis.population"), 30),
                   right_column(say("report.accepted"), 30)};
  for (const PeerBand& band : peer_bands()) {
    std::int64_t units = 0;
    std::int64_t population = 0;
    std::int64_t accepted = 0;
    for (const UnitYear& one : data.units()) {
      if (band_of(one.unit, peer_bands()) != &band)
        continue;
      ++units;
      population += one.unit.population;
      accepted += is_accepted(one.state) ? 1 : 0;
    }
    table.rows.push_back({RowKind::entry,
                          {band.name(say.lang()), number(units, say), number(population, say),
                           number(accepted, say)}});
  }
  return table;
}

// The sum of a figure, how many gave it, and the change among those who gave it in both years.
FlowTable sums_table(const ReportData& data, const std::vector<std::string>& figures) {
  const Messages& say = data.say();
  FlowTable table;
  table.columns = {weighted_column(say("report.figure")), right_column(say("common.total"), 32),
                   right_column(say("analysis.median"), 28),
                   right_column(say("report.counted"), 26),
                   right_column(say("analysis.change"), 24)};
  const auto before = data.years.find(data.year - 1);
  const std::vector<UnitYear> nothing;
  const CountyTable of = county_table(
      data.units(), before == data.years.end() ? nothing : before->second, CountyExtras());
  for (const std::string& code : figures) {
    const auto at = std::ranges::find(of.columns, code, &CountyColumn::code);
    if (at == of.columns.end())
      continue;
    const auto column = static_cast<std::size_t>(at - of.columns.begin());
    const auto shown = [&](std::size_t sum) {
      const auto& value = of.sums[sum].cells[column];
      return value ? shown_decimal(*value, say.lang()) : std::string("–");
    };
    table.rows.push_back({RowKind::entry,
                          {say("county_table." + code), shown(0), shown(1), shown(3),
                           signed_change(of.sums[2].cells[column], say)}});
  }
  return table;
}

FlowTable indicators_table(const ReportData& data, const std::vector<std::string>& codes) {
  const Messages& say = data.say();
  FlowTable table;
  table.columns = {
      weighted_column(say("analysis.indicator")), right_column(say("analysis.county"), 30),
      right_column(say("analysis.median"), 28), right_column(say("report.counted"), 26),
      weighted_column(say("report.reference"), 1.3)};
  for (const std::string& code : codes) {
    const Indicator& indicator = *find_indicator(code);
    const Whole whole = whole_of(indicator, data.units());
    const auto middle = median_of(ranked(indicator, data.units()));
    const auto references = references_of(code);
    table.rows.push_back(
        {RowKind::entry,
         {name_with_unit(indicator, say), value_or_why(whole.reckoned, say),
          middle ? shown_decimal(*middle, say.lang()) : "–", number(whole.counted, say),
          references.empty() ? std::string() : reference_lines(indicator, say).front()}});
  }
  return table;
}

}  // namespace

void add_network_chapter(Blocks& blocks, const ReportData& data) {
  const Messages& say = data.say();
  const CountySums& sums = data.sums;
  blocks.emplace_back(Heading{say("report.network")});
  KeyValues lines;
  lines.lines = {{say("report.units"), number(sums.units, say)},
                 {say("analysis.population"), number(sums.population, say)}};
  if (sums.status_known > 0) {
    lines.lines.emplace_back(
        say("report.working"),
        say("report.of_known", {{"count", sums.working}, {"known", sums.status_known}}));
    lines.lines.emplace_back(say("report.population_without"),
                             share_of(sums.population_without, sums.population, say));
    if (const auto each = quotient(sums.population, sums.working, 1, 0))
      lines.lines.emplace_back(say("report.per_library"), shown_decimal(*each, say.lang()));
  } else {
    lines.lines.emplace_back(say("report.working"), say("report.status_unknown"));
  }
  blocks.emplace_back(std::move(lines));
  blocks.emplace_back(bands_table(data));
  const Indicator& hours = *find_indicator("weekly_hours");
  blocks.emplace_back(map_of(ranked(hours, data.units()), hours, data.year, {}, say));
}

void add_returns_chapter(Blocks& blocks, const ReportData& data) {
  const Messages& say = data.say();
  blocks.emplace_back(Heading{say("report.returns")});
  KeyValues lines;
  lines.lines.emplace_back(say("report.accepted"),
                           share_of(data.sums.accepted, data.sums.units, say));
  std::map<ReturnState, std::int64_t> counts;
  for (const UnitYear& one : data.units())
    ++counts[one.state];
  for (const auto& [state, count] : counts)
    lines.lines.emplace_back(say("return.state." + std::string(name_of(state))),
                             number(count, say));
  blocks.emplace_back(std::move(lines));
  FlowTable small;
  small.caption = say("county_table.small");
  small.columns = {text_column(say("analysis.year"), 25),
                   right_column(say("county_table.small_units"), 45),
                   right_column(say("county_table.small_existing"), 45),
                   right_column(say("county_table.small_lent"), 45)};
  constexpr std::int64_t shown_years = 5;
  for (const SmallTableRow& row : small_table(data.years)) {
    if (row.year <= data.year - shown_years)
      continue;
    const auto shown = [&](const std::optional<std::int64_t>& count) {
      return count ? number(*count, say) : std::string("–");
    };
    small.rows.push_back(
        {RowKind::entry,
         {std::to_string(row.year), number(row.units, say), shown(row.existing), shown(row.lent)}});
  }
  blocks.emplace_back(std::move(small));
}

void add_figures_chapter(Blocks& blocks, const ReportData& data, const std::string& chapter,
                         const std::vector<std::string>& figures,
                         const std::vector<std::string>& shown_indicators,
                         const std::vector<std::string>& pictured) {
  const Messages& say = data.say();
  blocks.emplace_back(Heading{say("report." + chapter)});
  if (chapter == "growth") {
    blocks.emplace_back(
        Paragraph{say("report.required", {{"by_unit", data.sums.required_by_unit},
                                          {"county", data.sums.required_of_county}})});
  }
  blocks.emplace_back(sums_table(data, figures));
  blocks.emplace_back(indicators_table(data, shown_indicators));
  for (const std::string& code : pictured) {
    const Indicator& indicator = *find_indicator(code);
    blocks.emplace_back(trend_of(trend_in(data.years, indicator, 0), indicator, say));
  }
}

void add_extremes_chapter(Blocks& blocks, const ReportData& data) {
  const Messages& say = data.say();
  blocks.emplace_back(Heading{say("report.extremes")});
  blocks.emplace_back(Paragraph{say("report.extremes_why")});
  for (const char* code : {"additions_per_1000", "users_share", "loans_per_capita",
                           "visits_per_capita", "expenditure_per_capita", "weekly_hours"}) {
    const Indicator& indicator = *find_indicator(code);
    const auto all = ranked(indicator, data.units());
    if (!in_order(indicator, all).empty())
      blocks.emplace_back(extremes_of(all, indicator, say));
  }
}

void add_method_chapter(Blocks& blocks, const ReportData& data) {
  const Messages& say = data.say();
  blocks.emplace_back(Heading{say("report.method")});
  for (const char* note : {"sources", "missing", "rounding", "required", "change", "population",
                           "references", "unverified"})
    blocks.emplace_back(Paragraph{"• " + say("report.method." + std::string(note))});
}

}  // namespace metodica::coordination
