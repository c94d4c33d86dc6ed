#include "modules/processing/capacity_picture.hpp"

#include <algorithm>

#include "ui/svg.hpp"

namespace metodica::processing {
namespace {

constexpr int margin = 10;
constexpr int bay_width = 118;
constexpr int bay_gap = 14;
constexpr int bays_in_row = 6;
constexpr int shelf_height = 30;
constexpr int name_height = 24;
constexpr std::size_t most_bays = 48;
constexpr std::int64_t working = 750;  // domain note on classification, 4.2
constexpr std::int64_t full = 1000;

std::int64_t fill_of(const FilledBoard& shelf) {
  return fill_permille(shelf.load.width_um, shelf.load.away_um, shelf.board.length_mm);
}

SvgLook look_of(std::int64_t permille) {
  if (permille > full)
    return {"#f3b4ab", "#8c1d12", 2};
  if (permille > working)
    return {"#ffd9a0", "#8a5200", 1.5, "5 3"};
  return {"#bcd7ee", "#2b5d87", 1};
}

void draw_shelf(Svg& svg, const FilledBoard& shelf, double x, double y) {
  const std::int64_t permille = fill_of(shelf);
  const double width = bay_width - 6.0;
  const double filled = width * static_cast<double>(std::min(permille, full)) / full;
  svg.rect({x + 3, y + 3, width, shelf_height - 7.0}, {"#f7f9fb", "#c3ccd6", 0.5});
  if (filled >= 1)
    svg.rect({x + 3, y + 3, filled, shelf_height - 7.0}, look_of(permille));
  if (permille > full)
    svg.line(x + 3, y + shelf_height - 4, x + 3 + width, y + 3, {"", "#8c1d12", 1});
  svg.words(x + bay_width / 2.0, y + 18, std::to_string((permille + 5) / 10) + " %",
            {11.5, "#14202b", false, permille > working});
  svg.rect({x, y + shelf_height - 4.0, bay_width, 4}, {"#8a7a63", "#6b5d49", 0.5});
}

double height_of(const std::vector<BayFill>& bays, std::size_t first) {
  std::size_t most = 1;
  for (std::size_t i = first; i < std::min(bays.size(), first + bays_in_row); ++i)
    most = std::max(most, bays[i].boards.size());
  return name_height + static_cast<double>(most) * shelf_height + margin;
}

}  // namespace

std::string capacity_picture(const Messages& say, const std::vector<BayFill>& all) {
  const std::vector<BayFill> bays(
      all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most_bays)));
  if (bays.empty())
    return {};
  double height = margin;
  for (std::size_t first = 0; first < bays.size(); first += bays_in_row)
    height += height_of(bays, first);
  const std::size_t columns = std::min<std::size_t>(bays.size(), bays_in_row);
  Svg svg(2 * margin + static_cast<double>(columns) * (bay_width + bay_gap), height,
          say("shelves.fill_title"));
  double y = margin;
  for (std::size_t first = 0; first < bays.size(); first += bays_in_row) {
    for (std::size_t i = first; i < std::min(bays.size(), first + bays_in_row); ++i) {
      const double x = margin + static_cast<double>(i - first) * (bay_width + bay_gap);
      svg.words(x + bay_width / 2.0, y + 14, bays[i].name, {12, "#14202b", false, true});
      double top = y + name_height;
      svg.rect(
          {x, top - 3, bay_width, static_cast<double>(bays[i].boards.size()) * shelf_height + 3},
          {"", "#6b5d49", 1.5});
      for (const FilledBoard& shelf : bays[i].boards) {
        draw_shelf(svg, shelf, x, top);
        top += shelf_height;
      }
    }
    y += height_of(bays, first);
  }
  return svg.text();
}

}  // namespace metodica::processing
