/// The screens of the opening and of the annual close.
#pragma once

#include <vector>

#include "app/action.hpp"

namespace metodica::registers {

/// Shown wherever a register is asked for before it is open.
Screen opening_screen(Call& call, const Json& typed, const std::vector<Problem>& problems);

void add_opening_screens(ActionList& actions);
void add_check_screen(ActionList& actions);

}  // namespace metodica::registers
