/// A drawing under the pen, and the same drawing as SVG for screens: charts and maps are described
/// once and look alike on both.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/drawing.hpp"

namespace metodica::coordination {

/// Colours that stay apart for people who confuse red and green, and in grey print by their
/// lightness.
namespace ink {
inline constexpr Colour text = {20, 32, 43};
inline constexpr Colour quiet = {88, 101, 114};
inline constexpr Colour grid = {208, 215, 222};
inline constexpr Colour main = {11, 87, 164};
inline constexpr Colour second = {176, 90, 0};
inline constexpr Colour third = {87, 96, 106};
inline constexpr Colour soft = {188, 215, 238};
inline constexpr Colour white = {255, 255, 255};
}  // namespace ink

struct WordsLook {
  double size = 11;
  Colour colour = ink::text;
  bool bold = false;
  Align align = Align::left;
};

class DrawingPen {
 public:
  DrawingPen(double width, double height, std::string alternative);

  void box(double x, double y, double width, double height, Colour fill);
  void framed_box(double x, double y, double width, double height, Colour fill, Colour line,
                  bool dashed = false);
  void area(std::vector<std::pair<double, double>> corners, Colour fill, Colour line,
            double line_width);
  void line(std::vector<std::pair<double, double>> points, Colour colour, double width,
            bool dashed = false);
  void words(double x, double y, std::string_view text, const WordsLook& look);

  [[nodiscard]] Drawing take() { return std::move(drawing_); }

 private:
  Drawing drawing_;
};

/// How wide words of this size come out, roughly: there is no font at hand here.
[[nodiscard]] double rough_width(std::string_view text, double size);
/// The text, or as much of it as fits with an ellipsis.
[[nodiscard]] std::string fitted(std::string_view text, double size, double width);

/// The drawing with its alternative as title.
[[nodiscard]] std::string svg_of(const Drawing& drawing);

}  // namespace metodica::coordination
