/// One label under the pen. Part of the engine.
#pragma once

#include <string>
#include <vector>

#include "documents/barcode.hpp"
#include "documents/canvas.hpp"
#include "documents/labels.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

class LabelDrawing {
 public:
  /// `font_pt`: the largest size of a usual line.
  LabelDrawing(Canvas& canvas, double font_pt) : canvas_(canvas), font_pt_(font_pt) {}

  /// Draws inside of `place`, the whole label. Errors: METODICA_INVALID "documents.barcode"
  /// {text}{code} for a value that cannot be encoded, "documents.barcode_room" {text}{code} for one
  /// whose modules would be too narrow to be read.
  Result<void> draw(const Label& label, const Box& place);

 private:
  Box draw_band(const ColourBand& band, const Box& place, bool wide);
  Result<void> draw_bars(const Label& label, const Barcode& code, const Box& place);
  Result<void> draw_square(const Label& label, const Barcode& code, const Box& place);
  void draw_text(const Label& label, const Box& place);
  void draw_centred(const std::vector<std::string>& lines, const Box& place);
  void draw_card(const std::vector<std::string>& lines, const Box& place, double largest,
                 bool bold_first);
  void draw_shelf_end(const std::vector<std::string>& lines, const Box& place);
  void paint(const Barcode& code, double x, double y, double module, double row_height);

  Canvas& canvas_;
  double font_pt_;
};

}  // namespace metodica::documents
