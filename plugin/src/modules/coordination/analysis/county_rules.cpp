#include "modules/coordination/analysis/county_rules.hpp"

#include <algorithm>

#include "modules/coordination/network/network_rules.hpp"

namespace metodica::coordination {

std::vector<Ranked> ranked(const Indicator& indicator, const std::vector<UnitYear>& units) {
  std::vector<Ranked> all;
  all.reserve(units.size());
  for (const UnitYear& unit : units)
    all.push_back({&unit, reckon(indicator, unit.figures)});
  return all;
}

std::vector<Ranked> in_order(const Indicator& indicator, std::vector<Ranked> all) {
  std::erase_if(all, [](const Ranked& one) { return !one.reckoned.value; });
  const bool less = indicator.better == Better::less;
  std::ranges::stable_sort(all, [less](const Ranked& left, const Ranked& right) {
    const std::int64_t a = left.reckoned.value->value;
    const std::int64_t b = right.reckoned.value->value;
    return less ? a < b : a > b;
  });
  return all;
}

std::optional<Decimal> median_of(const std::vector<Ranked>& all) {
  std::vector<Decimal> values;
  for (const Ranked& one : all) {
    if (one.reckoned.value)
      values.push_back(*one.reckoned.value);
  }
  return median(std::move(values));
}

Whole whole_of(const Indicator& indicator, const std::vector<UnitYear>& units) {
  std::vector<const Figures*> members;
  members.reserve(units.size());
  for (const UnitYear& unit : units)
    members.push_back(&unit.figures);
  return reckon_whole(indicator, members);
}

std::optional<Decimal> change(const std::optional<Decimal>& before,
                              const std::optional<Decimal>& now) {
  if (!before || !now)
    return std::nullopt;
  constexpr std::int64_t percent = 100;
  return quotient(to_e4(*now) - to_e4(*before), to_e4(*before), percent, 1);
}

CountySums county_sums(const std::vector<UnitYear>& units, std::int64_t growth_e4) {
  CountySums sums;
  for (const UnitYear& one : units) {
    ++sums.units;
    sums.population += one.unit.population;
    if (!one.status.empty()) {
      ++sums.status_known;
      if (is_open_state(one.status))
        ++sums.working;
      else
        sums.population_without += one.unit.population;
    }
    sums.accepted += is_accepted(one.state) ? 1 : 0;
    sums.required_by_unit += required_of(growth_e4, one.unit.population);
  }
  sums.required_of_county = required_of(growth_e4, sums.population);
  return sums;
}

FigureSum sum_of_figure(const std::vector<UnitYear>& units, std::string_view code) {
  FigureSum sum;
  for (const UnitYear& one : units) {
    const YearFigure figure = figure_of(one.figures, code);
    if (figure.known()) {
      sum.e4 += figure.e4;
      ++sum.counted;
    }
  }
  return sum;
}

}  // namespace metodica::coordination
