/// Date: a civil day. "Today" is the library's civil date and always comes in from outside.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica {

/// A day of the Gregorian calendar from year 1 to 9999, or none.
class Date {
 public:
  constexpr Date() = default;  ///< no date: year() is 0, iso() is ""
  /// The day must exist; use parse or valid() for input.
  constexpr Date(int year, int month, int day) : year_(year), month_(month), day_(day) {}
  static bool valid(int year, int month, int day);

  /// "2026-01-15", "15.01.2026", "15/01/2026" or "2026. 01. 15."; day and month may have one digit,
  /// the year has four. Errors: METODICA_INVALID "date.missing" (nothing but space),
  /// "date.invalid" {text}.
  static Result<Date> parse(std::string_view text);

  [[nodiscard]] constexpr int year() const { return year_; }
  [[nodiscard]] constexpr int month() const { return month_; }
  [[nodiscard]] constexpr int day() const { return day_; }
  [[nodiscard]] constexpr bool none() const { return year_ == 0; }

  [[nodiscard]] std::string iso() const;  ///< "2026-01-15", "" for none
  /// "15.01.2026" (ro), "15/01/2026" (en), "2026. 01. 15." (hu), "" for none; parse reads them all.
  [[nodiscard]] std::string shown(std::string_view lang = "ro") const;

  /// Same day of a later (or, below zero, earlier) month; the last day of that month when it is
  /// shorter. This and plus_days stop at the first and the last day of the range; none stays none.
  [[nodiscard]] Date plus_months(int months) const;
  [[nodiscard]] Date plus_days(int days) const;
  [[nodiscard]] std::int64_t days_since_epoch() const;  ///< 1970-01-01 is 0; 0 for none

  auto operator<=>(const Date&) const = default;

 private:
  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
};

}  // namespace metodica
