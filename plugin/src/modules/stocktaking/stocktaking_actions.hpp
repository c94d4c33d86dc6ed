/// What people and programs can do in a stocktaking.
#pragma once

#include "app/action.hpp"

namespace metodica::stocktaking {

void add_actions(ActionList& actions);

}  // namespace metodica::stocktaking
