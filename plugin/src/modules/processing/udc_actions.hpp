/// Data actions on UDC notations: order, key, check, explanation.
#pragma once

#include "app/action.hpp"

namespace metodica::processing {

void add_udc_actions(ActionList& actions);

}  // namespace metodica::processing
