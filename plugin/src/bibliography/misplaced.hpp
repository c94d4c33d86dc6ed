/// Shelf reading: which of the items scanned along a shelf stand in a wrong place (domain note on
/// classification, 4.1).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace metodica {

/// An item that should move. Indices are places in the scanned row.
struct Stray {
  std::size_t index = 0;
  std::optional<std::size_t> after;   ///< the item it belongs right after; none: before all
  std::optional<std::size_t> before;  ///< the item it belongs right before; none: after all
  std::size_t block = 0;  ///< strays with the same number stand together and move together, from 0

  bool operator==(const Stray&) const = default;
};

struct ShelfReading {
  std::vector<std::size_t> in_order;  ///< items that can stay, in scanned order
  std::vector<Stray> strays;          ///< in scanned order; their number is the number of moves
  std::vector<std::size_t> unknown;   ///< items without a key, which take no part
  std::size_t blocks = 0;             ///< moves when neighbours that belong together move at once
};

/// Finds the smallest set of items that must move so that the keys never fall: everything outside a
/// longest non-decreasing subsequence. Equal keys (copies) are in order. An empty key is an item
/// the catalogue does not know. Of several equally small sets the one is chosen whose kept items
/// have, seen from the end, the smallest keys. O(n log n).
[[nodiscard]] ShelfReading read_shelf(std::span<const std::string> keys);

}  // namespace metodica
