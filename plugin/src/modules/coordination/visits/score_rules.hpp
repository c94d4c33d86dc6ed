/// Who is due for a visit: a score of explained terms (domain note on coordination, part 5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/network/term_rules.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

/// What is known of one unit. Terms without a value are left out of the score and said to be.
struct DueFacts {
  Date last_visit;                           ///< none() = never, as far as is written
  std::int64_t overdue = 0;                  ///< open measures after their deadline
  Date new_librarian;                        ///< day on which the newest lasting post was taken
  std::int64_t requests = 0;                 ///< of the last days that the term names
  std::optional<std::int64_t> route_visits;  ///< planned soon in the same methodical centre
  std::optional<bool> return_late;           ///< yearly return late or missing
  std::optional<bool> growth_short;          ///< additions of the last year below the norm
  std::optional<bool> stock_check_missing;   ///< no stock check within the legal period
};

/// Points of one term.
struct ScorePart {
  std::string code;  ///< of the term, "visit.months"; words: "visit.why.months" {count} and, with
                     ///< nothing to count, "visit.why.months_never"
  std::int64_t points = 0;
  std::int64_t count = 0;  ///< what the points are for
  bool never = false;      ///< of visit.months: no visit is known
  DatedTerm term;
};

struct DueScore {
  std::int64_t points = 0;
  std::vector<ScorePart> parts;      ///< those above 0, highest first
  std::vector<std::string> unknown;  ///< codes of the terms that could not be answered
};

/// The codes that a score can hold, in the order of the domain note.
const std::vector<std::string>& score_codes();

/// The score on a day.
[[nodiscard]] DueScore due_score(const DueFacts& facts, const std::vector<DatedTerm>& terms,
                                 Date today);

/// Whole months between two days, 0 when `to` is not after `from`.
[[nodiscard]] std::int64_t months_between(Date from, Date to);

}  // namespace metodica::coordination
