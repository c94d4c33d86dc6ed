/// Sheets of labels at exact scale: spine labels and barcode labels.
/// Print at 100 %, never "fit to page".
#pragma once

#include <string>
#include <vector>

#include "text/date.hpp"

namespace metodica {

/// Geometry of one bought sheet, in millimetres from the upper left corner of the page.
struct LabelSheet {
  std::string code;  ///< "L7651"
  std::string page;  ///< "A4" or "Letter"
  int columns = 0;
  int rows = 0;
  double width = 0;  ///< of one label
  double height = 0;
  double left = 0;  ///< of the first label
  double top = 0;
  double pitch_x = 0;  ///< from one label's left edge to the next one's
  double pitch_y = 0;
  double corner = 0;  ///< radius of the corners

  [[nodiscard]] int positions() const { return columns * rows; }
};

/// One label. With a barcode: the lines above, bars, the readable text below.
/// Without: the lines in the middle of the label, made smaller when they do not fit.
struct Label {
  std::vector<std::string> lines;  ///< the first one is bold
  std::string barcode;             ///< printable ASCII, drawn as Code 128; "" for none
  std::string barcode_text;        ///< under the bars; "" means the barcode itself
};

struct LabelPaper {
  LabelSheet sheet;
  std::vector<Label> labels;
  int start = 1;        ///< first free position of a part-used sheet: 1 is the upper left, by rows
  double offset_x = 0;  ///< calibration of the printer, millimetres to the right
  double offset_y = 0;  ///< and down
  double font_pt = 11;  ///< the largest size of a line
  bool frames = false;  ///< draws the edges of the labels
  bool test_page =
      false;          ///< one page with the edges and numbers of all positions, `labels` unused
  std::string title;  ///< PDF title
  Date listed_on;     ///< creation date in the PDF
};

}  // namespace metodica
