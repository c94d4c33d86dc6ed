/// Svg: pictures for the block `picture`, from the few elements that every host draws. Numbers are
/// units of the picture; nothing moves, nothing is loaded.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metodica {

struct SvgBox {
  double x = 0, y = 0, width = 0, height = 0;
};

/// How a shape looks. Colours as "#rrggbb", "" for none.
struct SvgLook {
  std::string fill;
  std::string line;
  double line_width = 1;
  std::string dashes = {};  ///< "3 2": as stroke-dasharray, "" for a full line
};

/// How words look. They begin at their point when upright (turned a quarter, read upwards), and
/// stand around it otherwise unless `from_left`.
struct SvgWords {
  double size = 12;
  std::string colour = "#000000";
  bool upright = false;
  bool bold = false;
  bool from_left = false;
  bool to_right = false;  ///< they end at their point
};

class Svg {
 public:
  /// On white ground, so that it stays readable where the page is dark. `title` is read aloud.
  Svg(double width, double height, std::string_view title);

  void rect(const SvgBox& box, const SvgLook& look);
  void line(double x1, double y1, double x2, double y2, const SvgLook& look);
  void polygon(const std::vector<std::pair<double, double>>& points, std::string_view fill);
  void polygon(const std::vector<std::pair<double, double>>& points, const SvgLook& look);
  /// `text` may hold anything: it is escaped here.
  void words(double x, double y, std::string_view text, const SvgWords& look);

  [[nodiscard]] std::string text() const { return text_ + "</svg>"; }

 private:
  std::string text_;
};

}  // namespace metodica
