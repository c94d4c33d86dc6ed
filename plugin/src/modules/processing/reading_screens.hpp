/// The screens of shelf reading and what they send.
#pragma once

#include "app/action.hpp"

namespace metodica::processing {

void add_reading_screens(ActionList& actions);

}  // namespace metodica::processing
