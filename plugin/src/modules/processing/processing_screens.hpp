/// The screens of the subject and what they send.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "ui/menu.hpp"

namespace metodica::processing {

/// The waiting copies and the giving of call numbers.
void add_mark_screens(ActionList& actions);
/// The shelf list.
void add_shelf_screens(ActionList& actions);
/// Rules of shortening and the author table.
void add_rule_screens(ActionList& actions);

std::vector<MenuEntry> menu_entries();

/// Who may look, and who may work.
inline constexpr Roles readers = {Role::reader,       Role::librarian, Role::keeper,
                                  Role::commission,   Role::manager,   Role::accountant,
                                  Role::methodologist};
inline constexpr Roles workers = {Role::librarian, Role::keeper, Role::manager};

}  // namespace metodica::processing
