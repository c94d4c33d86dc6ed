/// How a return moves between the library and the county. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "modules/coordination/statistics/return_state.hpp"

namespace metodica::coordination {

/// One decision of the county about one return.
struct Decision {
  std::int64_t year = 0, siruta = 0;
  std::int64_t step = 0;        ///< of this return, from 1
  std::int64_t submission = 0;  ///< which submission of the library it is about
  std::string kind;             ///< "returned", "accepted", "locked", "published", "reopened"
  std::string reason;
  std::string at;  ///< UTC
  std::string by;  ///< the host's id of the person, as in other rows
};

/// The state that follows from what the library did and what the county decided, by step.
/// `submission`: how many times the library has submitted it.
[[nodiscard]] ReturnState state_of(bool has_cells, std::int64_t submission,
                                   const std::vector<Decision>& decisions);

/// The submission whose figures stand until a later one is accepted; 0 when none ever was.
[[nodiscard]] std::int64_t accepted_submission(const std::vector<Decision>& decisions);

/// Whether the county may decide this now: accept and return what was submitted; lock what is
/// accepted; publish what is locked; reopen what is accepted, locked or published.
[[nodiscard]] bool may_decide(ReturnState now, std::string_view decision);

/// Returning and reopening need a reason.
[[nodiscard]] bool needs_reason(std::string_view decision);

/// A decision means more than its own words: what the return is afterwards.
[[nodiscard]] ReturnState after(std::string_view decision);

}  // namespace metodica::coordination
