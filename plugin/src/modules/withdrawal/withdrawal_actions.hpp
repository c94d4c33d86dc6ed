/// What people and programs can do in a withdrawal.
#pragma once

#include "app/action.hpp"

namespace metodica::withdrawal {

void add_actions(ActionList& actions);

}  // namespace metodica::withdrawal
