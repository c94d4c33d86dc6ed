/// The screens on which a library says how each part of its collection is marked.
#pragma once

#include "app/action.hpp"

namespace metodica::processing {

void add_scheme_screens(ActionList& actions);

}  // namespace metodica::processing
