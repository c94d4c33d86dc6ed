/// The screens of rooms, bays and shelves, and what they send.
#pragma once

#include "app/action.hpp"
#include "modules/processing/shelf_capacity.hpp"
#include "ui/screen.hpp"

namespace metodica::processing {

/// Rooms, a room, a bay, thickness of books.
void add_shelves_screens(ActionList& actions);
/// Plan of a shift: screen, paper, applying it.
void add_shift_screens(ActionList& actions);

/// The copies in any order: screen, PDF, XLSX.
void add_stock_list_screens(ActionList& actions);

/// "72,5 m" of millimetres, in the reader's language.
std::string shown_metres(const Messages& say, std::int64_t millimetres);
/// "74 %" of thousandths.
std::string shown_percent(std::int64_t permille);

}  // namespace metodica::processing
