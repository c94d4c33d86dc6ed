#include "documents/poster_printer.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "documents/svg_pen.hpp"
#include "text/embedded.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace embedded {
extern const std::span<const EmbeddedFile> poster_files;
}

namespace documents {
namespace {

constexpr double print_dots_mm = 300 / 25.4;
constexpr double picture_height = 460;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

Result<void> check(const Poster& poster) {
  for (const auto& [slot, text] : poster.texts) {
    if (!is_utf8(text))
      return invalid("documents.not_utf8", {}, slot);
  }
  return {};
}

Result<Design> design_of(const Poster& poster, const PosterSize& size) {
  const std::string file = poster.design + "-" + std::string(size.ratio) + ".svg";
  const auto found = std::find_if(embedded::poster_files.begin(), embedded::poster_files.end(),
                                  [&](const EmbeddedFile& one) { return one.path == file; });
  if (found == embedded::poster_files.end())
    return invalid("documents.poster_design", {{"text", file}}, "design");
  return read_design(found->content, poster.accent);
}

struct Laid {
  Design design;
  std::vector<Placed> placed;
};

Result<Laid> laid(const Poster& poster, const PosterSize& size, PosterLetters& letters) {
  METODICA_CHECK(check(poster));
  METODICA_TRY(Design design, design_of(poster, size));
  METODICA_TRY(std::vector<Placed> placed, lay_out(design, poster, letters));
  return Laid{std::move(design), std::move(placed)};
}

class Pen {
 public:
  Pen(cairo_t* cairo, PosterLetters& letters) : cairo_(cairo), letters_(letters) {}

  void put(const PlacedRect& rect) {
    ink(rect.fill);
    cairo_rectangle(cairo_, rect.box.x, rect.box.y, rect.box.width, rect.box.height);
    cairo_fill(cairo_);
  }

  void put(const PlacedLine& line) {
    ink(line.ink);
    letters_.draw(cairo_, line.x, line.baseline, line.text, line.size, line.bold);
  }

  void put(const PlacedImage& image) {
    cairo_save(cairo_);
    cairo_rectangle(cairo_, image.clip.x, image.clip.y, image.clip.width, image.clip.height);
    cairo_clip(cairo_);
    cairo_translate(cairo_, image.whole.x, image.whole.y);
    const double scale = image.whole.width / cairo_image_surface_get_width(image.picture.get());
    cairo_scale(cairo_, scale, scale);
    cairo_set_source_surface(cairo_, image.picture.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo_), CAIRO_FILTER_GOOD);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
  }

 private:
  void ink(Colour colour) {
    constexpr double most = 255;
    cairo_set_source_rgb(cairo_, colour.red / most, colour.green / most, colour.blue / most);
  }

  cairo_t* cairo_;
  PosterLetters& letters_;
};

// Paper is white under whatever the design leaves open.
void draw(cairo_surface_t* surface, const Laid& laid, double scale, double border,
          PosterLetters& letters) {
  cairo_t* cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_translate(cairo, border, border);
  cairo_scale(cairo, scale, scale);
  Pen pen(cairo, letters);
  for (const Placed& one : laid.placed)
    std::visit([&](const auto& what) { pen.put(what); }, one);
  cairo_destroy(cairo);
}

Result<std::string> finished(cairo_surface_t* surface, std::string bytes) {
  const cairo_status_t status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    return Unexpected({METODICA_DEFECT,
                       "documents.drawing",
                       {{"text", std::string(cairo_status_to_string(status))}}});
  }
  return bytes;
}

void describe(cairo_surface_t* surface, const Poster& poster) {
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, poster.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, poster.author.c_str());
  const Date made = poster.made_on.none() ? Date(2000, 1, 1) : poster.made_on;
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                 (made.iso() + "T00:00:00Z").c_str());
}

struct SvgDrawing {
  SvgPen& pen;
  double scale;

  void put(const PlacedRect& rect) const {
    pen.begin_fill(rect.fill);
    pen.box(rect.box.x * scale, rect.box.y * scale, rect.box.width * scale,
            rect.box.height * scale);
    pen.end_fill();
  }
  void put(const PlacedLine& line) const {
    const TextStyle style{line.size * scale, line.bold ? Face::bold : Face::regular, 0.9};
    pen.text(line.x * scale, line.baseline * scale, line.text, style, Align::left, line.ink);
  }
  // A screen loads no pictures: their place is shown.
  void put(const PlacedImage& image) const { put(PlacedRect{image.clip, {200, 205, 212}}); }
};

}  // namespace

Result<std::string> poster_pdf(const Poster& poster, const PosterSize& size,
                               PosterLetters& letters) {
  METODICA_TRY(const Laid all, laid(poster, size, letters));
  // Pixels of a screen are points on paper.
  const double unit = size.print ? points_per_mm : 1;
  const double border = size.print ? mm(poster_bleed_mm) : 0;
  std::string bytes;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(
      append, &bytes, size.width * unit + 2 * border, size.height * unit + 2 * border);
  describe(surface, poster);
  draw(surface, all, size.width * unit / all.design.width, border, letters);
  cairo_surface_finish(surface);
  return finished(surface, std::move(bytes));
}

Result<std::string> poster_png(const Poster& poster, const PosterSize& size,
                               PosterLetters& letters) {
  METODICA_TRY(const Laid all, laid(poster, size, letters));
  const double unit = size.print ? print_dots_mm : 1;
  const auto points = [&](double length) { return static_cast<int>(std::lround(length * unit)); };
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, points(size.width), points(size.height));
  draw(surface, all, size.width * unit / all.design.width, 0, letters);
  std::string bytes;
  cairo_surface_write_to_png_stream(surface, append, &bytes);
  return finished(surface, std::move(bytes));
}

Result<PosterPicture> poster_picture(const Poster& poster, const PosterSize& size,
                                     PosterLetters& letters) {
  METODICA_TRY(const Laid all, laid(poster, size, letters));
  const double scale = picture_height / all.design.height;
  SvgPen pen(all.design.width * scale, picture_height);
  const SvgDrawing drawing{pen, scale};
  for (const Placed& one : all.placed)
    std::visit([&](const auto& what) { drawing.put(what); }, one);
  // White paper on a white page has no edge of its own.
  pen.frame(0, 0, all.design.width * scale, picture_height, 1, 0);
  return PosterPicture{pen.finish()};
}

}  // namespace documents
}  // namespace metodica
