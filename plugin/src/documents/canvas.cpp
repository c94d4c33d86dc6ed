#include "documents/canvas.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace metodica::documents {
namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const PdfFacts& facts) {
  const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
    if (!value.empty())
      cairo_pdf_surface_set_metadata(surface, key, value.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, facts.title);
  set(CAIRO_PDF_METADATA_AUTHOR, facts.author);
  set(CAIRO_PDF_METADATA_CREATOR, facts.creator);
  const Date created = facts.created.none() ? Date(2000, 1, 1) : facts.created;
  set(CAIRO_PDF_METADATA_CREATE_DATE, created.iso() + "T00:00:00Z");
}

void set_colour(cairo_t* cairo, Colour colour) {
  constexpr double most = 255;
  cairo_set_source_rgb(cairo, colour.red / most, colour.green / most, colour.blue / most);
}

}  // namespace

PageSize page_size(const PageFormat& format) {
  PageSize size{mm(210), mm(297)};
  if (format.size == PaperSize::a3)
    size = {mm(297), mm(420)};
  if (format.orientation == Orientation::landscape)
    std::swap(size.width, size.height);
  return size;
}

Canvas::Canvas(Typesetter& typesetter, PageSize size, const PdfFacts& facts)
    : typesetter_(typesetter), size_(size) {
  surface_ = cairo_pdf_surface_create_for_stream(append, &bytes_, size.width, size.height);
  describe(surface_, facts);
  cairo_ = cairo_create(surface_);
}

Canvas::Canvas(Typesetter& typesetter, PageSize size) : typesetter_(typesetter), size_(size) {}

Canvas::Canvas(Typesetter& typesetter, PageSize size, std::unique_ptr<SvgPen> svg)
    : typesetter_(typesetter), size_(size), svg_(std::move(svg)) {}

Canvas Canvas::picture(Typesetter& typesetter, PageSize size) {
  return Canvas(typesetter, size, std::make_unique<SvgPen>(size.width, size.height));
}

Canvas::~Canvas() {
  if (cairo_ != nullptr)
    cairo_destroy(cairo_);
  if (surface_ != nullptr)
    cairo_surface_destroy(surface_);
}

void Canvas::next_page() {
  ++page_;
  if (cairo_ != nullptr)
    cairo_show_page(cairo_);
}

void Canvas::text(double left, double width, double baseline, std::string_view line,
                  TextStyle style, Align align, Colour ink) {
  if ((cairo_ == nullptr && svg() == nullptr) || line.empty())
    return;
  double wide = typesetter_.width(line, style);
  if (wide > width + 0.02) {
    // In steps, so that few different fonts are made.
    style.stretch *= std::max(0.25, std::floor(width / wide * 40) / 40);
    wide = typesetter_.width(line, style);
  }
  const double free = width - wide;
  const double shift = align == Align::left ? 0 : align == Align::centre ? free / 2 : free;
  if (svg() != nullptr) {
    const double part = align == Align::left ? 0 : align == Align::centre ? 0.5 : 1;
    svg()->text(left + part * width, baseline, line, style, align, ink);
    return;
  }
  set_colour(cairo_, ink);
  typesetter_.draw(cairo_, left + shift, baseline, line, style);
}

void Canvas::text_upwards(double x, double bottom, std::string_view line, const TextStyle& style) {
  if (cairo_ == nullptr || line.empty())
    return;
  cairo_save(cairo_);
  cairo_translate(cairo_, x, bottom);
  cairo_rotate(cairo_, -std::numbers::pi / 2);
  cairo_set_source_rgb(cairo_, 0, 0, 0);
  typesetter_.draw(cairo_, 0, 0, line, style);
  cairo_restore(cairo_);
}

void Canvas::rule(double x1, double y1, double x2, double y2, double thickness, double grey) {
  rules({{x1, y1, x2, y2}}, thickness, grey);
}

void Canvas::rules(const std::vector<Segment>& segments, double thickness, double grey) {
  if (svg() != nullptr) {
    for (const Segment& line : segments)
      svg()->line(line.x1, line.y1, line.x2, line.y2, thickness);
  }
  if (cairo_ == nullptr || segments.empty())
    return;
  cairo_set_source_rgb(cairo_, grey, grey, grey);
  cairo_set_line_width(cairo_, thickness);
  for (const Segment& segment : segments) {
    cairo_move_to(cairo_, segment.x1, segment.y1);
    cairo_line_to(cairo_, segment.x2, segment.y2);
  }
  cairo_stroke(cairo_);
}

void Canvas::frame(double x, double y, double width, double height, double thickness,
                   double corner) {
  if (svg() != nullptr)
    svg()->frame(x, y, width, height, thickness, corner);
  if (cairo_ == nullptr)
    return;
  constexpr double quarter = std::numbers::pi / 2;
  cairo_set_source_rgb(cairo_, 0, 0, 0);
  cairo_set_line_width(cairo_, thickness);
  cairo_new_sub_path(cairo_);
  cairo_arc(cairo_, x + width - corner, y + corner, corner, -quarter, 0);
  cairo_arc(cairo_, x + width - corner, y + height - corner, corner, 0, quarter);
  cairo_arc(cairo_, x + corner, y + height - corner, corner, quarter, 2 * quarter);
  cairo_arc(cairo_, x + corner, y + corner, corner, 2 * quarter, 3 * quarter);
  cairo_close_path(cairo_);
  cairo_stroke(cairo_);
}

void Canvas::fill(double x, double y, double width, double height, double grey) {
  const auto level = static_cast<std::uint8_t>(std::lround(std::clamp(grey, 0.0, 1.0) * 255));
  fills({{x, y, width, height}}, {level, level, level});
}

void Canvas::fills(const std::vector<Box>& boxes, Colour colour) {
  if (svg() != nullptr) {
    svg()->begin_fill(colour);
    for (const Box& box : boxes)
      svg()->box(box.x, box.y, box.width, box.height);
    svg()->end_fill();
  }
  if (cairo_ == nullptr || boxes.empty())
    return;
  set_colour(cairo_, colour);
  for (const Box& box : boxes)
    cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
  cairo_fill(cairo_);
}

void Canvas::shape(const DrawnShape& shape, double x, double y, double scale) {
  if (cairo_ == nullptr || shape.points.empty())
    return;
  if (shape.kind == DrawnShape::Kind::words) {
    const TextStyle style{shape.size * scale, shape.bold ? Face::bold : Face::regular, 0.92};
    constexpr double widest = 2000;
    const double at = x + shape.points.front().first * scale;
    const double part = shape.align == Align::left     ? 0
                        : shape.align == Align::centre ? widest / 2
                                                       : widest;
    text(at - part, widest, y + shape.points.front().second * scale, shape.text, style, shape.align,
         shape.fill.value_or(Colour{}));
    return;
  }
  cairo_new_path(cairo_);
  for (const auto& [px, py] : shape.points)
    cairo_line_to(cairo_, x + px * scale, y + py * scale);
  if (shape.kind == DrawnShape::Kind::area)
    cairo_close_path(cairo_);
  if (shape.fill && shape.kind == DrawnShape::Kind::area) {
    set_colour(cairo_, *shape.fill);
    cairo_fill_preserve(cairo_);
  }
  if (shape.line) {
    constexpr double dashes[] = {3, 2};
    set_colour(cairo_, *shape.line);
    cairo_set_line_width(cairo_, shape.line_width * scale);
    cairo_set_dash(cairo_, dashes, shape.dashed ? 2 : 0, 0);
    cairo_stroke(cairo_);
    cairo_set_dash(cairo_, dashes, 0, 0);
  }
  cairo_new_path(cairo_);
}

Result<std::string> Canvas::finish() {
  if (svg_)
    return svg_->finish();
  if (cairo_ == nullptr)
    return std::string();
  cairo_surface_finish(surface_);
  cairo_status_t status = cairo_status(cairo_);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status(surface_);
  if (status != CAIRO_STATUS_SUCCESS) {
    return Unexpected(Problem(METODICA_DEFECT, "documents.drawing",
                              {{"text", std::string(cairo_status_to_string(status))}}));
  }
  return std::move(bytes_);
}

}  // namespace metodica::documents
