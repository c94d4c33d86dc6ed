#include "modules/coordination/analysis/drawing_pen.hpp"

#include <array>
#include <utility>

#include "ui/svg.hpp"

namespace metodica::coordination {
namespace {

constexpr double letter_share = 0.56;  // of the size of the letters, in a usual sans-serif

std::string hex(Colour colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr int bits = 4;
  constexpr int low = 15;
  std::string text = "#";
  for (const int part : {int{colour.red}, int{colour.green}, int{colour.blue}}) {
    text += digits[static_cast<std::size_t>(part >> bits)];
    text += digits[static_cast<std::size_t>(part & low)];
  }
  return text;
}

bool begins_letter(char byte) {
  constexpr unsigned char mask = 0xC0;
  constexpr unsigned char follows = 0x80;
  return (static_cast<unsigned char>(byte) & mask) != follows;
}

void draw(Svg& svg, const DrawnShape& shape) {
  const std::string fill = shape.fill ? hex(*shape.fill) : "";
  const std::string line = shape.line ? hex(*shape.line) : "";
  const SvgLook look{fill, line, shape.line_width, shape.dashed ? "4 3" : ""};
  if (shape.kind == DrawnShape::Kind::area) {
    svg.polygon(shape.points, look);
    return;
  }
  if (shape.kind == DrawnShape::Kind::line) {
    for (std::size_t i = 1; i < shape.points.size(); ++i) {
      const auto& [x1, y1] = shape.points[i - 1];
      const auto& [x2, y2] = shape.points[i];
      svg.line(x1, y1, x2, y2, look);
    }
    return;
  }
  SvgWords words{shape.size, fill.empty() ? "#000000" : fill, false, shape.bold};
  words.from_left = shape.align == Align::left;
  words.to_right = shape.align == Align::right;
  svg.words(shape.points.front().first, shape.points.front().second, shape.text, words);
}

}  // namespace

DrawingPen::DrawingPen(double width, double height, std::string alternative) {
  drawing_.width = width;
  drawing_.height = height;
  drawing_.alternative = std::move(alternative);
}

void DrawingPen::area(std::vector<std::pair<double, double>> corners, Colour fill, Colour line,
                      double line_width) {
  DrawnShape shape;
  shape.points = std::move(corners);
  shape.fill = fill;
  if (line_width > 0)
    shape.line = line;
  shape.line_width = line_width;
  drawing_.shapes.push_back(std::move(shape));
}

void DrawingPen::box(double x, double y, double width, double height, Colour fill) {
  area({{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, fill, fill, 0);
}

void DrawingPen::framed_box(double x, double y, double width, double height, Colour fill,
                            Colour line, bool dashed) {
  area({{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, fill, line, 1);
  drawing_.shapes.back().dashed = dashed;
}

void DrawingPen::line(std::vector<std::pair<double, double>> points, Colour colour, double width,
                      bool dashed) {
  DrawnShape shape;
  shape.kind = DrawnShape::Kind::line;
  shape.points = std::move(points);
  shape.line = colour;
  shape.line_width = width;
  shape.dashed = dashed;
  drawing_.shapes.push_back(std::move(shape));
}

void DrawingPen::words(double x, double y, std::string_view text, const WordsLook& look) {
  DrawnShape shape;
  shape.kind = DrawnShape::Kind::words;
  shape.points = {{x, y}};
  shape.fill = look.colour;
  shape.text = text;
  shape.size = look.size;
  shape.bold = look.bold;
  shape.align = look.align;
  drawing_.shapes.push_back(std::move(shape));
}

double rough_width(std::string_view text, double size) {
  double letters = 0;
  for (const char byte : text)
    letters += begins_letter(byte) ? 1 : 0;
  return letters * size * letter_share;
}

std::string fitted(std::string_view text, double size, double width) {
  if (rough_width(text, size) <= width)
    return std::string(text);
  std::size_t end = text.size();
  while (end > 0 && rough_width(text.substr(0, end), size) + size * letter_share > width) {
    do {
      --end;
    } while (end > 0 && !begins_letter(text[end]));
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string svg_of(const Drawing& drawing) {
  Svg svg(drawing.width, drawing.height, drawing.alternative);
  for (const DrawnShape& shape : drawing.shapes)
    draw(svg, shape);
  return svg.text();
}

}  // namespace metodica::coordination
