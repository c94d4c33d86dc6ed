/// Boundaries of the units for a map: read from a GeoJSON file (RFC 7946) that the county has.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metodica/result.hpp"
#include "modules/coordination/network/unit_rules.hpp"

namespace metodica::coordination {

/// Outer rings of a unit; a point is longitude and latitude in 1/100 000 degree. Holes are left
/// out: a town inside a commune is drawn over it.
using Rings = std::vector<std::vector<std::pair<std::int64_t, std::int64_t>>>;

struct ReadBoundaries {
  std::map<std::int64_t, Rings> units;  ///< by SIRUTA code
  std::vector<std::string> strangers;   ///< features that name no unit of the directory
};

/// Features are matched by their SIRUTA code ("siruta", "natcode", "code"), else by their name
/// ("name", "nume", "denumire"), whatever the case and marks. Points nearer than two pixels of a
/// large map are dropped. Errors: METODICA_INVALID at "file": "boundaries.not_geojson" {what} (no
/// JSON, or no FeatureCollection), "boundaries.no_areas" (no polygons), "boundaries.not_degrees"
/// {text} (projected coordinates), "boundaries.nobody" (no feature names a unit).
Result<ReadBoundaries> boundaries_from(std::string_view geojson, const std::vector<Unit>& units);

/// As stored: [[[x,y],...],...] and back; empty for a broken text.
[[nodiscard]] std::string rings_text(const Rings& rings);
[[nodiscard]] Rings rings_from(std::string_view text);

}  // namespace metodica::coordination
