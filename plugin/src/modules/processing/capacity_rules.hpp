/// What fits on shelves: thickness of books, fill of each shelf, plan of a shift. Pure functions;
/// lengths of shelves in millimetres, thickness in micrometres, so that sums are exact (domain note
/// on classification, 4.2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metodica/result.hpp"

namespace metodica::processing {

/// How thick books are: from their pages, else the average of their class.
struct BookWidths {
  std::vector<std::pair<std::string, std::int64_t>> classes;  ///< class ("" = all others), um
  std::int64_t leaf_um = 0;   ///< one leaf, that is two pages; 0: pages tell nothing
  std::int64_t cover_um = 0;  ///< both covers together

  /// Of the longest class that `udc` begins with. `pages` 0: unknown. At least 1 mm.
  [[nodiscard]] std::int64_t of(std::string_view udc, std::int64_t pages) const;
};

/// Reads "class,mm" with the rows "leaf" and "cover"; lines with # are remarks.
/// Errors: METODICA_INVALID shelves.width_line {line}.
Result<BookWidths> read_widths(std::string_view csv);

/// "38,5" or "38.5" millimetres as micrometres; nothing for other text or more than a metre.
std::optional<std::int64_t> micrometres(std::string_view millimetres);

/// Pages in an extent as catalogues write it: "312 p." 312, "XII, 340 p. : il." 352,
/// "2 vol. (310, 298 p.)" nothing, because it is more than one book.
std::optional<std::int64_t> pages_in(std::string_view extent);

/// One shelf (poliță). Shelves are in walking order: room, bay, from top to bottom.
struct Board {
  std::int64_t bay = 0, position = 0;
  std::int64_t length_mm = 0;  ///< usable, between the ends
  std::string first_mark;      ///< call number of its first book, "" when not known
  std::string first_key;       ///< shelf_key_text of it
};

/// A copy that has its place in the room.
struct Standing {
  std::string key;  ///< shelf_key_text; lists are sorted by it
  std::string call_number;
  std::string shelf_class;  ///< class on the shelf, for breaks
  std::int64_t width_um = 0;
  bool on_loan = false;
};

/// What stands on a shelf.
struct BoardLoad {
  std::int64_t copies = 0;
  std::int64_t width_um = 0;  ///< of all its copies, those on loan too
  std::int64_t away_um = 0;   ///< of those on loan
  std::string first, last;    ///< call numbers, "" when nothing stands here
};

struct RoomLoad {
  std::vector<BoardLoad> boards;  ///< one per shelf, in order
  std::int64_t outside = 0;       ///< copies filed before the first mark of the first shelf
};

/// Lays `copies` on `boards` by the first mark of each shelf. Shelves without a mark share the run
/// of the shelf before them by their length; those before the first mark begin with the first copy.
RoomLoad load_of(const std::vector<Board>& boards, const std::vector<Standing>& copies);

/// Filled part of a length in thousandths; books on loan take no room. 0 for no length.
std::int64_t fill_permille(std::int64_t width_um, std::int64_t away_um, std::int64_t length_mm);

struct ShiftWish {
  std::int64_t free_permille = 250;  ///< of each shelf, left empty
  std::int64_t loan_permille = 0;    ///< share of the stock that is with readers and needs no room
  std::int64_t break_digits = 0;     ///< a class with other first digits begins a shelf; 0: never
};

struct ShiftPlan {
  std::vector<BoardLoad> boards;  ///< width after the share on loan is taken off
  std::int64_t left_over = 0;     ///< copies that found no room
  std::int64_t lacking_mm = 0;    ///< shelf length that they would need with the same free space
};

/// Which copies go on which shelf, in order, each filled to 1 - free. A shelf takes at least one
/// copy. A class begins a shelf of its own when the one before is at least half used.
ShiftPlan plan_shift(const std::vector<Board>& boards, const std::vector<Standing>& copies,
                     const ShiftWish& wish);

/// Years until the room is full at `yearly` new copies of the average thickness of those that stand
/// there; nothing when it is empty, does not grow or is full already.
std::optional<std::int64_t> years_left(const std::vector<Board>& boards, const RoomLoad& load,
                                       std::int64_t yearly);

}  // namespace metodica::processing
