/// The arguments of the withdrawal actions.
#pragma once

#include "modules/withdrawal/withdrawal_store.hpp"
#include "ui/form.hpp"

namespace metodica::withdrawal {

Form propose_form(const Messages& say);  ///< cause, remarks, copies {code, state}
Form check_form(const Messages& say);    ///< cause, copies {register, number | barcode}
Form examine_form(const Messages& say);  ///< proposal, the minutes, copies {copy, verdict, finding}
Minutes read_minutes(const Values& in);
Form approve_form(const Messages& say);                       ///< proposal, decision, council
Form refuse_form(const Messages& say);                        ///< proposal, reason, decision
Form proposal_form(const Messages& say, std::string action);  ///< proposal, to read a screen

}  // namespace metodica::withdrawal
