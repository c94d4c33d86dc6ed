#include "modules/coordination/analysis/unit_analysis.hpp"

#include <algorithm>

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/analysis/reference_data.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t neighbours_shown = 6;
constexpr std::int64_t years_read = 10;

PeerFacts facts_of(const UnitYear& one) {
  return {one.unit.siruta, one.unit.type, one.unit.population, figure_of(one.figures, "staff_fte"),
          figure_of(one.figures, "weekly_hours")};
}

std::vector<Neighbour> neighbours_of(const UnitYear& unit, const std::vector<UnitYear>& all) {
  std::vector<PeerFacts> facts;
  for (const UnitYear& one : all)
    facts.push_back(facts_of(one));
  std::vector<Neighbour> found;
  for (const PeerFacts& one : nearest(facts_of(unit), facts, neighbours_shown)) {
    const auto at = std::ranges::find_if(
        all, [&](const UnitYear& other) { return other.unit.siruta == one.siruta; });
    found.push_back({&*at});
  }
  return found;
}

std::vector<Ranked> in_band(const std::vector<Ranked>& all, const PeerBand* band) {
  std::vector<Ranked> members;
  std::ranges::copy_if(all, std::back_inserter(members), [&](const Ranked& one) {
    return band != nullptr && band_of(one.of->unit, peer_bands()) == band;
  });
  return members;
}

void place_in_band(IndicatorLine& line, const std::vector<Ranked>& band, const UnitYear& unit) {
  const auto order = in_order(*line.indicator, band);
  line.ranked = static_cast<std::int64_t>(order.size());
  if (line.indicator->better == Better::none || !line.now.value)
    return;
  // Equal values share the better place.
  const auto first = std::ranges::find_if(order, [&](const Ranked& one) {
    return one.of == &unit || one.reckoned.value == line.now.value;
  });
  if (first != order.end())
    line.place = first - order.begin() + 1;
}

}  // namespace

AnalysedYears analysed_years(UnitOfWork& work, std::int64_t year) {
  std::vector<std::string> codes = all_codes();
  for (const CountyColumn& column : county_columns()) {
    if (column.source == ColumnSource::figure)
      codes.emplace_back(column.code);
  }
  AnalysedYears years = county_years(work, year - years_read + 1, year, codes);
  years[year] = county_year(work, year);
  return years;
}

Result<UnitAnalysis> unit_analysis(const AnalysedYears& years, std::int64_t year,
                                   std::int64_t siruta) {
  UnitAnalysis of;
  of.year = year;
  const std::vector<UnitYear>& all = years.at(year);
  METODICA_TRY(of.unit, unit_in(all, siruta));
  of.band = band_of(of.unit->unit, peer_bands());
  const auto last = years.find(year - 1);
  for (const Indicator& indicator : indicators()) {
    IndicatorLine line;
    line.indicator = &indicator;
    line.now = reckon(indicator, of.unit->figures);
    if (last != years.end()) {
      const auto before = unit_in(last->second, siruta);
      line.before = before ? reckon(indicator, (*before)->figures).value : std::nullopt;
      line.change = change(line.before, line.now.value);
    }
    const auto everybody = ranked(indicator, all);
    const auto band = in_band(everybody, of.band);
    of.band_members = static_cast<std::int64_t>(band.size());
    line.peers = median_of(band);
    line.county = median_of(everybody);
    place_in_band(line, band, *of.unit);
    of.lines.push_back(std::move(line));
  }
  of.neighbours = neighbours_of(*of.unit, all);
  return of;
}

}  // namespace metodica::coordination
