#include "text/money.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <numeric>
#include <stdexcept>

#include "text/numbers.hpp"
#include "text/price.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::int64_t unit = 10'000;  // counts in one leu
constexpr std::int64_t e4_per_ban = 100;
constexpr std::size_t decimals_kept = 4;

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

// Bani as money with a sign, stopping at the largest whole number of bani.
Money from_wide_bani(Wide bani, bool negative) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / e4_per_ban;
  const std::int64_t count = bani > Wide{most} ? most : static_cast<std::int64_t>(bani);
  return Money::from_bani(negative ? -count : count);
}

struct Written {
  std::string whole;
  std::string decimals;  // four digits
};

Written write(std::int64_t e4) {
  const std::uint64_t amount = magnitude(e4);
  const std::string decimals = std::to_string(amount % unit);
  return {std::to_string(amount / unit),
          std::string(decimals_kept - decimals.size(), '0') + decimals};
}

std::string text_of(std::int64_t e4, std::size_t decimals, std::string_view lang) {
  const Written amount = write(e4);
  std::string out = e4 < 0 ? "-" : "";
  out += grouped_digits(amount.whole, lang);
  out += decimal_sign(lang);
  out += std::string_view(amount.decimals).substr(0, decimals);
  return out;
}

// The indexes of `remainders`, the largest remainder first, the lowest index first among equals.
std::vector<std::size_t> by_remainder(const std::vector<Wide>& remainders) {
  std::vector<std::size_t> order(remainders.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return remainders[left] > remainders[right];
  });
  return order;
}

std::vector<std::uint64_t> usable(const std::vector<std::int64_t>& weights) {
  std::vector<std::uint64_t> out;
  out.reserve(weights.size());
  for (const std::int64_t weight : weights) {
    out.push_back(weight > 0 ? static_cast<std::uint64_t>(weight) : 0);
  }
  if (std::all_of(out.begin(), out.end(), [](std::uint64_t weight) { return weight == 0; })) {
    std::fill(out.begin(), out.end(), 1);
  }
  return out;
}

}  // namespace

Result<Money> Money::parse(std::string_view text) {
  METODICA_TRY(const Price price, parse_price(text));
  if (price.currency != "RON") {
    return invalid("money.foreign", {{"text", excerpt(text)}, {"currency", price.currency}});
  }
  return Money(price.e4);
}

Result<Money> Money::parse_exact(std::string_view text) {
  const auto refuse = [&](std::string id) {
    return invalid(std::move(id), {{"text", excerpt(text)}});
  };
  const bool negative = text.starts_with('-');
  const std::string_view number = text.substr(negative ? 1 : 0);
  const std::size_t dot = std::min(number.find('.'), number.size());
  const std::string_view decimals = number.substr(std::min(dot + 1, number.size()));
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (dot == 0 || dot + 1 == number.size() ||
      !std::all_of(number.begin(), number.begin() + static_cast<std::ptrdiff_t>(dot), is_digit) ||
      !std::all_of(decimals.begin(), decimals.end(), is_digit)) {
    return refuse(text.empty() ? "money.missing" : "money.syntax");
  }
  if (decimals.size() > decimals_kept) {
    return refuse("money.decimals");
  }
  std::string digits(number.substr(0, dot));
  digits += decimals;
  digits.append(decimals_kept - decimals.size(), '0');
  std::int64_t e4 = 0;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), e4).ec != std::errc()) {
    return refuse("money.overflow");
  }
  return Money(negative ? -e4 : e4);
}

Money Money::rounded_to_bani() const {
  return scaled_to_bani(*this, 1, 1);
}

std::string Money::exact() const {
  const Written amount = write(e4_);
  return (e4_ < 0 ? "-" : "") + amount.whole + '.' + amount.decimals;
}

std::string Money::shown(std::string_view lang) const {
  constexpr std::int64_t e4_per_thousandth = 10;
  const std::size_t decimals = is_whole_bani() ? 2 : e4_ % e4_per_thousandth == 0 ? 3 : 4;
  return text_of(e4_, decimals, lang);
}

std::string Money::typed(std::string_view lang) const {
  return text_of(e4_, is_whole_bani() ? 2 : decimals_kept, lang);
}

Money scaled_to_bani(Money amount, std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) {
    throw std::domain_error("scaled_to_bani: denominator is 0");
  }
  // At most 2^126, doubled below to add half: 128 bits are enough.
  const Wide product = Wide{magnitude(amount.e4())} * magnitude(numerator);
  const Wide divisor = Wide{magnitude(denominator)} * Wide{e4_per_ban};
  const Wide bani = (2 * product + divisor) / (2 * divisor);
  const bool negative = (amount.e4() < 0) != ((numerator < 0) != (denominator < 0));
  return from_wide_bani(bani, negative);
}

std::vector<Money> allocate(Money total, const std::vector<std::int64_t>& weights) {
  const std::vector<std::uint64_t> parts = usable(weights);
  const std::int64_t step = total.is_whole_bani() ? e4_per_ban : 1;
  const Wide steps = magnitude(total.e4()) / magnitude(step);
  const Wide sum = std::accumulate(parts.begin(), parts.end(), Wide{0});

  std::vector<std::int64_t> counts;
  std::vector<Wide> remainders;
  Wide left = steps;
  for (const std::uint64_t part : parts) {
    counts.push_back(static_cast<std::int64_t>(steps * part / sum));
    remainders.push_back(steps * part % sum);
    left -= Wide{static_cast<std::uint64_t>(counts.back())};
  }
  for (const std::size_t index : by_remainder(remainders)) {
    if (left == 0) {
      break;
    }
    ++counts[index];
    --left;
  }

  std::vector<Money> shares;
  shares.reserve(counts.size());
  for (const std::int64_t count : counts) {
    shares.push_back(Money::from_e4(total < Money::zero() ? -count * step : count * step));
  }
  return shares;
}

}  // namespace metodica
