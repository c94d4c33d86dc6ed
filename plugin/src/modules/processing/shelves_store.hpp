/// Rooms, bays, shelves and thickness of books: SQL.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modules/processing/capacity_rules.hpp"
#include "storage/unit_of_work.hpp"
#include "text/keys.hpp"

namespace metodica::processing {

/// A room, or a part of one, with one run of books, and the figures of its last measuring.
struct Room {
  std::int64_t id = 0, position = 0;
  std::string name;
  std::string section;  ///< whose books stand here: "" = all, "-" = without a section letter
  std::string custody;  ///< "" = all
  std::int64_t copies = 0, on_loan = 0;
  std::int64_t yearly = 0;   ///< new copies a year, over the last three
  std::int64_t outside = 0;  ///< copies that file before the first shelf
  Date measured_on;          ///< none: never
};

struct Bay {
  std::int64_t id = 0, room = 0, position = 0;
  std::string name;
};

/// A shelf with what stood on it at the last measuring.
struct FilledBoard {
  Board board;
  BoardLoad load;
};

std::vector<Room> rooms(UnitOfWork& work);  ///< in walking order
std::optional<Room> room_of(UnitOfWork& work, std::int64_t id);
/// Writes name, place and whose books; id 0 makes a new one. Returns the id.
std::int64_t keep_room(UnitOfWork& work, const Room& room);
void keep_room_figures(UnitOfWork& work, const Room& room);
void remove_room(UnitOfWork& work, std::int64_t id);  ///< with its bays and shelves

std::vector<Bay> bays(UnitOfWork& work, std::int64_t room);
std::optional<Bay> bay_of(UnitOfWork& work, std::int64_t id);
std::int64_t keep_bay(UnitOfWork& work, const Bay& bay);
void remove_bay(UnitOfWork& work, std::int64_t id);

/// The shelves of a room in walking order, or of one bay.
std::vector<FilledBoard> boards_of_room(UnitOfWork& work, std::int64_t room);
std::vector<FilledBoard> boards_of_bay(UnitOfWork& work, std::int64_t bay);
/// Replaces the shelves of a bay; positions count from 1 in the order given.
void replace_boards(UnitOfWork& work, std::int64_t bay, const std::vector<FilledBoard>& boards);

/// The library's own figures, or nothing when it goes by those of the program.
std::optional<BookWidths> kept_widths(UnitOfWork& work);
void replace_widths(UnitOfWork& work, const BookWidths& widths);

std::map<InventoryNumber, std::int64_t> all_pages(UnitOfWork& work);
void keep_pages(UnitOfWork& work, const InventoryNumber& number, std::int64_t pages);

}  // namespace metodica::processing
