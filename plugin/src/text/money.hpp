/// Money: an exact amount in lei, held as a count of 1/10 000 leu.
/// Four decimals because values from before the 2005 redenomination are fractions of a ban
/// (domain note on registers, 2.7). Never binary floating point.
/// Sums and products that leave the range (922 337 203 685 477.5807 lei) stop at its end: no input
/// from a person or a file reaches that, because parse() refuses it.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"

namespace metodica {

class Money {
 public:
  constexpr Money() = default;
  static constexpr Money zero() { return {}; }
  static constexpr Money from_e4(std::int64_t count) { return Money(count); }
  static constexpr Money from_bani(std::int64_t bani) {
    std::int64_t count = 0;
    return Money(__builtin_mul_overflow(bani, std::int64_t{100}, &count) ? limit(bani < 0) : count);
  }

  /// Reads what a person or a file writes: "1.234,56", "1234.56", "1 234,56", "45,00 lei",
  /// "RON 45.00", "-2,5" (domain note on acquisition, 6.5). Refuses "1.234" as ambiguous: a
  /// thousand in one country, one and a bit in another. "0,234" and "1,2340" are clear.
  /// Errors: METODICA_INVALID with {text}: "money.missing" (nothing but space), "money.syntax",
  /// "money.ambiguous", "money.decimals" (more than four), "money.overflow", "money.old_lei" (ROL),
  /// "money.foreign" also with {currency}.
  static Result<Money> parse(std::string_view text);
  /// Reads the form used in JSON: "45.5000" (dot, one to four decimals or none, no grouping, no
  /// space). Errors as above.
  static Result<Money> parse_exact(std::string_view text);

  [[nodiscard]] constexpr std::int64_t e4() const { return e4_; }
  /// Rounded half away from zero to whole bani (domain note on acquisition, 6.2).
  [[nodiscard]] Money rounded_to_bani() const;
  [[nodiscard]] constexpr bool is_whole_bani() const { return e4_ % 100 == 0; }

  [[nodiscard]] std::string exact() const;  ///< "45.5000", for JSON and hashes
  /// "1.234,50" (ro), "1,234.50" (en), "1 234,50" (hu, with no-break spaces): two decimals, and the
  /// third and fourth when they are not zero ("7,378", as the printed registers have it).
  [[nodiscard]] std::string shown(std::string_view lang = "ro") const;
  /// The same to stand in a field, where parse() must read it back: "7,3780", because three
  /// decimals could be thousands.
  [[nodiscard]] std::string typed(std::string_view lang = "ro") const;

  constexpr Money operator-() const { return Money(-e4_); }
  constexpr Money& operator+=(Money other) {
    std::int64_t sum = 0;
    *this = Money(__builtin_add_overflow(e4_, other.e4_, &sum) ? limit(e4_ < 0) : sum);
    return *this;
  }
  constexpr Money& operator-=(Money other) { return *this += -other; }
  friend constexpr Money operator+(Money a, Money b) { return a += b; }
  friend constexpr Money operator-(Money a, Money b) { return a -= b; }
  auto operator<=>(const Money&) const = default;

 private:
  static constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
  static constexpr std::int64_t limit(bool negative) { return negative ? -largest : largest; }
  // The range is symmetric, so that every amount can be negated.
  explicit constexpr Money(std::int64_t count) : e4_(count < -largest ? -largest : count) {}

  std::int64_t e4_ = 0;
};

/// amount × numerator / denominator, exact in 128 bits, rounded once, half away from zero, to bani
/// (domain note on acquisition, 6.2). A line of 7 copies at 18.90 less 5 %: (18.90, 7 * 95, 100).
/// Throws std::domain_error when the denominator is 0.
Money scaled_to_bani(Money amount, std::int64_t numerator, std::int64_t denominator);

/// Shares `total` by weights: each share is cut to whole bani, the bani that are missing go one by
/// one to the largest remainders, ties to the lowest index, so that the shares add up to the total
/// (domain note on acquisition, 6.4; on registers, 2.7). A total that is not whole bani is shared
/// in 1/10 000 leu. Negative totals are shared as their absolute value. Negative weights count as
/// zero; all weights zero: equal shares; no weights: no shares.
std::vector<Money> allocate(Money total, const std::vector<std::int64_t>& weights);

}  // namespace metodica
