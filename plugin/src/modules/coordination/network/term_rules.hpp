/// Dated terms: the weights, days and months that the county's rules are reckoned with. They are
/// practice or law, they change, and each is shown with where it comes from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/date.hpp"

namespace metodica::coordination {

/// One term as it holds from a day on, until a later one of the same code.
struct DatedTerm {
  std::string code;  ///< "visit.overdue", "handover.stocktaking", "person.staff"
  Date from;
  std::int64_t points = 0;  ///< visit.*: for one unit of what is counted
  std::int64_t most = 0;    ///< visit.*: no more points than this
  std::int64_t period = 0;  ///< visit.*: months or days looked back; handover.*: days after the
                            ///< leaving; person.*: months kept after the last use
  bool verified = false;    ///< the reference was read in a text of law
  std::string reference;    ///< law or practice, in Romanian

  bool operator==(const DatedTerm&) const = default;
};

/// The terms of data/county-terms.csv: code, valid_from, points, most, period, verified, reference.
/// A line that is not of that shape is left out.
[[nodiscard]] std::vector<DatedTerm> terms_from_csv(std::string_view csv);

/// The term of this code that holds on the day: the latest begun, of two begun on one day the later
/// in the list. Without one: all zero, with the code.
[[nodiscard]] DatedTerm term_on(const std::vector<DatedTerm>& terms, std::string_view code,
                                Date day);

}  // namespace metodica::coordination
