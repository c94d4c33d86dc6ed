/// The allocation of a share-out. Pure: who gets how many copies of what, and what it is worth.
/// Balanced by construction: of each title the copies given and the reserve add up to the copies
/// there are, and the values of all libraries with the reserve add up to the whole (domain note on
/// coordination, 1.5 point 9).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "metodica/result.hpp"
#include "text/money.hpp"

namespace metodica::coordination {

struct ShareTitle {
  std::int64_t number = 0;
  std::string author, title, publication, isbn, udc;
  std::int64_t copies = 0;
  Money price;  ///< inventory value of one copy
};

struct ShareRecipient {
  std::int64_t unit = 0;  ///< SIRUTA code
  std::string name;
  std::string code;  ///< our code of its library, "" without an installation
  Money budget;      ///< zero: no limit
};

/// Copies by title and unit; pairs that are not there have none.
using Allocation = std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t>;

[[nodiscard]] std::int64_t copies_of(const Allocation& allocation, std::int64_t title,
                                     std::int64_t unit);
/// Copies of a title that nobody gets.
[[nodiscard]] std::int64_t reserve_of(const ShareTitle& title, const Allocation& allocation);
/// What a library gets.
struct ShareSum {
  std::int64_t titles = 0, copies = 0;
  Money value;
};
[[nodiscard]] ShareSum sum_of(const std::vector<ShareTitle>& titles, const Allocation& allocation,
                              std::int64_t unit);

/// Shares the copies of each title by wishes; a title that nobody wished is given one by one to who
/// has the least value so far. No budget is passed; the rest is the reserve. The order of the
/// recipients decides between equals, so that the same input gives the same table.
[[nodiscard]] Allocation share_out(const std::vector<ShareTitle>& titles,
                                   const std::vector<ShareRecipient>& recipients,
                                   const Allocation& wishes);

/// Errors, METODICA_INVALID: "share.too_many" {title} {given} {copies}; "share.over_budget" {name}
/// {value} {budget}.
Result<void> check_allocation(const std::vector<ShareTitle>& titles,
                              const std::vector<ShareRecipient>& recipients,
                              const Allocation& allocation);

/// "2026-3/12": the number of the delivery note of the n-th recipient.
[[nodiscard]] std::string note_number(int year, std::int64_t campaign, std::size_t place);

}  // namespace metodica::coordination
