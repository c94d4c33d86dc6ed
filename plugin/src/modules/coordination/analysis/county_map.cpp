#include "modules/coordination/analysis/county_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "modules/coordination/analysis/drawing_pen.hpp"

namespace metodica::coordination {
namespace {

constexpr double map_width = 940;
constexpr double title_height = 26;
constexpr double tile_width = 100;
constexpr double tile_height = 38;
constexpr double tile_gap = 4;
constexpr double heading_height = 20;
constexpr double legend_height = 30;
constexpr std::size_t shades = 5;

// One hue from light to dark: the order stays in grey print and for every eye.
constexpr std::array<Colour, shades> fills = {
    {{227, 239, 249}, {182, 211, 236}, {120, 173, 216}, {52, 121, 183}, {8, 69, 129}}};

Colour words_on(std::size_t shade) {
  return shade >= 3 ? ink::white : ink::text;
}

// Fewer classes are spread over the shades, so that the ends stay light and dark.
std::size_t shade_of(std::size_t place, std::size_t classes) {
  return classes < 2 ? shades / 2 : place * (shades - 1) / (classes - 1);
}

class MapDrawing {
 public:
  MapDrawing(const CountyMap& map, const Messages& say)
      : map_(map), say_(say), classes_(map_classes(map.units, shades)) {}

  Drawing draw() { return map_.boundaries.empty() ? tiles() : areas(); }

 private:
  [[nodiscard]] std::string shown(const Decimal& value) const {
    return shown_decimal(value, say_.lang());
  }

  [[nodiscard]] std::size_t shade(const Decimal& value) const {
    return shade_of(class_of(classes_, value), classes_.size());
  }

  void title(DrawingPen& pen) const { pen.words(0, 16, map_.title, {13.5, ink::text, true}); }

  void legend(DrawingPen& pen, double y) const {
    double x = 0;
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      const MapClass& one = classes_[i];
      pen.framed_box(x, y, 18, 14, fills[shade_of(i, classes_.size())], ink::quiet);
      std::string text = shown(one.from);
      if (one.to != one.from)
        text += "–" + shown(one.to);
      text += " (" + std::to_string(one.members) + ")";
      pen.words(x + 23, y + 11, text, {10.5, ink::text});
      x += 23 + rough_width(text, 10.5) + 16;
    }
    if (const std::string text = say_("analysis.map_unknown"); has_unknown()) {
      pen.framed_box(x, y, 18, 14, ink::white, ink::quiet, true);
      pen.words(x + 23, y + 11, text, {10.5, ink::text});
    }
  }

  [[nodiscard]] bool has_unknown() const {
    return std::ranges::any_of(map_.units, [](const Ranked& one) { return !one.reckoned.value; });
  }

  void tile(DrawingPen& pen, const Ranked& one, double x, double y) const {
    const auto& value = one.reckoned.value;
    Colour words = ink::text;
    if (value) {
      const std::size_t at = shade(*value);
      pen.framed_box(x, y, tile_width, tile_height, fills[at], ink::quiet);
      words = words_on(at);
    } else {
      pen.framed_box(x, y, tile_width, tile_height, ink::white, ink::quiet, true);
    }
    const double middle = x + tile_width / 2;
    pen.words(middle, y + 15, fitted(one.of->unit.name, 10.5, tile_width - 6),
              {10.5, words, false, Align::centre});
    pen.words(middle, y + 31, value ? shown(*value) : "–", {12.5, words, true, Align::centre});
  }

  Drawing tiles() {
    const auto groups =
        tile_groups(map_.units, map_.bands, say_.lang(), say_("analysis.no_centre"));
    double height = title_height + legend_height;
    for (const TileGroup& group : groups) {
      const std::size_t rows = (group.members.size() + map_.tiles_in_row - 1) / map_.tiles_in_row;
      height += heading_height + static_cast<double>(rows) * (tile_height + tile_gap) + 6;
    }
    DrawingPen pen(static_cast<double>(map_.tiles_in_row) * (tile_width + tile_gap), height,
                   map_.alternative);
    title(pen);
    legend(pen, title_height);
    double y = title_height + legend_height;
    for (const TileGroup& group : groups) {
      pen.words(0, y + 13, group.name + " (" + std::to_string(group.members.size()) + ")",
                {11.5, ink::quiet, true});
      y += heading_height;
      for (std::size_t i = 0; i < group.members.size(); ++i) {
        const double x = static_cast<double>(i % map_.tiles_in_row) * (tile_width + tile_gap);
        const double top =
            y + static_cast<double>(i / map_.tiles_in_row) * (tile_height + tile_gap);
        tile(pen, map_.units[group.members[i]], x, top);
      }
      const std::size_t rows = (group.members.size() + map_.tiles_in_row - 1) / map_.tiles_in_row;
      y += static_cast<double>(rows) * (tile_height + tile_gap) + 6;
    }
    return pen.take();
  }

  struct Extent {
    std::int64_t west = std::numeric_limits<std::int64_t>::max();
    std::int64_t east = std::numeric_limits<std::int64_t>::min();
    std::int64_t south = std::numeric_limits<std::int64_t>::max();
    std::int64_t north = std::numeric_limits<std::int64_t>::min();
  };

  [[nodiscard]] Extent extent() const {
    Extent all;
    for (const auto& [siruta, rings] : map_.boundaries) {
      for (const auto& ring : rings) {
        for (const auto& [x, y] : ring) {
          all.west = std::min(all.west, x);
          all.east = std::max(all.east, x);
          all.south = std::min(all.south, y);
          all.north = std::max(all.north, y);
        }
      }
    }
    return all;
  }

  // Small things last, so that a town inside a commune is not covered.
  [[nodiscard]] std::vector<const Ranked*> largest_first() const {
    std::vector<const Ranked*> order;
    for (const Ranked& one : map_.units) {
      if (map_.boundaries.contains(one.of->unit.siruta))
        order.push_back(&one);
    }
    std::ranges::stable_sort(order, [&](const Ranked* left, const Ranked* right) {
      return points_of(*left) > points_of(*right);
    });
    return order;
  }

  [[nodiscard]] double points_of(const Ranked& one) const {
    double twice = 0;
    for (const auto& ring : map_.boundaries.at(one.of->unit.siruta)) {
      double sum = 0;
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& a = ring[i];
        const auto& b = ring[(i + 1) % ring.size()];
        sum += static_cast<double>(a.first) * static_cast<double>(b.second) -
               static_cast<double>(b.first) * static_cast<double>(a.second);
      }
      twice += std::abs(sum);
    }
    return twice;
  }

  Drawing areas() {
    const Extent all = extent();
    const double middle = static_cast<double>(all.north + all.south) / 2 / 100'000;
    const double squeeze = std::cos(middle * std::numbers::pi / 180);  // a degree of longitude here
    const double wide = static_cast<double>(all.east - all.west) * squeeze;
    const double scale = wide > 0 ? map_width / wide : 1;
    const double high = static_cast<double>(all.north - all.south) * scale;
    DrawingPen pen(map_width, title_height + legend_height + high, map_.alternative);
    title(pen);
    const auto lacking = static_cast<std::int64_t>(map_.units.size() - largest_first().size());
    if (lacking > 0) {
      pen.words(map_width, 16, say_("analysis.map_left_out", {{"count", lacking}}),
                {10.5, ink::quiet, false, Align::right});
    }
    legend(pen, title_height);
    const double top = title_height + legend_height;
    const auto place = [&](const std::pair<std::int64_t, std::int64_t>& point) {
      return std::pair(static_cast<double>(point.first - all.west) * squeeze * scale,
                       top + static_cast<double>(all.north - point.second) * scale);
    };
    for (const Ranked* one : largest_first())
      area(pen, *one, place);
    for (const Ranked* one : largest_first())
      name(pen, *one, place);
    return pen.take();
  }

  template <class Place>
  void area(DrawingPen& pen, const Ranked& one, const Place& place) const {
    const auto& value = one.reckoned.value;
    for (const auto& ring : map_.boundaries.at(one.of->unit.siruta)) {
      std::vector<std::pair<double, double>> corners;
      corners.reserve(ring.size());
      for (const auto& point : ring)
        corners.push_back(place(point));
      pen.area(std::move(corners), value ? fills[shade(*value)] : ink::white, ink::quiet, 0.8);
    }
  }

  template <class Place>
  void name(DrawingPen& pen, const Ranked& one, const Place& place) const {
    const auto& rings = map_.boundaries.at(one.of->unit.siruta);
    const auto largest =
        std::ranges::max_element(rings, {}, [](const auto& ring) { return ring.size(); });
    double x = 0;
    double y = 0;
    double left = map_width;
    double right = 0;
    for (const auto& point : *largest) {
      const auto [px, py] = place(point);
      x += px;
      y += py;
      left = std::min(left, px);
      right = std::max(right, px);
    }
    const auto count = static_cast<double>(largest->size());
    const auto& value = one.reckoned.value;
    const Colour words = value ? words_on(shade(*value)) : ink::text;
    if (right - left > 34) {
      pen.words(x / count, y / count, fitted(one.of->unit.name, 8, right - left - 4),
                {8, words, false, Align::centre});
    }
    pen.words(x / count, y / count + 10, value ? shown(*value) : "–",
              {9, words, true, Align::centre});
  }

  const CountyMap& map_;
  const Messages& say_;
  std::vector<MapClass> classes_;
};

}  // namespace

Drawing drawn(const CountyMap& map, const Messages& say) {
  return MapDrawing(map, say).draw();
}

}  // namespace metodica::coordination
