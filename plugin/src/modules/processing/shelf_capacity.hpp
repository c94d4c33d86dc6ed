/// What stands in the rooms: measuring, plans and ranges. Everything runs inside the caller's
/// transaction.
#pragma once

#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/processing/shelves_store.hpp"

namespace metodica::processing {

/// Errors: METODICA_NOT_FOUND shelves.room_unknown at "room", shelves.bay_unknown at "bay".
Result<Room> room_named(UnitOfWork& work, std::int64_t id);
Result<Bay> bay_named(UnitOfWork& work, std::int64_t id);

/// The library's thickness of books, else that of the program (data/book-widths.csv).
BookWidths book_widths(UnitOfWork& work);

/// Existing copies with a call number that belong in the room, in shelf order.
struct RoomStock {
  std::vector<Standing> copies;
  std::int64_t yearly = 0;  ///< copies acquired in the last three years, a third of them
};
/// Asks the host once which are on loan. Errors: those of the host.
Result<RoomStock> stock_of(Call& call, const Room& room);

/// Lays the stock on the shelves and keeps the figures. Errors: of stock_of.
Result<void> measure_room(Call& call, const Room& room);

/// A plan for the room, its stock and its shelves as they are. `loans_away`: takes off the share
/// that is on loan now. Errors: of stock_of; METODICA_INVALID shelves.no_boards at "room".
struct PlannedShift {
  Room room;
  std::vector<FilledBoard> boards;
  ShiftPlan plan;
  std::int64_t copies = 0;
};
Result<PlannedShift> plan_for(Call& call, std::int64_t room, ShiftWish wish, bool loans_away);
/// Writes the first marks of the plan as those of the shelves. Errors: of measure_room.
Result<void> keep_plan(Call& call, const PlannedShift& planned);

/// Rows "room, bay, shelf, length in cm, first mark" of a CSV file with a heading line; commas or
/// semicolons. Rooms and bays that are new are made, shelves of a named bay are replaced. Returns
/// the number of shelves. Errors: METODICA_INVALID shelves.csv_columns, shelves.csv_line {line}.
Result<std::int64_t> load_shelves(Call& call, std::string_view csv);

struct PagesLoaded {
  std::int64_t kept = 0;     ///< copies whose pages are known now
  std::int64_t unknown = 0;  ///< rows whose code is of no copy, or of several
};
/// Rows "code, pages" (barcode or inventory number). Errors: METODICA_INVALID shelves.csv_line
/// {line}.
Result<PagesLoaded> load_pages(Call& call, std::string_view csv);

/// Reads the pages of up to `most` titles after `after` from the host; the last copy looked at is
/// returned, number 0 at the end. Errors: those of the host.
Result<InventoryNumber> learn_pages(Call& call, const InventoryNumber& after, std::int64_t most);

}  // namespace metodica::processing
