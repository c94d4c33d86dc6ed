#include "modules/coordination/statistics/return_rules.hpp"

#include <algorithm>

namespace metodica::coordination {

ReturnState after(std::string_view decision) {
  return decision == "reopened" ? ReturnState::returned : return_state_of(decision);
}

ReturnState state_of(bool has_cells, std::int64_t submission,
                     const std::vector<Decision>& decisions) {
  if (submission == 0)
    return has_cells ? ReturnState::in_work : ReturnState::empty;
  const Decision* last = nullptr;
  for (const Decision& decision : decisions) {
    if (decision.submission == submission && (last == nullptr || decision.step > last->step))
      last = &decision;
  }
  return last == nullptr ? ReturnState::submitted : after(last->kind);
}

std::int64_t accepted_submission(const std::vector<Decision>& decisions) {
  std::int64_t found = 0;
  for (const Decision& decision : decisions) {
    if (decision.kind == "accepted")
      found = std::max(found, decision.submission);
  }
  return found;
}

bool may_decide(ReturnState now, std::string_view decision) {
  if (decision == "accepted" || decision == "returned")
    return now == ReturnState::submitted;
  if (decision == "locked")
    return now == ReturnState::accepted;
  if (decision == "published")
    return now == ReturnState::locked;
  return decision == "reopened" && is_accepted(now);
}

bool needs_reason(std::string_view decision) {
  return decision == "returned" || decision == "reopened";
}

}  // namespace metodica::coordination
