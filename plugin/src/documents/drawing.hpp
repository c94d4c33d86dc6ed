/// A drawing made of few shapes, for papers and, turned into SVG by its owner, for screens.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "documents/labels.hpp"
#include "documents/paper.hpp"

namespace metodica {

/// Points are units of the drawing, y grows downwards.
struct DrawnShape {
  enum class Kind { area = 1, line, words };
  Kind kind = Kind::area;
  /// area: the corners; line: two points or more; words: the point on their baseline.
  std::vector<std::pair<double, double>> points;
  std::optional<Colour> fill;  ///< of an area; of words their ink
  std::optional<Colour> line;  ///< of an area its border
  double line_width = 1;
  bool dashed = false;
  std::string text;
  double size = 10;  ///< of the letters
  bool bold = false;
  Align align = Align::left;  ///< words begin at, stand around or end at their point
};

/// Printed over the whole width of the page unless it says how wide it is.
struct Drawing {
  double width = 100, height = 100;
  double width_mm = 0;      ///< 0: as wide as the page allows
  std::string alternative;  ///< what it shows, in words, for those who cannot see it
  std::vector<DrawnShape> shapes;
};

}  // namespace metodica
