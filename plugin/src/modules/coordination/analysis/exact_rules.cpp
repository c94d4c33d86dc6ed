#include "modules/coordination/analysis/exact_rules.hpp"

#include <algorithm>
#include <limits>

#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

__extension__ using Wide = __int128;

constexpr int most_places = 4;

Wide power_of_ten(int places) {
  Wide power = 1;
  for (int i = 0; i < places; ++i)
    power *= 10;
  return power;
}

Wide divided(Wide above, Wide below) {
  if (below < 0) {
    above = -above;
    below = -below;
  }
  const Wide half = below / 2;
  return above < 0 ? -((-above + half) / below) : (above + half) / below;
}

std::optional<std::int64_t> narrow(Wide value) {
  if (value > std::numeric_limits<std::int64_t>::max() ||
      value < -Wide{std::numeric_limits<std::int64_t>::max()})
    return std::nullopt;
  return static_cast<std::int64_t>(value);
}

struct Parts {
  std::string sign, whole, decimals;
};

Parts parts_of(const Decimal& decimal) {
  std::string digits = std::to_string(decimal.value < 0 ? -decimal.value : decimal.value);
  const auto places = static_cast<std::size_t>(decimal.places);
  if (digits.size() <= places)
    digits.insert(0, places + 1 - digits.size(), '0');
  const std::size_t point = digits.size() - places;
  return {decimal.value < 0 ? "-" : "", digits.substr(0, point), digits.substr(point)};
}

}  // namespace

std::optional<Decimal> quotient(std::int64_t above, std::int64_t below, std::int64_t factor,
                                int places) {
  if (below == 0)
    return std::nullopt;
  // 2^63 × factor × 10^4 stays within 127 bits for every factor below 2^49.
  const auto value = narrow(divided(Wide{above} * factor * power_of_ten(places), Wide{below}));
  if (!value)
    return std::nullopt;
  return Decimal{*value, places};
}

Decimal from_e4(std::int64_t e4, int places) {
  const Wide value = divided(Wide{e4}, power_of_ten(most_places - places));
  return {static_cast<std::int64_t>(value), places};
}

std::int64_t to_e4(const Decimal& decimal) {
  return narrow(Wide{decimal.value} * power_of_ten(most_places - decimal.places))
      .value_or(std::numeric_limits<std::int64_t>::max());
}

std::int64_t required_of(std::int64_t rate_e4, std::int64_t population) {
  const Wide below = Wide{1000} * power_of_ten(most_places);
  return narrow((Wide{rate_e4} * population + below - 1) / below)
      .value_or(std::numeric_limits<std::int64_t>::max());
}

std::optional<Decimal> median(std::vector<Decimal> values) {
  if (values.empty())
    return std::nullopt;
  std::ranges::sort(values, {}, &Decimal::value);
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1)
    return values[middle];
  const Wide sum = Wide{values[middle - 1].value} + values[middle].value;
  return Decimal{static_cast<std::int64_t>(divided(sum, 2)), values[middle].places};
}

std::string shown_decimal(const Decimal& decimal, std::string_view lang) {
  const Parts parts = parts_of(decimal);
  std::string text = parts.sign + grouped_digits(parts.whole, lang);
  if (decimal.places > 0)
    text += decimal_sign(lang) + parts.decimals;
  return text;
}

std::string plain_decimal(const Decimal& decimal) {
  const Parts parts = parts_of(decimal);
  return parts.sign + parts.whole + (decimal.places > 0 ? "." + parts.decimals : "");
}

}  // namespace metodica::coordination
