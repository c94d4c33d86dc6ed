/// A page as SVG for screens. Part of the engine.
#pragma once

#include <string>
#include <string_view>

#include "documents/labels.hpp"
#include "documents/paper.hpp"
#include "documents/typesetter.hpp"

namespace metodica::documents {

/// Writes only what every renderer of screens takes: rect, line, path and text with plain
/// attributes; no style, id or address. Lengths are points, rounded to hundredths; letters come
/// from the reader's own fonts, so only places and sizes are those of the print.
class SvgPen {
 public:
  SvgPen(double width, double height);

  /// `x` is where the line begins, has its middle or ends, by `align`.
  void text(double x, double baseline, std::string_view line, const TextStyle& style, Align align,
            Colour ink);
  void line(double x1, double y1, double x2, double y2, double thickness);
  void frame(double x, double y, double width, double height, double thickness, double corner);

  void begin_fill(Colour colour);
  void box(double x, double y, double width, double height);
  void end_fill();

  /// The whole document; the pen is empty afterwards.
  std::string finish();

 private:
  void number(double value);
  void attribute(std::string_view name, double value);
  void colour(std::string_view name, Colour value);

  std::string out_;
};

}  // namespace metodica::documents
