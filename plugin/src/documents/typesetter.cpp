#include "documents/typesetter.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace metodica::documents {
namespace {

/// Words are shaped at this size and scaled: without hinting, widths are proportional.
constexpr double shaping_size = 256.0;
/// Beyond this the cache starts anew; about 6 MiB.
constexpr std::size_t word_limit = 12000;
/// Letters may lose this much of their width before a word is broken; dates stay in one piece.
constexpr double narrowing = 1.2;
/// Explicit families: what is printed must not depend on a desktop's taste.
constexpr const char* families = "DejaVu Sans,Liberation Sans,Noto Sans";

std::size_t face_index(Face face) {
  return face == Face::bold ? 1 : 0;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_figure(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '/';
  });
}

/// Bytes of the UTF-8 character that starts with this byte.
std::size_t character_size(char first) {
  const auto code = static_cast<unsigned char>(first);
  return code < 0x80 ? 1 : code < 0xE0 ? 2 : code < 0xF0 ? 3 : 4;
}

std::string_view next_word(std::string_view& rest) {
  while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
  std::size_t size = 0;
  while (size < rest.size() && !is_space(rest[size])) ++size;
  const std::string_view found = rest.substr(0, size);
  rest.remove_prefix(size);
  return found;
}

}  // namespace

struct Typesetter::Glyph {
  std::uint32_t index;
  float advance;  ///< in em, as the next two
  float dx;
  float dy;
};

/// Neighbouring glyphs of one font and one direction.
struct Typesetter::Piece {
  std::uint16_t font;
  bool backward;
  std::uint16_t glyphs;
  std::uint16_t clusters;
  std::uint16_t offset;  ///< of its text in the word, bytes
  std::uint16_t bytes;
};

struct Typesetter::Word {
  float width = 0;  ///< in em
  std::vector<Piece> pieces;
  std::vector<Glyph> glyphs;
  std::vector<std::pair<std::uint8_t, std::uint8_t>> clusters;  ///< bytes, glyphs
};

/// What waits to be shown with one call: a line is one call as long as its font stays.
struct Typesetter::Pen {
  cairo_t* cairo;
  const TextStyle& style;
  double x;
  double y;
  std::uint16_t font = 0;
  std::string text;
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
  bool backward = false;
};

Typesetter::Typesetter()
    : map_(pango_cairo_font_map_new()),
      context_(pango_font_map_create_context(map_)),
      layout_(nullptr),
      descriptions_{nullptr, nullptr},
      figures_(std::make_unique<Word>()) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context_, FALSE);
  for (const Face face : {Face::regular, Face::bold}) {
    PangoFontDescription* description = pango_font_description_new();
    pango_font_description_set_family_static(description, families);
    pango_font_description_set_absolute_size(description, shaping_size * PANGO_SCALE);
    pango_font_description_set_weight(description,
                                      face == Face::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    descriptions_[face_index(face)] = description;
  }
  layout_ = pango_layout_new(context_);
  pango_layout_set_single_paragraph_mode(layout_, TRUE);
  // No ligatures: a search for "fi" finds it in every reader of PDF.
  PangoAttrList* features = pango_attr_list_new();
  pango_attr_list_insert(features, pango_attr_font_features_new("liga=0, clig=0"));
  pango_layout_set_attributes(layout_, features);
  pango_attr_list_unref(features);
}

Typesetter::~Typesetter() {
  for (cairo_font_face_t* font : fonts_) cairo_font_face_destroy(font);
  for (const auto& [font, number] : font_numbers_) g_object_unref(font);
  g_object_unref(layout_);
  for (PangoFontDescription* description : descriptions_) pango_font_description_free(description);
  g_object_unref(context_);
  g_object_unref(map_);
}

Result<void> Typesetter::check_fonts() {
  pango_layout_set_font_description(layout_, descriptions_[0]);
  pango_layout_set_text(layout_, "șțăâîőűȘȚĂÂÎŐŰ", -1);
  if (pango_layout_get_unknown_glyphs_count(layout_) > 0) return invalid("documents.font_missing");
  return {};
}

std::uint16_t Typesetter::font_number(PangoFont* font) {
  const auto known = font_numbers_.find(font);
  if (known != font_numbers_.end()) return known->second;
  // PangoCairoFont is an interface of every font of a cairo font map; the cast macro only checks
  // it.
  cairo_scaled_font_t* scaled =
      pango_cairo_font_get_scaled_font(reinterpret_cast<PangoCairoFont*>(font));
  fonts_.push_back(cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled)));
  g_object_ref(font);
  const auto number = static_cast<std::uint16_t>(fonts_.size() - 1);
  font_numbers_.emplace(font, number);
  return number;
}

void Typesetter::add_run(Word& into, const PangoGlyphItem& run) {
  constexpr double unit = PANGO_SCALE * shaping_size;
  const PangoItem& item = *run.item;
  const PangoGlyphString& string = *run.glyphs;
  const int count = string.num_glyphs;
  if (item.analysis.font == nullptr) return;
  const bool backward = item.analysis.level % 2 == 1;
  Piece piece{font_number(item.analysis.font),
              backward,
              0,
              0,
              static_cast<std::uint16_t>(item.offset),
              static_cast<std::uint16_t>(item.length)};
  // Joiners and the like have no glyph: they stay in the text, in a cluster of zero glyphs.
  const auto drawn = [&](int i) { return string.glyphs[i].glyph != PANGO_GLYPH_EMPTY; };
  for (int i = 0; i < count; ++i) {
    if (!drawn(i)) continue;
    const PangoGlyphInfo& info = string.glyphs[i];
    const bool unknown = (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
    const auto advance = static_cast<float>(info.geometry.width / unit);
    into.width += advance;
    into.glyphs.push_back({unknown ? 0U : info.glyph, advance,
                           static_cast<float>(info.geometry.x_offset / unit),
                           static_cast<float>(info.geometry.y_offset / unit)});
    ++piece.glyphs;
  }
  // Clusters in the order of the text: glyphs of a right-to-left run are walked from its end.
  const auto place = [&](int i) { return backward ? count - 1 - i : i; };
  for (int i = 0; i < count;) {
    const int start = string.log_clusters[place(i)];
    int glyphs = 0;
    for (; i < count && string.log_clusters[place(i)] == start; ++i)
      glyphs += drawn(place(i)) ? 1 : 0;
    const int end = i < count ? string.log_clusters[place(i)] : item.length;
    into.clusters.emplace_back(end - start, glyphs);
    ++piece.clusters;
  }
  into.pieces.push_back(piece);
}

Typesetter::Word Typesetter::shape(std::string_view text, Face face) {
  Word result;
  pango_layout_set_font_description(layout_, descriptions_[face_index(face)]);
  pango_layout_set_text(layout_, text.data(), static_cast<int>(text.size()));
  const PangoLayoutLine* line = pango_layout_get_line_readonly(layout_, 0);
  for (const GSList* run = line == nullptr ? nullptr : line->runs; run != nullptr;
       run = run->next) {
    add_run(result, *static_cast<const PangoGlyphItem*>(run->data));
  }
  return result;
}

void Typesetter::append_figures(Word& into, std::string_view text, Face face) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Word& single = word(text.substr(i, 1), face);
    into.width += single.width;
    into.glyphs.insert(into.glyphs.end(), single.glyphs.begin(), single.glyphs.end());
    into.clusters.insert(into.clusters.end(), single.clusters.begin(), single.clusters.end());
    if (into.pieces.empty()) {
      into.pieces = single.pieces;
    } else {
      ++into.pieces[0].glyphs;
      ++into.pieces[0].clusters;
      ++into.pieces[0].bytes;
    }
  }
}

const Typesetter::Word& Typesetter::word(std::string_view text, Face face) {
  if (text.size() > 1 && is_figure(text)) {
    *figures_ = {};
    append_figures(*figures_, text, face);
    return *figures_;
  }
  auto& cache = words_[face_index(face)];
  if (cache.size() > word_limit) cache.clear();
  const auto known = cache.find(text);
  if (known != cache.end()) return known->second;
  return cache.emplace(std::string(text), shape(text, face)).first->second;
}

double Typesetter::width(std::string_view line, const TextStyle& style) {
  const double space = double{word(" ", style.face).width};
  double ems = 0;
  bool first = true;
  for (std::string_view rest = line;;) {
    const std::string_view next = next_word(rest);
    if (next.empty()) break;
    ems += (first ? 0 : space) + double{word(next, style.face).width};
    first = false;
  }
  return ems * style.pt * style.stretch;
}

std::size_t Typesetter::fitting_bytes(std::string_view text, const TextStyle& style, double width) {
  std::size_t fits = 0;
  std::size_t good = 0;  // after the last punctuation that fits
  double used = 0;
  while (fits < text.size()) {
    const std::size_t size = std::min(character_size(text[fits]), text.size() - fits);
    used += double{word(text.substr(fits, size), style.face).width} * style.pt * style.stretch;
    if (used > width && fits > 0) break;
    fits += size;
    if (std::string_view("-/.,:;+=_)").find(text[fits - 1]) != std::string_view::npos) good = fits;
  }
  return good > 0 && fits < text.size() ? good : fits;
}

std::vector<std::string> Typesetter::wrap(std::string_view text, const TextStyle& style,
                                          double width) {
  std::vector<std::string> lines;
  const double scale = style.pt * style.stretch;
  const double space = double{word(" ", style.face).width} * scale;
  // A hair more than the width: sums of the same parts in another order must not break a line.
  const double limit = width + 0.01;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    std::string_view rest = text.substr(from, end - from);
    from = end + 1;
    std::string line;
    double used = 0;
    for (std::string_view next = next_word(rest); !next.empty(); next = next_word(rest)) {
      double wide = double{word(next, style.face).width} * scale;
      if (!line.empty() && used + space + wide <= limit) {
        line.append(" ").append(next);
        used += space + wide;
        continue;
      }
      if (!line.empty()) lines.push_back(std::exchange(line, {}));
      // A word that is a little too long is narrowed when it is drawn; a longer one is broken.
      while (wide > limit * narrowing) {
        const std::size_t fits = fitting_bytes(next, style, limit);
        if (fits == next.size()) break;
        lines.emplace_back(next.substr(0, fits));
        next.remove_prefix(fits);
        wide = double{word(next, style.face).width} * scale;
      }
      line = next;
      used = wide;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string_view> Typesetter::in_visual_order(std::string_view line, Face face) {
  std::vector<std::string_view> result;
  std::size_t backward_from = 0;
  for (std::string_view next = next_word(line); !next.empty(); next = next_word(line)) {
    const Word& shaped = word(next, face);
    const bool backward = !shaped.pieces.empty() && shaped.pieces.front().backward;
    if (!backward) backward_from = result.size() + 1;
    result.insert(
        result.begin() + static_cast<std::ptrdiff_t>(backward ? backward_from : result.size()),
        next);
  }
  return result;
}

void Typesetter::flush(Pen& pen) {
  if (pen.glyphs.empty()) return;
  cairo_set_font_face(pen.cairo, fonts_[pen.font]);
  cairo_matrix_t matrix;
  cairo_matrix_init_scale(&matrix, pen.style.pt * pen.style.stretch, pen.style.pt);
  cairo_set_font_matrix(pen.cairo, &matrix);
  cairo_show_text_glyphs(
      pen.cairo, pen.text.data(), static_cast<int>(pen.text.size()), pen.glyphs.data(),
      static_cast<int>(pen.glyphs.size()), pen.clusters.data(),
      static_cast<int>(pen.clusters.size()),
      pen.backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t{});
  pen.text.clear();
  pen.glyphs.clear();
  pen.clusters.clear();
}

void Typesetter::draw(cairo_t* cairo, double x, double baseline, std::string_view line,
                      const TextStyle& style) {
  Pen pen{cairo, style, x, baseline, 0, {}, {}, {}, false};
  const auto put = [&](std::string_view text) {
    const Word& shaped = word(text, style.face);
    std::size_t glyph = 0;
    std::size_t cluster = 0;
    for (const Piece& piece : shaped.pieces) {
      if (piece.font != pen.font || piece.backward || pen.backward) flush(pen);
      pen.font = piece.font;
      pen.backward = piece.backward;
      pen.text.append(text.substr(piece.offset, piece.bytes));
      for (const std::size_t end = glyph + piece.glyphs; glyph < end; ++glyph) {
        const Glyph& one = shaped.glyphs[glyph];
        const double scale = style.pt * style.stretch;
        pen.glyphs.push_back(
            {one.index, pen.x + double{one.dx} * scale, pen.y + double{one.dy} * style.pt});
        pen.x += double{one.advance} * scale;
      }
      for (const std::size_t end = cluster + piece.clusters; cluster < end; ++cluster) {
        pen.clusters.push_back({shaped.clusters[cluster].first, shaped.clusters[cluster].second});
      }
    }
  };
  bool first = true;
  for (const std::string_view next : in_visual_order(line, style.face)) {
    if (!first) put(" ");
    first = false;
    put(next);
  }
  flush(pen);
}

}  // namespace metodica::documents
