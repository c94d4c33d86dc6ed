#include "documents/poster_layout.hpp"

namespace metodica::documents {
namespace {

// Measured in large letters, so that hinting and the unit of the design play no part.
constexpr double measure = 64;
constexpr const char* families = "Inter, Noto Sans, DejaVu Sans";

}  // namespace

PosterLetters::PosterLetters()
    : map_(pango_cairo_font_map_new()),
      context_(pango_font_map_create_context(map_)),
      layout_(pango_layout_new(context_)) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context_, FALSE);
  pango_layout_set_wrap(layout_, PANGO_WRAP_WORD);
}

PosterLetters::~PosterLetters() {
  g_object_unref(layout_);
  g_object_unref(context_);
  g_object_unref(map_);
}

void PosterLetters::set(double size, bool bold) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, families);
  pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_layout_set_font_description(layout_, font);
  pango_font_description_free(font);
}

PosterLetters::Lines PosterLetters::wrap(const std::string& text, double size, bool bold,
                                         double width) {
  const double scale = measure / size;
  set(measure, bold);
  const int limit = static_cast<int>(width * scale * PANGO_SCALE);
  pango_layout_set_width(layout_, limit);
  pango_layout_set_text(layout_, text.data(), static_cast<int>(text.size()));
  Lines result;
  for (int i = 0; i < pango_layout_get_line_count(layout_); ++i) {
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout_, i);
    PangoRectangle ink;
    PangoRectangle logical;
    pango_layout_line_get_extents(const_cast<PangoLayoutLine*>(line), &ink, &logical);
    std::string words = text.substr(static_cast<std::size_t>(line->start_index),
                                    static_cast<std::size_t>(line->length));
    words.erase(words.find_last_not_of(' ') + 1);
    result.fits = result.fits && ink.width <= limit;
    result.lines.push_back(std::move(words));
  }
  pango_layout_set_width(layout_, -1);
  return result;
}

double PosterLetters::width(const std::string& line, double size, bool bold) {
  set(measure, bold);
  pango_layout_set_text(layout_, line.data(), static_cast<int>(line.size()));
  int wide = 0;
  pango_layout_get_size(layout_, &wide, nullptr);
  return wide * size / (measure * PANGO_SCALE);
}

bool PosterLetters::knows(const std::string& text) {
  set(measure, false);
  pango_layout_set_text(layout_, text.data(), static_cast<int>(text.size()));
  return pango_layout_get_unknown_glyphs_count(layout_) == 0;
}

void PosterLetters::draw(cairo_t* cairo, double x, double baseline, const std::string& line,
                         double size, bool bold) {
  set(measure, bold);
  pango_layout_set_text(layout_, line.data(), static_cast<int>(line.size()));
  cairo_save(cairo);
  cairo_translate(cairo, x, baseline);
  cairo_scale(cairo, size / measure, size / measure);
  cairo_move_to(cairo, 0, 0);
  pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout_, 0));
  cairo_restore(cairo);
}

}  // namespace metodica::documents
