/// The rules of the two registers: pure functions, no database, no clock.
/// Source: domain note on registers, 2.2 (columns), 2.4 (numbers), 2.8 (invariants), 2.9
/// (corrections), 5.1 (six months).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metodica/result.hpp"
#include "text/date.hpp"
#include "text/money.hpp"

namespace metodica::registers {

/// Units and value of one breakdown column.
struct Amount {
  std::int64_t units = 0;
  Money value;

  Amount& operator+=(const Amount& other);
  Amount& operator-=(const Amount& other);
  bool operator==(const Amount&) const = default;
};

/// A row, a total or a balance: the whole and its three breakdowns, each of which adds up to the
/// whole (invariants E1 and E2).
struct Tally {
  Amount whole;
  std::map<std::string, Amount, std::less<>> category, language, content;

  void add(const std::string& category_code, const std::string& language_code,
           const std::string& content_code, Money value);
  Tally& operator+=(const Tally& other);
  Tally& operator-=(const Tally& other);
  [[nodiscard]] std::map<std::string, Amount, std::less<>>& of(std::string_view grouping);
  [[nodiscard]] const std::map<std::string, Amount, std::less<>>& of(
      std::string_view grouping) const;
  bool operator==(const Tally&) const = default;
};

inline constexpr std::string_view groupings[] = {"category", "language", "content"};

/// Checks that each breakdown adds up to the whole. Languages and contents carry values too when
/// the balance was computed from copies; a balance typed from paper may leave them at zero. Error:
/// METODICA_INVALID "registers.not_balanced" {grouping}{units}{sum}.
Result<void> check_balanced(const Tally& tally, bool values_everywhere);

/// Compares a balance that was declared with what the copies add up to.
/// Error: METODICA_INVALID "registers.balance_differs" {grouping}{column}{declared}{found}.
Result<void> check_declared(const Tally& declared, const Tally& found);

/// Part III of one year (invariants E7, E8).
struct Recapitulation {
  Tally opening, entries, total, exits, closing;
};
/// Error: METODICA_DAMAGED "registers.below_zero" {grouping}{column} when a column would go
/// negative.
Result<Recapitulation> recapitulate(const Tally& opening, const Tally& entries, const Tally& exits);

/// When a row may be registered. `last` is the date of the last row of that part, none if there is
/// none. Errors at field "registered_on": registers.date_future, registers.date_before_last {last},
/// registers.date_before_opening {opened}, registers.year_closed {year}; act_date after it:
/// registers.act_after_registration at "act/date".
struct DateLimits {
  Date today;
  Date opened_on;
  Date last;
  std::int64_t closed_through = 0;  ///< last closed year, 0 = none
};
Result<void> check_dates(Date registered_on, Date act_date, const DateLimits& limits);

/// Six months from acquisition (L334 art. 40(2)): the first day on which withdrawal by wear may be
/// registered.
Date first_withdrawal_day(Date acquired_on);

/// The causes of an exit, in the order of the list shown (domain note 2.2).
std::vector<std::string> exit_causes();
bool is_withdrawal_cause(std::string_view cause);

/// The sources of an entry (domain note on acquisition, 1.1).
std::vector<std::string> entry_sources();
/// The kinds of act (domain note on acquisition, 1.7; on registers, 6).
std::vector<std::string> act_kinds();

/// Ranges of numbers: "1-111, 113, 120-125" to pairs, sorted and joined.
/// Errors: METODICA_INVALID "registers.range" {text}.
using NumberRange = std::pair<std::int64_t, std::int64_t>;
Result<std::vector<NumberRange>> parse_ranges(std::string_view text);
std::string shown_ranges(const std::vector<NumberRange>& ranges);
/// The numbers from 1 to `last` that `present` (sorted) does not hold.
std::vector<NumberRange> complement(const std::vector<std::int64_t>& present, std::int64_t last);
std::int64_t size_of(const std::vector<NumberRange>& ranges);

}  // namespace metodica::registers
