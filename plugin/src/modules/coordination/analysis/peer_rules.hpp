/// With whom a library may be compared: groups of like size, and its nearest neighbours (domain
/// note on coordination, 2.5). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "modules/coordination/network/unit_rules.hpp"
#include "modules/coordination/statistics/figure.hpp"

namespace metodica::coordination {

/// One group. `types` of unit_types(); a unit belongs to the first band that takes its type and
/// population.
struct PeerBand {
  std::string code;  ///< "communes_1500"; its name is in `names`
  std::vector<std::string> types;
  std::int64_t from = 0;  ///< fewest inhabitants
  std::int64_t to = 0;    ///< most inhabitants, 0 = no limit
  std::string name_ro, name_en, name_hu;

  [[nodiscard]] const std::string& name(std::string_view lang) const;
};

/// nullptr when no band takes it.
[[nodiscard]] const PeerBand* band_of(const Unit& unit, const std::vector<PeerBand>& bands);

/// What nearness is measured by. Figures may lack: then only what both have counts.
struct PeerFacts {
  std::int64_t siruta = 0;
  std::string type;
  std::int64_t population = 0;
  YearFigure staff, hours;
};

/// The `count` nearest by population, staff time and opening hours, nearest first; neither the
/// library itself nor the county seat. The distance is the mean of the relative differences of what
/// both have, population counting twice; ties go to the smaller code.
[[nodiscard]] std::vector<PeerFacts> nearest(const PeerFacts& of, const std::vector<PeerFacts>& all,
                                             std::size_t count);

}  // namespace metodica::coordination
