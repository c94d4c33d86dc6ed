#include "modules/coordination/analysis/boundaries.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "json/json.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr double per_degree = 100'000;
// About 300 m, two pixels of a county on a screen: a picture may not be larger than 512 KiB.
constexpr std::int64_t least_step = 300;
constexpr std::size_t least_points = 4;  // RFC 7946, 3.1.6: a linear ring

Unexpected fault(const char* id, std::vector<MessageArgument> arguments = {}) {
  return Unexpected(Problem(METODICA_INVALID, id, std::move(arguments)).at("file"));
}

std::string lower(std::string_view text) {
  return folded(text);
}

// The member of any of these names, whatever its case.
const Json* member_of(const Json& properties, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const auto& [key, value] : properties.members()) {
      if (lower(key) == name)
        return &value;
    }
  }
  return nullptr;
}

std::int64_t code_of(const Json& value) {
  if (value.is_number())
    return value.is_integer() ? value.integer() : std::llround(value.number());
  std::int64_t code = 0;
  const std::string& text = value.text();
  std::from_chars(text.data(), text.data() + text.size(), code);
  return code;
}

std::int64_t unit_of_feature(const Json& properties, const std::vector<Unit>& units) {
  if (const Json* code = member_of(properties, {"siruta", "natcode", "nat_code", "code", "cod"})) {
    const auto found = std::ranges::find(units, code_of(*code), &Unit::siruta);
    if (found != units.end())
      return found->siruta;
  }
  if (const Json* name = member_of(properties, {"name", "nume", "denumire", "name:ro"})) {
    const std::string wanted = lower(name->text());
    const auto found = std::ranges::find_if(
        units, [&](const Unit& unit) { return !wanted.empty() && lower(unit.name) == wanted; });
    if (found != units.end())
      return found->siruta;
  }
  return 0;
}

Result<std::pair<std::int64_t, std::int64_t>> point_of(const Json& point) {
  constexpr double most_longitude = 180;
  constexpr double most_latitude = 90;
  if (point.items().size() < 2 || !point.items()[0].is_number() || !point.items()[1].is_number())
    return fault("boundaries.not_geojson", {{"what", std::string("coordinates")}});
  const double x = point.items()[0].number();
  const double y = point.items()[1].number();
  if (std::abs(x) > most_longitude || std::abs(y) > most_latitude) {
    return fault("boundaries.not_degrees", {{"text", std::to_string(std::llround(x)) + ", " +
                                                         std::to_string(std::llround(y))}});
  }
  return std::pair<std::int64_t, std::int64_t>(std::llround(x * per_degree),
                                               std::llround(y * per_degree));
}

Result<void> add_ring(const Json& polygon, Rings& rings) {
  if (polygon.items().empty())
    return {};
  std::vector<std::pair<std::int64_t, std::int64_t>> ring;
  for (const Json& item : polygon.items().front().items()) {
    METODICA_TRY(const auto point, point_of(item));
    const bool near = !ring.empty() && std::abs(ring.back().first - point.first) < least_step &&
                      std::abs(ring.back().second - point.second) < least_step;
    if (!near)
      ring.push_back(point);
  }
  if (polygon.items().front().items().size() >= least_points && ring.size() > 2)
    rings.push_back(std::move(ring));
  return {};
}

Result<Rings> rings_of(const Json& geometry) {
  Rings rings;
  const std::string& type = geometry["type"].text();
  if (type == "Polygon") {
    METODICA_CHECK(add_ring(geometry["coordinates"], rings));
  } else if (type == "MultiPolygon") {
    for (const Json& polygon : geometry["coordinates"].items())
      METODICA_CHECK(add_ring(polygon, rings));
  }
  return rings;
}

std::string name_of_feature(const Json& properties, std::size_t position) {
  const Json* name = member_of(properties, {"name", "nume", "denumire", "siruta", "natcode"});
  if (name != nullptr && !name->text().empty())
    return name->text();
  return "#" + std::to_string(position);
}

}  // namespace

Result<ReadBoundaries> boundaries_from(std::string_view geojson, const std::vector<Unit>& units) {
  const auto file = Json::parse(geojson);
  if (!file)
    return fault("boundaries.not_geojson", {{"what", std::string("JSON")}});
  if ((*file)["type"].text() != "FeatureCollection" || !(*file)["features"].is_array())
    return fault("boundaries.not_geojson", {{"what", std::string("FeatureCollection")}});
  ReadBoundaries read;
  bool areas = false;
  std::size_t position = 0;
  for (const Json& feature : (*file)["features"].items()) {
    ++position;
    METODICA_TRY(Rings rings, rings_of(feature["geometry"]));
    if (rings.empty())
      continue;
    areas = true;
    const std::int64_t siruta = unit_of_feature(feature["properties"], units);
    if (siruta == 0) {
      read.strangers.push_back(name_of_feature(feature["properties"], position));
      continue;
    }
    Rings& known = read.units[siruta];
    std::ranges::move(rings, std::back_inserter(known));
  }
  if (!areas)
    return fault("boundaries.no_areas");
  if (read.units.empty())
    return fault("boundaries.nobody");
  return read;
}

std::string rings_text(const Rings& rings) {
  Json::Array all;
  for (const auto& ring : rings) {
    Json::Array points;
    for (const auto& [x, y] : ring)
      points.push_back(Json::array({x, y}));
    all.push_back(Json::array(std::move(points)));
  }
  return Json::array(std::move(all)).dump();
}

Rings rings_from(std::string_view text) {
  Rings rings;
  const auto read = Json::parse(text);
  if (!read)
    return rings;
  for (const Json& ring : read->items()) {
    auto& points = rings.emplace_back();
    for (const Json& point : ring.items()) {
      if (point.items().size() == 2)
        points.emplace_back(point.items()[0].integer(), point.items()[1].integer());
    }
  }
  return rings;
}

}  // namespace metodica::coordination
