/// Sheets of labels at exact scale: spine, barcode, pocket and shelf-end labels.
/// Print at 100 %, never "fit to page".
#pragma once

#include <cstdint>
#include <optional>
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

/// How a code is drawn (domain note on classification, 6.2).
enum class Symbology : std::uint8_t {
  code_128 = 1,  ///< ISO/IEC 15417: printable ASCII
  code_39,       ///< ISO/IEC 16388: capitals, digits and - . $ / + % and space
  ean_13,        ///< 13 digits, or 12 to which the check digit is added
  qr,            ///< ISO/IEC 18004
  data_matrix,   ///< ISO/IEC 16022
};

/// A colour on paper, 0 to 255 each.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(const Colour&) const = default;
};

/// A stripe of colour that says the class. Colour never stands alone: `text` is printed in it.
struct ColourBand {
  Colour colour;
  std::string text;  ///< "8"
};

enum class LabelLook : std::uint8_t {
  centred = 1,  ///< lines in the middle, all of one size
  card,         ///< lines from the left, wrapped: pocket and book card
  shelf_end,    ///< the first line large, the others small below it
};

/// One label. With a linear code: the lines above, bars, the readable text below; with a square
/// one: the square at the left, the lines beside it. Text is made smaller when it does not fit.
struct Label {
  std::vector<std::string> lines;  ///< the first one is bold
  std::string barcode;             ///< "" for none
  std::string barcode_text;        ///< under the bars; "" means the barcode itself
  Symbology symbology = Symbology::code_128;
  LabelLook look = LabelLook::centred;
  std::optional<ColourBand> band;  ///< at the left edge
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

/// The first sheet of a paper as a picture.
struct LabelPicture {
  std::string svg;  ///< millimetres; taken positions of a part-used sheet are hatched
  int sheets = 0;   ///< how many the paper has
};

}  // namespace metodica
