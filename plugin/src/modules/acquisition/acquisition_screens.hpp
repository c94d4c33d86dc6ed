/// The librarian's path: acts, and one act from the document to the signature.
#pragma once

#include "app/action.hpp"
#include "ui/menu.hpp"

namespace metodica::acquisition {

std::vector<MenuEntry> menu_entries();
/// Reading screens: acquisition.acts, new, document, act, cancelling.
void add_screen_actions(ActionList& actions);
/// What changes a draft: acquisition.start, amend, save_lines, count, classify, prices, sign,
/// cancel.
void add_draft_actions(ActionList& actions);

}  // namespace metodica::acquisition
