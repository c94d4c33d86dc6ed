#include "ui/svg.hpp"

#include <cmath>

#include "text/markup.hpp"

namespace metodica {
namespace {

// At most one decimal, always with a full stop, whatever the locale of the host says.
std::string number(double value) {
  const long long tenths = std::llround(value * 10);
  std::string text = std::to_string(std::llabs(tenths) / 10);
  if (tenths % 10 != 0)
    text += "." + std::to_string(std::llabs(tenths) % 10);
  return tenths < 0 ? "-" + text : text;
}

std::string attribute(std::string_view name, const std::string& value) {
  return " " + std::string(name) + "=\"" + value + "\"";
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string look_of(const SvgLook& look) {
  std::string text = attribute("fill", look.fill.empty() ? "none" : look.fill);
  if (look.line.empty())
    return text;
  text += attribute("stroke", look.line) + attribute("stroke-width", number(look.line_width));
  return look.dashes.empty() ? text : text + attribute("stroke-dasharray", look.dashes);
}

}  // namespace

Svg::Svg(double width, double height, std::string_view title) {
  text_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" +
          attribute("viewBox", "0 0 " + number(width) + " " + number(height)) +
          attribute("width", number(width)) + attribute("height", number(height)) +
          " font-family=\"sans-serif\"><title>" + escaped(title) + "</title>";
  rect({0, 0, width, height}, {"#ffffff", ""});
}

void Svg::rect(const SvgBox& box, const SvgLook& look) {
  text_ += "<rect" + attribute("x", number(box.x)) + attribute("y", number(box.y)) +
           attribute("width", number(box.width)) + attribute("height", number(box.height)) +
           look_of(look) + "/>";
}

void Svg::line(double x1, double y1, double x2, double y2, const SvgLook& look) {
  text_ += "<line" + attribute("x1", number(x1)) + attribute("y1", number(y1)) +
           attribute("x2", number(x2)) + attribute("y2", number(y2)) + look_of(look) + "/>";
}

void Svg::polygon(const std::vector<std::pair<double, double>>& points, std::string_view fill) {
  polygon(points, SvgLook{std::string(fill), ""});
}

void Svg::polygon(const std::vector<std::pair<double, double>>& points, const SvgLook& look) {
  std::string list;
  for (const auto& [x, y] : points)
    list += (list.empty() ? "" : " ") + number(x) + "," + number(y);
  text_ += "<polygon" + attribute("points", list) + look_of(look) + "/>";
}

void Svg::words(double x, double y, std::string_view text, const SvgWords& look) {
  text_ += "<text" + attribute("x", number(x)) + attribute("y", number(y)) +
           attribute("font-size", number(look.size)) + attribute("fill", look.colour);
  if (look.bold)
    text_ += attribute("font-weight", "bold");
  if (look.upright) {
    text_ += attribute("transform", "rotate(-90 " + number(x) + " " + number(y) + ")");
  } else if (look.to_right) {
    text_ += attribute("text-anchor", "end");
  } else if (!look.from_left) {
    text_ += attribute("text-anchor", "middle");
  }
  text_ += ">" + escaped(text) + "</text>";
}

}  // namespace metodica
