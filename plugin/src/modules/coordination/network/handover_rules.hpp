/// A librarian leaves: the steps of the handover and when each is due (domain note on coordination,
/// 1.5 point 10; Law 334/2002 art. 40 (9): a full stock check when the stock changes hands). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "modules/coordination/network/term_rules.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

struct HandoverStep {
  std::string step;  ///< "stocktaking", one of handover_steps()
  Date deadline;
  std::string reference;  ///< of the dated term, as it stood when the case was opened
  Date done_on;           ///< none() while it waits
  std::string note;
};

/// "notice", "stocktaking", "minutes", "accounts", "mentor", "successor", "induction".
const std::vector<std::string>& handover_steps();

/// All steps with their deadlines: the days of the term "handover.<step>" after the leaving.
[[nodiscard]] std::vector<HandoverStep> steps_due(const std::vector<DatedTerm>& terms,
                                                  Date leaves_on);

/// Whether a case may be closed: nothing waits but, when `without_successor`, what needs one.
/// Errors: METODICA_CONFLICT "handover.waits" {text = code of the first step that waits}.
Result<void> check_closing(const std::vector<HandoverStep>& steps, bool without_successor);

}  // namespace metodica::coordination
