/// Which call numbers stand where, for labels at the ends of bays and shelves. From the last
/// measuring (see shelf_capacity.hpp); empty until the library has described its shelves.
#pragma once

#include <string>
#include <vector>

#include "storage/unit_of_work.hpp"

namespace metodica::processing {

/// A bay (raion), or with `shelf` > 0 one shelf of it, and what it holds.
struct ShelfRange {
  std::string room, bay;
  std::int64_t shelf = 0;   ///< from the top, 0: the whole bay
  std::string first, last;  ///< call numbers as on labels, "" when nothing stands there
};

/// In walking order; empty bays too.
std::vector<ShelfRange> bay_ranges(UnitOfWork& work);
std::vector<ShelfRange> shelf_ranges(UnitOfWork& work);

}  // namespace metodica::processing
