/// Data actions: the tools of classification and shelving for programs.
#pragma once

#include "app/action.hpp"

namespace metodica::processing {

void add_data_actions(ActionList& actions);

}  // namespace metodica::processing
