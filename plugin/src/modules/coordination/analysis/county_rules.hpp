/// What can be said of all units of a county together: who is best and worst, what changed, who has
/// no library (domain note on coordination, 2.4). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/analysis/indicator_rules.hpp"
#include "modules/coordination/network/unit_rules.hpp"
#include "modules/coordination/statistics/return_state.hpp"

namespace metodica::coordination {

/// One unit with its year.
struct UnitYear {
  Unit unit;
  Figures figures;  ///< with_terms() has been applied
  ReturnState state = ReturnState::empty;
  std::string status;  ///< of network_rules' unit_states(), "" = not noted
};

/// A unit's value of one indicator.
struct Ranked {
  const UnitYear* of = nullptr;
  Reckoned reckoned;
};

/// All units in their order, with what came of the formula.
[[nodiscard]] std::vector<Ranked> ranked(const Indicator& indicator,
                                         const std::vector<UnitYear>& units);
/// Only those with a value, best first: the largest, or the smallest where less is better. Units of
/// one value keep their order.
[[nodiscard]] std::vector<Ranked> in_order(const Indicator& indicator, std::vector<Ranked> all);
[[nodiscard]] std::optional<Decimal> median_of(const std::vector<Ranked>& all);
/// Over those units whose terms are all known.
[[nodiscard]] Whole whole_of(const Indicator& indicator, const std::vector<UnitYear>& units);

/// now - before in per cent of before, one decimal; nothing when either is missing or before is 0.
[[nodiscard]] std::optional<Decimal> change(const std::optional<Decimal>& before,
                                            const std::optional<Decimal>& now);

/// What concerns the county alone.
struct CountySums {
  std::int64_t units = 0;
  std::int64_t population = 0;
  std::int64_t working = 0;  ///< units whose status is one in which readers are served
  std::int64_t status_known = 0;
  std::int64_t population_without = 0;  ///< in units whose status says that nobody is served
  std::int64_t accepted = 0;            ///< returns accepted, locked or published
  std::int64_t required_by_unit = 0;    ///< required additions, each unit rounded up, then added
  std::int64_t required_of_county = 0;  ///< the same of the population of the county
};
[[nodiscard]] CountySums county_sums(const std::vector<UnitYear>& units, std::int64_t growth_e4);

/// The sum of one figure over the units that know it.
struct FigureSum {
  std::int64_t e4 = 0;
  std::int64_t counted = 0;
};
[[nodiscard]] FigureSum sum_of_figure(const std::vector<UnitYear>& units, std::string_view code);

}  // namespace metodica::coordination
