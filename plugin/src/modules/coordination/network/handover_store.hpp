/// Handover cases: SQL only here.
#pragma once

#include <optional>
#include <vector>

#include "modules/coordination/network/handover_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

struct Handover {
  std::int64_t number = 0;  ///< of this library, from 1
  std::int64_t siruta = 0, post = 0;
  std::int64_t leaver = 0, successor = 0, mentor = 0;  ///< person_store.hpp, 0 = none yet
  Date leaves_on;
  std::string reason;          ///< "retirement", "resignation", "transfer", "other"
  std::string state = "open";  ///< "open", "closed"
  Date closed_on;
};

/// Open ones first, then by day of leaving, latest first.
std::vector<Handover> handovers(UnitOfWork& work);
std::optional<Handover> handover(UnitOfWork& work, std::int64_t number);
/// Opens a case with its steps and returns its number.
std::int64_t open_handover(UnitOfWork& work, const Handover& handover,
                           const std::vector<HandoverStep>& steps, const std::string& now);
/// Replaces the people and the state of a known case.
void keep_handover(UnitOfWork& work, const Handover& handover);

std::vector<HandoverStep> steps_of_handover(UnitOfWork& work, std::int64_t handover);
void keep_step(UnitOfWork& work, std::int64_t handover, const HandoverStep& step);

/// Steps of open cases that wait and whose deadline is before `today`: for the daily screen.
struct OverdueStep {
  std::int64_t handover = 0, siruta = 0;
  HandoverStep step;
};
std::vector<OverdueStep> overdue_handover_steps(UnitOfWork& work, Date today);

}  // namespace metodica::coordination
