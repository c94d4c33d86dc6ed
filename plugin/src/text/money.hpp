/// Money: an exact amount in lei, held as a count of 1/10 000 leu.
/// Four decimals because values from before the 2005 redenomination are fractions of a ban
/// (domain note on registers, 2.7). Never binary floating point.
#pragma once

#include <compare>
#include <cstdint>
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
  static constexpr Money from_bani(std::int64_t bani) { return Money(bani * 100); }

  /// Reads what a person or a file writes: "1.234,56", "1234.56", "1 234,56", "45,00 lei",
  /// "RON 45.00", "-2,5". Refuses "1.234" as ambiguous, more than four decimals, overflow, and
  /// marks of old lei. Errors: METODICA_INVALID "money.*" with {text}.
  static Result<Money> parse(std::string_view text);
  /// Reads the form used in JSON: "45.5000" (dot, one to four decimals or none, no grouping).
  static Result<Money> parse_exact(std::string_view text);

  [[nodiscard]] constexpr std::int64_t e4() const { return e4_; }
  /// Rounded half away from zero to whole bani (domain note on acquisition, 6.2).
  [[nodiscard]] Money rounded_to_bani() const;
  [[nodiscard]] constexpr bool is_whole_bani() const { return e4_ % 100 == 0; }

  [[nodiscard]] std::string exact() const;  ///< "45.5000", for JSON and hashes
  /// "1.234,50" (ro, hu use their own signs; at least 2, at most 4 decimals).
  [[nodiscard]] std::string shown(std::string_view lang = "ro") const;

  constexpr Money operator-() const { return Money(-e4_); }
  constexpr Money& operator+=(Money other) { e4_ += other.e4_; return *this; }
  constexpr Money& operator-=(Money other) { e4_ -= other.e4_; return *this; }
  friend constexpr Money operator+(Money a, Money b) { return a += b; }
  friend constexpr Money operator-(Money a, Money b) { return a -= b; }
  auto operator<=>(const Money&) const = default;

 private:
  explicit constexpr Money(std::int64_t count) : e4_(count) {}
  std::int64_t e4_ = 0;
};

/// amount × numerator / denominator, exact in 128 bits, rounded half away from zero to bani.
Money scaled_to_bani(Money amount, std::int64_t numerator, std::int64_t denominator);

/// Shares `total` (whole bani) by weights: largest remainder, ties to the lowest index, so that the
/// shares add up to the total (domain note on acquisition, 6.4; on registers, 2.7).
/// Negative totals are shared as their absolute value. All weights zero: equal shares.
std::vector<Money> allocate(Money total, const std::vector<std::int64_t>& weights);

}  // namespace metodica
