/// The list of copies on loan, typed by hand, for a host without circulation of its own: barcode
/// and days, never a person. A host that lends by itself does not offer the list, and its menu
/// does not show this screen.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "ui/menu.hpp"

namespace metodica::stocktaking {

/// `stocktaking.loans` (screen), `stocktaking.lend` and `stocktaking.give_back` (writing). They
/// answer METODICA_UNSUPPORTED "stocktaking.no_loans_list" when the host has no such list, and
/// METODICA_INVALID "stocktaking.loan_refused" {code} at "barcode" when it refuses a copy.
void add_loan_actions(ActionList& actions);

MenuEntry loans_menu_entry();

}  // namespace metodica::stocktaking
