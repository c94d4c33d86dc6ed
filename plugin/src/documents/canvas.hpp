/// A PDF under the pen. Lengths are points, y grows down the page. Part of the engine.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "documents/drawing.hpp"
#include "documents/labels.hpp"
#include "documents/paper.hpp"
#include "documents/svg_pen.hpp"
#include "documents/typesetter.hpp"

namespace metodica::documents {

/// What a PDF reader shows about the file.
struct PdfFacts {
  std::string title;
  std::string author;
  std::string creator;
  Date created;  ///< none(): the first day of 2000, so that the bytes never depend on the clock
};

struct PageSize {
  double width = 0;  ///< points
  double height = 0;
};

PageSize page_size(const PageFormat& format);

/// A place on the page, in points.
struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

struct Segment {
  double x1;
  double y1;
  double x2;
  double y2;
};

class Canvas {
 public:
  /// Draws into a PDF.
  Canvas(Typesetter& typesetter, PageSize size, const PdfFacts& facts);
  /// Draws nothing and counts pages: the first of two rounds over the same drawing code.
  Canvas(Typesetter& typesetter, PageSize size);
  /// Draws the first page as SVG (see svg_pen.hpp): a picture for screens.
  static Canvas picture(Typesetter& typesetter, PageSize size);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  [[nodiscard]] PageSize size() const { return size_; }
  [[nodiscard]] Typesetter& typesetter() { return typesetter_; }
  /// Number of the page under the pen, from 1.
  [[nodiscard]] int page() const { return page_; }
  void next_page();

  /// One line of text between `left` and `left + width`; narrowed when it is wider than that.
  void text(double left, double width, double baseline, std::string_view line, TextStyle style,
            Align align = Align::left, Colour ink = {});
  /// One line that reads upwards: `x` is its baseline, `bottom` where it starts.
  void text_upwards(double x, double bottom, std::string_view line, const TextStyle& style);

  void rule(double x1, double y1, double x2, double y2, double thickness = 0.4, double grey = 0.0);
  /// Many rules with one stroke: the grid of a table.
  void rules(const std::vector<Segment>& segments, double thickness, double grey);
  void frame(double x, double y, double width, double height, double thickness = 0.4,
             double corner = 0.0);
  void fill(double x, double y, double width, double height, double grey);
  /// Many boxes with one stroke of the brush, so that neighbours leave no seam.
  void fills(const std::vector<Box>& boxes, Colour colour = {});

  /// One shape of a drawing whose upper left corner lies at `x`, `y`. PDF only.
  void shape(const DrawnShape& shape, double x, double y, double scale);

  /// The bytes of the PDF or the text of the SVG; nothing may be drawn afterwards. Errors:
  /// METODICA_DEFECT "documents.drawing" {text}.
  Result<std::string> finish();

 private:
  Canvas(Typesetter& typesetter, PageSize size, std::unique_ptr<SvgPen> svg);
  [[nodiscard]] SvgPen* svg() const { return page_ == 1 ? svg_.get() : nullptr; }

  Typesetter& typesetter_;
  PageSize size_;
  int page_ = 1;
  std::string bytes_;
  cairo_surface_t* surface_ = nullptr;
  cairo_t* cairo_ = nullptr;
  std::unique_ptr<SvgPen> svg_;
};

}  // namespace metodica::documents
