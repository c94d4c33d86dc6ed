/// What may be sent about meetings and courses.
#pragma once

#include "app/call.hpp"
#include "modules/coordination/training/gathering_store.hpp"
#include "ui/form.hpp"

namespace metodica::coordination {

Form year_form(const Messages& say, std::string action);
/// One gathering by its number; `reads`: the action only looks.
Form number_form(const Messages& say, std::string action, bool reads);
Form details_form(const Messages& say);
/// Reads and checks the details; the number, the state and the revision are not in it. Errors:
/// those of check_gathering.
Result<Gathering> read_details(const Values& in);
Json details_of(const Gathering& gathering);
Form state_form(const Messages& say);
Form people_form(const Messages& say);
/// A guest of one gathering.
Form guest_form(const Messages& say, std::string action);
/// A person by number; `reads`: the action only looks.
Form person_form(const Messages& say, std::string action, bool reads);
Form presence_form(const Messages& say);
Form presence_file_form(const Messages& say);
Form attestation_form(const Messages& say);

}  // namespace metodica::coordination
