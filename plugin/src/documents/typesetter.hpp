/// Words into glyphs: shaping, widths, line breaks. Part of the engine, not seen from outside.
#pragma once

#include <pango/pangocairo.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "metodica/result.hpp"

namespace metodica::documents {

inline constexpr double points_per_mm = 72.0 / 25.4;
constexpr double mm(double millimetres) {
  return millimetres * points_per_mm;
}

enum class Face { regular = 1, bold };

/// How a line of text looks. `stretch` narrows the letters: 0.9 is what DejaVu Sans Condensed is.
struct TextStyle {
  double pt = 8;
  Face face = Face::regular;
  double stretch = 0.9;

  [[nodiscard]] double line_height() const { return pt * 1.18; }
  /// From the top of a line to its baseline.
  [[nodiscard]] double ascent() const { return pt * 0.95; }
};

/// Shapes each word once and keeps it: a register of 10,000 lines has few different words. Widths
/// are in points. Text is UTF-8 (checked by the caller). One thread at a time.
class Typesetter {
 public:
  Typesetter();
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  /// Errors: METODICA_INVALID "documents.font_missing" when no font of this machine has ș ț ă ő ű.
  Result<void> check_fonts();

  /// Width of one line. White space counts as single spaces.
  double width(std::string_view line, const TextStyle& style);

  /// Breaks at white space, at line feeds, and inside words that are too long (after punctuation
  /// when there is some). A word alone on its line may be wider than `width` by a fifth:
  /// Canvas::text narrows it. At least one line.
  std::vector<std::string> wrap(std::string_view text, const TextStyle& style, double width);

  /// Draws one line from x on, with its letters readable for programs too.
  void draw(cairo_t* cairo, double x, double baseline, std::string_view line,
            const TextStyle& style);

 private:
  struct Glyph;
  struct Piece;
  struct Word;
  struct Pen;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  const Word& word(std::string_view text, Face face);
  Word shape(std::string_view text, Face face);
  void add_run(Word& into, const PangoGlyphItem& run);
  /// Figures are put together from single characters: no kerning, so that columns stay even.
  void append_figures(Word& into, std::string_view text, Face face);
  std::uint16_t font_number(PangoFont* font);
  std::size_t fitting_bytes(std::string_view word, const TextStyle& style, double width);
  /// The words of a line from left to right: neighbouring Arabic or Hebrew words change places.
  std::vector<std::string_view> in_visual_order(std::string_view line, Face face);
  void flush(Pen& pen);

  PangoFontMap* map_;
  PangoContext* context_;
  PangoLayout* layout_;
  PangoFontDescription* descriptions_[2];
  std::vector<cairo_font_face_t*> fonts_;
  std::unordered_map<PangoFont*, std::uint16_t> font_numbers_;
  std::unordered_map<std::string, Word, TextHash, std::equal_to<>> words_[2];
  std::unique_ptr<Word> figures_;
};

}  // namespace metodica::documents
