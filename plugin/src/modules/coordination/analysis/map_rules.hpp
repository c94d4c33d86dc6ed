/// What a map of the county needs to know: classes of values, and where tiles lie when there are no
/// boundaries. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "modules/coordination/analysis/county_rules.hpp"
#include "modules/coordination/analysis/peer_rules.hpp"

namespace metodica::coordination {

/// A stretch of values that share a shade: both ends are values that occur.
struct MapClass {
  Decimal from, to;
  std::int64_t members = 0;
};
/// At most `most` classes with nearly equal numbers of members, smallest values first; equal values
/// are never parted, so that there may be fewer.
[[nodiscard]] std::vector<MapClass> map_classes(const std::vector<Ranked>& all, std::size_t most);
/// The class of a value, from 0; all classes must come from the same values.
[[nodiscard]] std::size_t class_of(const std::vector<MapClass>& classes, const Decimal& value);

/// A group of tiles under one heading.
struct TileGroup {
  std::string name;
  std::vector<std::size_t> members;  ///< places in the list of units
};
/// By methodical centre when at least half of the units have one, those without one last under
/// `no_centre`; otherwise by band, in the order of the bands. Inside a group the order of the list
/// stays. Nothing says where a unit lies, so that the layout does not either.
[[nodiscard]] std::vector<TileGroup> tile_groups(const std::vector<Ranked>& all,
                                                 const std::vector<PeerBand>& bands,
                                                 const std::string& lang,
                                                 const std::string& no_centre);

}  // namespace metodica::coordination
