/// The units of the county by one indicator: tiles, or areas when boundaries are loaded.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "documents/drawing.hpp"
#include "modules/coordination/analysis/boundaries.hpp"
#include "modules/coordination/analysis/map_rules.hpp"
#include "text/messages.hpp"

namespace metodica::coordination {

struct CountyMap {
  std::string title;
  std::vector<Ranked> units;
  std::vector<PeerBand> bands;
  std::map<std::int64_t, Rings> boundaries;  ///< empty: tiles
  std::string alternative;
  std::size_t tiles_in_row = 9;  ///< fewer on paper, where they must not become too small
};

/// Shades say the class of a value, each tile says the value itself; a unit without one stays white
/// with a broken border.
[[nodiscard]] Drawing drawn(const CountyMap& map, const Messages& say);

}  // namespace metodica::coordination
