#include "modules/processing/shelf_ranges.hpp"

#include "modules/processing/shelves_store.hpp"

namespace metodica::processing {

std::vector<ShelfRange> shelf_ranges(UnitOfWork& work) {
  std::vector<ShelfRange> ranges;
  for (const Room& room : rooms(work)) {
    for (const Bay& bay : bays(work, room.id)) {
      for (const FilledBoard& shelf : boards_of_bay(work, bay.id)) {
        ranges.push_back(
            {room.name, bay.name, shelf.board.position, shelf.load.first, shelf.load.last});
      }
    }
  }
  return ranges;
}

std::vector<ShelfRange> bay_ranges(UnitOfWork& work) {
  std::vector<ShelfRange> ranges;
  for (const Room& room : rooms(work)) {
    for (const Bay& bay : bays(work, room.id)) {
      ShelfRange range{room.name, bay.name, 0, {}, {}};
      for (const FilledBoard& shelf : boards_of_bay(work, bay.id)) {
        if (range.first.empty())
          range.first = shelf.load.first;
        if (!shelf.load.last.empty())
          range.last = shelf.load.last;
      }
      ranges.push_back(std::move(range));
    }
  }
  return ranges;
}

}  // namespace metodica::processing
