#include "documents/svg_pen.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "text/markup.hpp"

namespace metodica::documents {
namespace {

constexpr std::string_view fonts = "DejaVu Sans Condensed, DejaVu Sans, sans-serif";

}  // namespace

SvgPen::SvgPen(double width, double height) {
  // Whatever the reader's theme, paper is white.
  out_ = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )";
  number(width);
  out_ += ' ';
  number(height);
  out_ += '"';
  attribute("width", width);
  attribute("height", height);
  out_ += '>';
  begin_fill({255, 255, 255});
  box(0, 0, width, height);
  end_fill();
}

void SvgPen::number(double value) {
  // Hundredths: 0.0035 mm. to_chars knows no locale.
  std::array<char, 32> digits{};
  const double rounded = std::round(value * 100) / 100 + 0.0;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded).ptr;
  out_.append(digits.data(), end);
}

void SvgPen::attribute(std::string_view name, double value) {
  ((out_ += ' ') += name) += "=\"";
  number(value);
  out_ += '"';
}

void SvgPen::colour(std::string_view name, Colour value) {
  constexpr std::string_view digits = "0123456789abcdef";
  ((out_ += ' ') += name) += "=\"#";
  for (const std::uint8_t part : {value.red, value.green, value.blue}) {
    (out_ += digits[part >> 4U]) += digits[part & 15U];
  }
  out_ += '"';
}

void SvgPen::text(double x, double baseline, std::string_view line, const TextStyle& style,
                  Align align, Colour ink) {
  out_ += "<text transform=\"translate(";
  number(x);
  out_ += ' ';
  number(baseline);
  // The fonts named are condensed already: 0.9 of the usual width.
  out_ += ") scale(";
  number(style.stretch / 0.9);
  out_ += " 1)\"";
  attribute("font-size", style.pt);
  ((out_ += " font-family=\"") += fonts) += '"';
  if (style.face == Face::bold)
    out_ += " font-weight=\"bold\"";
  if (align != Align::left) {
    out_ += align == Align::centre ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
  }
  colour("fill", ink);
  out_ += '>';
  append_escaped(out_, line);
  out_ += "</text>";
}

void SvgPen::line(double x1, double y1, double x2, double y2, double thickness) {
  out_ += "<line";
  attribute("x1", x1);
  attribute("y1", y1);
  attribute("x2", x2);
  attribute("y2", y2);
  attribute("stroke-width", thickness);
  out_ += " stroke=\"#000000\"/>";
}

void SvgPen::frame(double x, double y, double width, double height, double thickness,
                   double corner) {
  out_ += "<rect";
  attribute("x", x);
  attribute("y", y);
  attribute("width", width);
  attribute("height", height);
  attribute("rx", corner);
  attribute("stroke-width", thickness);
  out_ += " fill=\"none\" stroke=\"#000000\"/>";
}

void SvgPen::begin_fill(Colour value) {
  out_ += "<path";
  colour("fill", value);
  out_ += " d=\"";
}

void SvgPen::box(double x, double y, double width, double height) {
  out_ += 'M';
  number(x);
  out_ += ' ';
  number(y);
  out_ += 'h';
  number(width);
  out_ += 'v';
  number(height);
  out_ += 'h';
  number(-width);
  out_ += 'z';
}

void SvgPen::end_fill() {
  out_ += "\"/>";
}

std::string SvgPen::finish() {
  out_ += "</svg>";
  return std::exchange(out_, std::string());
}

}  // namespace metodica::documents
