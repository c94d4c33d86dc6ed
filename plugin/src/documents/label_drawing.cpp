#include "documents/label_drawing.hpp"

#include <algorithm>

namespace metodica::documents {
namespace {

constexpr double inner_margin = mm(1);
constexpr double gap = mm(1);
/// Narrower modules are not read surely from office printers, wider ones bring nothing.
constexpr double least_module = mm(0.19);
constexpr double most_module = mm(0.40);
constexpr double least_square_module = mm(0.25);
constexpr double most_square_module = mm(0.60);
constexpr double least_bar_height = mm(5);
constexpr double most_bar_height = mm(15);
constexpr double least_font = 5;
constexpr double largest_heading = 40;
constexpr double largest_card = 10;
constexpr double largest_caption = 16;
constexpr double line_step = 1.15;

Box inner(const Box& place, double margin) {
  return {place.x + margin, place.y + margin, place.width - 2 * margin, place.height - 2 * margin};
}

TextStyle style_of(double pt, bool first) {
  return {pt, first ? Face::bold : Face::regular, 0.95};
}

/// Black or white, whichever is easier to read on the colour (relative luminance, WCAG).
Colour ink_on(Colour colour) {
  const double light = 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue;
  return light > 140 ? Colour{} : Colour{255, 255, 255};
}

Unexpected no_room(const Label& label) {
  return invalid("documents.barcode_room",
                 {{"text", label.barcode}, {"code", std::string(name_of(label.symbology))}});
}

const std::string& readable(const Label& label, const Barcode& code) {
  return label.barcode_text.empty() ? code.value : label.barcode_text;
}

}  // namespace

Result<void> LabelDrawing::draw(const Label& label, const Box& place) {
  const bool wide = label.look == LabelLook::shelf_end;
  const Box inside =
      inner(label.band ? draw_band(*label.band, place, wide) : place, wide ? mm(2) : inner_margin);
  if (label.barcode.empty()) {
    draw_text(label, inside);
    return {};
  }
  METODICA_TRY(const Barcode code, encode(label.symbology, label.barcode));
  return code.is_square() ? draw_square(label, code, inside) : draw_bars(label, code, inside);
}

// What is left of the place beside the stripe.
Box LabelDrawing::draw_band(const ColourBand& band, const Box& place, bool wide) {
  const double width = std::min(wide ? mm(14) : mm(5), place.width / 4);
  const Box stripe{place.x, place.y, width, place.height};
  canvas_.fills({stripe}, band.colour);
  canvas_.frame(stripe.x, stripe.y, stripe.width, stripe.height, 0.3);
  const double pt = std::min(width * 0.75, place.height * 0.6);
  canvas_.text(stripe.x + 1, stripe.width - 2, stripe.y + stripe.height / 2 + pt * 0.36, band.text,
               {pt, Face::bold, 0.95}, Align::centre, ink_on(band.colour));
  return {place.x + width, place.y, place.width - width, place.height};
}

void LabelDrawing::paint(const Barcode& code, double x, double y, double module,
                         double row_height) {
  std::vector<Box> boxes;
  boxes.reserve(code.bars.size());
  for (const Bar& bar : code.bars) {
    boxes.push_back(
        {x + module * bar.from, y + row_height * bar.row, module * bar.width, row_height});
  }
  canvas_.fills(boxes);
}

Result<void> LabelDrawing::draw_bars(const Label& label, const Barcode& code, const Box& place) {
  const TextStyle below{std::min(8.0, font_pt_), Face::regular, 1.0};
  const bool card = label.look == LabelLook::card;
  double above = std::min(place.height * 0.35, static_cast<double>(label.lines.size()) * 8.5);
  if (card)
    above = place.height - least_bar_height * 1.6 - below.line_height() - 1 - gap;
  Box bars{place.x, place.y + above, place.width, place.height - above - below.line_height() - 1};
  if (card) {
    bars.y += gap;
    bars.height -= gap;
  }
  bars.height = std::min(bars.height, most_bar_height);
  const double module = std::min(place.width / (code.modules + 2 * code.quiet), most_module);
  if (module < least_module || bars.height < least_bar_height)
    return no_room(label);
  draw_text(label, {place.x, place.y, place.width, above});
  paint(code, bars.x + (bars.width - module * code.modules) / 2, bars.y, module, bars.height);
  canvas_.text(place.x, place.width, bars.y + bars.height + 1 + below.ascent(),
               readable(label, code), below, Align::centre);
  return {};
}

Result<void> LabelDrawing::draw_square(const Label& label, const Barcode& code, const Box& place) {
  const double side = std::min(place.height, place.width / 2);
  const double module = std::min(side / (code.modules + 2 * code.quiet), most_square_module);
  if (module < least_square_module)
    return no_room(label);
  const double drawn = module * code.modules;
  const double quiet = module * code.quiet;
  paint(code, place.x + quiet, place.y + (place.height - drawn) / 2, module, module);
  const double used = drawn + 2 * quiet + gap;
  Label text = label;
  text.lines.push_back(readable(label, code));
  draw_text(text, {place.x + used, place.y, place.width - used, place.height});
  return {};
}

void LabelDrawing::draw_text(const Label& label, const Box& place) {
  if (label.lines.empty())
    return;
  switch (label.look) {
    case LabelLook::card:
      return draw_card(label.lines, place, std::min(font_pt_, largest_card), true);
    case LabelLook::shelf_end:
      return draw_shelf_end(label.lines, place);
    case LabelLook::centred:
      return draw_centred(label.lines, place);
  }
}

/// In the middle of the place, all in one size: the largest one in which every line fits.
void LabelDrawing::draw_centred(const std::vector<std::string>& lines, const Box& place) {
  const double spread = line_step * static_cast<double>(lines.size());
  double pt = std::min(font_pt_, place.height / spread);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double wide = canvas_.typesetter().width(lines[i], style_of(pt, i == 0));
    if (wide > place.width)
      pt *= place.width / wide;
  }
  // Below this nobody reads it: the line is narrowed instead.
  pt = std::max(pt, std::min(least_font, place.height / spread));
  const double step = pt * line_step;
  double y = place.y + (place.height - step * static_cast<double>(lines.size())) / 2;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    canvas_.text(place.x, place.width, y + pt * 0.93, lines[i], style_of(pt, i == 0),
                 Align::centre);
    y += step;
  }
}

/// From the left upper corner, wrapped, in the largest size in which all of it fits; what does not
/// fit in the least size is left off.
void LabelDrawing::draw_card(const std::vector<std::string>& lines, const Box& place,
                             double largest, bool bold_first) {
  struct Line {
    std::string text;
    bool bold;
  };
  std::vector<Line> wrapped;
  double pt = largest;
  for (;; pt -= 0.5) {
    wrapped.clear();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool bold = bold_first && i == 0;
      for (auto& text : canvas_.typesetter().wrap(lines[i], style_of(pt, bold), place.width))
        wrapped.push_back({std::move(text), bold});
    }
    const double height = static_cast<double>(wrapped.size()) * pt * line_step;
    if (height <= place.height || pt - 0.5 < least_font)
      break;
  }
  double y = place.y;
  for (const Line& line : wrapped) {
    if (y + pt * line_step > place.y + place.height + 0.5)
      return;
    canvas_.text(place.x, place.width, y + pt * 0.93, line.text, style_of(pt, line.bold));
    y += pt * line_step;
  }
}

void LabelDrawing::draw_shelf_end(const std::vector<std::string>& lines, const Box& place) {
  double pt = std::min(place.height * 0.36, largest_heading);
  const double wide = canvas_.typesetter().width(lines.front(), style_of(pt, true));
  if (wide > place.width)
    pt = std::max(pt * place.width / wide, 2 * least_font);
  canvas_.text(place.x, place.width, place.y + pt * 0.93, lines.front(), style_of(pt, true));
  const double used = pt * line_step + gap;
  draw_card({lines.begin() + 1, lines.end()},
            {place.x, place.y + used, place.width, place.height - used}, largest_caption, false);
}

}  // namespace metodica::documents
