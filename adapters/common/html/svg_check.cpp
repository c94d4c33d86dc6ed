#include "html/svg_check.hpp"

#include <algorithm>
#include <array>

namespace metodica::html {
namespace {

constexpr std::size_t largest = 512U * 1024;
constexpr std::size_t deepest = 32;
constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

constexpr std::array<std::string_view, 13> elements = {
    "svg",      "g",       "path", "rect",  "line",  "circle", "ellipse",
    "polyline", "polygon", "text", "tspan", "title", "desc"};

constexpr std::array<std::string_view, 41> attributes = {"viewBox",
                                                         "width",
                                                         "height",
                                                         "x",
                                                         "y",
                                                         "x1",
                                                         "y1",
                                                         "x2",
                                                         "y2",
                                                         "cx",
                                                         "cy",
                                                         "r",
                                                         "rx",
                                                         "ry",
                                                         "dx",
                                                         "dy",
                                                         "d",
                                                         "points",
                                                         "transform",
                                                         "fill",
                                                         "fill-opacity",
                                                         "fill-rule",
                                                         "stroke",
                                                         "stroke-width",
                                                         "stroke-opacity",
                                                         "stroke-dasharray",
                                                         "stroke-linecap",
                                                         "stroke-linejoin",
                                                         "opacity",
                                                         "font-size",
                                                         "font-family",
                                                         "font-weight",
                                                         "font-style",
                                                         "text-anchor",
                                                         "dominant-baseline",
                                                         "letter-spacing",
                                                         "preserveAspectRatio",
                                                         "role",
                                                         "version",
                                                         "xmlns",
                                                         "rotate"};

template <class List>
bool contains(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Letters, digits and the signs of numbers, colours and transforms: no address fits in these.
bool is_plain_value(std::string_view value) {
  constexpr std::string_view signs = " .,#%()+-_\n\t";
  return std::all_of(value.begin(), value.end(), [&](char c) {
    return is_letter(c) || is_digit(c) || signs.find(c) != std::string_view::npos;
  });
}

// Every word before a bracket must be a transform or a colour.
bool calls_only_known_functions(std::string_view value) {
  constexpr std::array<std::string_view, 7> functions = {"translate", "scale", "rotate", "matrix",
                                                         "skewX",     "skewY", "rgb"};
  for (std::size_t at = value.find('('); at != std::string_view::npos;
       at = value.find('(', at + 1)) {
    std::size_t start = at;
    while (start > 0 && (is_letter(value[start - 1]) || value[start - 1] == '-')) {
      --start;
    }
    if (!contains(functions, value.substr(start, at - start))) {
      return false;
    }
  }
  return true;
}

bool is_allowed(std::string_view name, std::string_view value) {
  return name == "xmlns" ? value == svg_namespace
                         : is_plain_value(value) && calls_only_known_functions(value);
}

}  // namespace

Markup SvgCheck::checked(std::string_view svg) {
  SvgCheck check(svg);
  return svg.size() <= largest && check.document() ? Markup(std::move(check.out_)) : Markup();
}

bool SvgCheck::take(std::string_view expected) {
  if (rest_.substr(0, expected.size()) != expected) {
    return false;
  }
  rest_.remove_prefix(expected.size());
  return true;
}

void SvgCheck::skip_space() {
  while (!rest_.empty() && is_space(rest_.front())) {
    rest_.remove_prefix(1);
  }
}

std::string_view SvgCheck::take_name() {
  std::size_t end = 0;
  while (end < rest_.size() &&
         (is_letter(rest_[end]) || is_digit(rest_[end]) || rest_[end] == '-')) {
    ++end;
  }
  const std::string_view name = rest_.substr(0, end);
  rest_.remove_prefix(end);
  return name;
}

bool SvgCheck::document() {
  skip_space();
  if (rest_.substr(0, 4) != "<svg" || !start_tag()) {
    return false;
  }
  while (!open_.empty()) {
    const bool understood = rest_.substr(0, 2) == "</"  ? end_tag()
                            : rest_.substr(0, 1) == "<" ? start_tag()
                                                        : text();
    if (!understood) {
      return false;
    }
  }
  skip_space();
  return rest_.empty();
}

bool SvgCheck::start_tag() {
  take("<");
  const std::string_view name = take_name();
  const bool root = open_.empty();
  if (!contains(elements, name) || (name == "svg") != root || open_.size() >= deepest) {
    return false;
  }
  (out_ += '<') += name;
  while (!rest_.empty() && is_space(rest_.front())) {
    skip_space();
    if (!rest_.empty() && rest_.front() != '>' && rest_.front() != '/' && !attribute()) {
      return false;
    }
  }
  if (take("/>")) {
    ((out_ += "></") += name) += '>';
    return true;
  }
  out_ += '>';
  open_.push_back(name);
  return take(">");
}

bool SvgCheck::attribute() {
  const std::string_view name = take_name();
  if (!contains(attributes, name) || !take("=\"")) {
    return false;
  }
  const std::size_t end = rest_.find('"');
  if (end == std::string_view::npos || !is_allowed(name, rest_.substr(0, end))) {
    return false;
  }
  ((out_ += ' ') += name) += "=\"";
  append_escaped(out_, rest_.substr(0, end));
  out_ += '"';
  rest_.remove_prefix(end + 1);
  return true;
}

bool SvgCheck::end_tag() {
  take("</");
  const std::string_view name = take_name();
  if (name != open_.back() || !take(">")) {
    return false;
  }
  ((out_ += "</") += name) += '>';
  open_.pop_back();
  return true;
}

// Text up to the next tag. References are read first, so that nothing is escaped twice.
bool SvgCheck::text() {
  const std::size_t end = rest_.find('<');
  if (end == std::string_view::npos || end == 0) {
    return false;
  }
  std::string plain;
  std::string_view raw = rest_.substr(0, end);
  while (!raw.empty()) {
    if (raw.front() != '&') {
      plain += raw.front();
      raw.remove_prefix(1);
      continue;
    }
    bool known = false;
    for (const auto& [reference, sign] : {std::pair<std::string_view, char>{"&amp;", '&'},
                                          {"&lt;", '<'},
                                          {"&gt;", '>'},
                                          {"&quot;", '"'},
                                          {"&#39;", '\''}}) {
      if (raw.substr(0, reference.size()) == reference) {
        plain += sign;
        raw.remove_prefix(reference.size());
        known = true;
        break;
      }
    }
    if (!known) {
      return false;
    }
  }
  append_escaped(out_, plain);
  rest_.remove_prefix(end);
  return true;
}

}  // namespace metodica::html
