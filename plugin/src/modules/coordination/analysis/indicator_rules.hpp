/// Indicators of a library's year as formulas over its figures (domain note on coordination, 2.4).
/// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/coordination/analysis/exact_rules.hpp"
#include "modules/coordination/statistics/figure.hpp"

namespace metodica::coordination {

/// What more of it means. An indicator is no judgement: most have no better side.
enum class Better : std::uint8_t { none = 1, more, less };

/// above / below × factor. Sums of codes stand on either side; `below` may be empty: then the value
/// is that of `above` itself. The code "population" is the resident population of the unit, and
/// "required_additions" what required_of() gives for it.
struct Indicator {
  std::string_view code;   ///< "loans_per_capita"; its name is the message "indicator.<code>"
  std::string_view group;  ///< "collection", "growth", "use", "money", "staff", "place", "events"
  std::vector<std::string_view> above;
  std::vector<std::string_view> below;
  std::int64_t factor = 1;
  int places = 2;
  std::string_view unit;  ///< its message is "indicator.unit.<unit>"
  Better better = Better::none;
  bool averaged = false;  ///< of several units: the mean, because their sum says nothing
};

/// All of section 2.4 that are reckoned library by library, in the order of the list.
const std::vector<Indicator>& indicators();
/// nullptr when there is none of this code.
[[nodiscard]] const Indicator* find_indicator(std::string_view code);

/// The codes of figures that an indicator needs, without "population" and "required_additions".
[[nodiscard]] std::vector<std::string> codes_of(const Indicator& indicator);
/// The same of all indicators, each once.
[[nodiscard]] std::vector<std::string> all_codes();

/// What came of a formula: a value, or why there is none.
struct Reckoned {
  std::optional<Decimal> value;
  std::string missing;  ///< code of the first term without a number; "" when `value` is there
  /// Why: not reported, not counted, not applicable; `number` when the divisor is 0.
  FigureKind why = FigureKind::number;

  bool operator==(const Reckoned&) const = default;
};

/// Never 0 for what is not known: one missing term, or a divisor of 0, gives no value.
[[nodiscard]] Reckoned reckon(const Indicator& indicator, const Figures& figures);

/// The figures with the terms that are not counted by the library: "population" (0: not known) and
/// "required_additions" by the yearly growth per 1,000 inhabitants (a count of 1/10 000; 0: no such
/// norm on that day).
[[nodiscard]] Figures with_terms(Figures figures, std::int64_t population, std::int64_t growth_e4);

/// The quotient of the sums over those members where every term is known, and how many these are.
struct Whole {
  Reckoned reckoned;
  std::int64_t counted = 0;
};
[[nodiscard]] Whole reckon_whole(const Indicator& indicator,
                                 const std::vector<const Figures*>& members);

}  // namespace metodica::coordination
