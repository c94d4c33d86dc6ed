/// The forms of rooms, bays, shelves and shifts.
#pragma once

#include <vector>

#include "modules/processing/shelves_store.hpp"
#include "ui/form.hpp"

namespace metodica::processing {

Form room_form(const Messages& say, const char* action);  ///< names a room, for opening it
Form bay_form(const Messages& say, const char* action);   ///< names a bay

/// A room and its bays: a bay has a name, a number of shelves and their length.
Form room_save_form(const Messages& say);
Json room_values(const Room& room, const std::vector<Bay>& bays,
                 const std::vector<std::vector<FilledBoard>>& boards);

/// The shelves of one bay: length and first call number of each.
Form bay_save_form(const Messages& say);
Json bay_values(const Bay& bay, const std::vector<FilledBoard>& boards);

/// A shift: room, free space, breaks. `action`: processing.shift, .shift_apply or .shift_paper.
Form shift_form(const Messages& say, const char* action);

Form widths_form(const Messages& say);
Json widths_values(const BookWidths& widths);
/// Errors: METODICA_INVALID shelves.width_wrong at the field.
Result<BookWidths> read_widths_form(const Values& in);

/// A CSV file, sent to `action`.
Form csv_form(const Messages& say, const char* id, const char* action, const char* help);

}  // namespace metodica::processing
