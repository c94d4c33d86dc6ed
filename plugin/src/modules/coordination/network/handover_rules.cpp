#include "modules/coordination/network/handover_rules.hpp"

namespace metodica::coordination {

const std::vector<std::string>& handover_steps() {
  static const std::vector<std::string> steps = {"notice", "stocktaking", "minutes",  "accounts",
                                                 "mentor", "successor",   "induction"};
  return steps;
}

std::vector<HandoverStep> steps_due(const std::vector<DatedTerm>& terms, Date leaves_on) {
  std::vector<HandoverStep> steps;
  for (const std::string& step : handover_steps()) {
    const DatedTerm term = term_on(terms, "handover." + step, leaves_on);
    steps.push_back({step, leaves_on.plus_days(static_cast<int>(term.period)), term.reference,
                     Date(), std::string()});
  }
  return steps;
}

Result<void> check_closing(const std::vector<HandoverStep>& steps, bool without_successor) {
  for (const HandoverStep& step : steps) {
    const bool needs_successor = step.step == "successor" || step.step == "mentor" ||
                                 step.step == "induction" || step.step == "accounts";
    if (step.done_on.none() && !(without_successor && needs_successor)) {
      return Unexpected(
          Problem(METODICA_CONFLICT, "handover.waits", {{"text", step.step}}).at("number"));
    }
  }
  return {};
}

}  // namespace metodica::coordination
