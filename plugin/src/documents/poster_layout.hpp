/// A poster with every text fitted into its place. Part of the engine.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "documents/image_reader.hpp"
#include "documents/poster.hpp"
#include "documents/poster_design.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

/// Measures and draws words in the letters of posters: the first of Inter, Noto Sans and DejaVu
/// Sans that is installed, each of which has ș ț ă â î ő ű. Units are those of the design.
class PosterLetters {
 public:
  PosterLetters();
  ~PosterLetters();
  PosterLetters(const PosterLetters&) = delete;
  PosterLetters& operator=(const PosterLetters&) = delete;

  struct Lines {
    std::vector<std::string> lines;
    bool fits = true;  ///< false when a word is wider than the box
  };
  Lines wrap(const std::string& text, double size, bool bold, double width);
  double width(const std::string& line, double size, bool bold);
  /// From `x` on, in the colour that the pen has.
  void draw(cairo_t* cairo, double x, double baseline, const std::string& line, double size,
            bool bold);
  /// Letters that no installed font has.
  [[nodiscard]] bool knows(const std::string& text);

 private:
  void set(double size, bool bold);

  PangoFontMap* map_;
  PangoContext* context_;
  PangoLayout* layout_;
};

struct PlacedRect {
  Box box;
  Colour fill;
};
struct PlacedLine {
  double x = 0, baseline = 0;  ///< x is the left end
  std::string text;
  double size = 0;
  bool bold = false;
  Colour ink;
};
struct PlacedImage {
  Box clip;   ///< what is seen
  Box whole;  ///< where the whole picture lies
  std::shared_ptr<cairo_surface_t> picture;
};
using Placed = std::variant<PlacedRect, PlacedLine, PlacedImage>;

/// Relative contrast of two colours, 1 to 21 (WCAG 2.1, "contrast ratio").
[[nodiscard]] double contrast(Colour one, Colour other);

/// Everything in the order in which it is drawn, in units of the design. Errors: METODICA_INVALID
/// "documents.poster_contrast" {ratio} {needed} at "accent" when letters would be hard to read;
/// "documents.poster_too_long" {slot} at the slot when its text does not fit in the least size;
/// "documents.font_missing"; those of read_image.
Result<std::vector<Placed>> lay_out(const Design& design, const Poster& poster,
                                    PosterLetters& letters);

}  // namespace metodica::documents
