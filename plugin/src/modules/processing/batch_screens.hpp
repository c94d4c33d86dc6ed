/// The screens of call numbers in batches: choose, see, give, take back.
#pragma once

#include "app/action.hpp"

namespace metodica::processing {

void add_batch_screens(ActionList& actions);

}  // namespace metodica::processing
