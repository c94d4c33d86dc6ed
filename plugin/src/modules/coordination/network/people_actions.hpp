/// One person's data: shown, printed, changed, taken away (Regulation (EU) 2016/679, art. 15-17).
#pragma once

#include "app/action.hpp"

namespace metodica::coordination {

/// coordination.people (all, with what is due to be taken away), network_person (one, with every
/// row that knows them), person_paper (the same on paper), forget_person (writes).
void add_people_actions(ActionList& actions);

}  // namespace metodica::coordination
