/// The screens and papers of the registers.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "ui/menu.hpp"

namespace metodica::registers {

void add_screen_actions(ActionList& actions);
std::vector<MenuEntry> menu_entries();

}  // namespace metodica::registers
