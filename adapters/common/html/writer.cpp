#include "html/writer.hpp"

#include <stdexcept>

namespace metodica::html {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
          out += c;
        }
    }
  }
}

void HtmlWriter::start(Name element, std::span<const Attribute> attributes) {
  out_ += '<';
  out_ += element.text();
  for (const Attribute& attribute : attributes) {
    if (attribute.kind_ == Attribute::Kind::absent) {
      continue;
    }
    out_ += ' ';
    out_ += attribute.name_.text();
    if (attribute.kind_ != Attribute::Kind::present) {
      out_ += "=\"";
      append_escaped(out_, attribute.value_);
      out_ += '"';
    }
  }
  out_ += '>';
}

HtmlWriter& HtmlWriter::open(Name element, std::initializer_list<Attribute> attributes) {
  start(element, {attributes.begin(), attributes.end()});
  open_.push_back(element);
  return *this;
}

HtmlWriter& HtmlWriter::open(Name element, const Attributes& attributes) {
  start(element, attributes);
  open_.push_back(element);
  return *this;
}

HtmlWriter& HtmlWriter::close() {
  if (open_.empty()) {
    throw std::logic_error("html: close without open");
  }
  out_ += "</";
  out_ += open_.back().text();
  out_ += '>';
  open_.pop_back();
  return *this;
}

HtmlWriter& HtmlWriter::single(Name element, std::initializer_list<Attribute> attributes) {
  start(element, {attributes.begin(), attributes.end()});
  return *this;
}

HtmlWriter& HtmlWriter::single(Name element, const Attributes& attributes) {
  start(element, attributes);
  return *this;
}

HtmlWriter& HtmlWriter::element(Name name, std::initializer_list<Attribute> attributes,
                                std::string_view text) {
  start(name, {attributes.begin(), attributes.end()});
  append_escaped(out_, text);
  out_ += "</";
  out_ += name.text();
  out_ += '>';
  return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  append_escaped(out_, text);
  return *this;
}

HtmlWriter& HtmlWriter::add(const Markup& markup) {
  out_ += markup.text();
  return *this;
}

HtmlWriter& HtmlWriter::line() {
  out_ += '\n';
  return *this;
}

HtmlWriter& HtmlWriter::doctype() {
  out_ += "<!DOCTYPE html>\n";
  return *this;
}

Markup HtmlWriter::take() && {
  if (!open_.empty()) {
    throw std::logic_error("html: element left open");
  }
  return Markup(std::move(out_));
}

}  // namespace metodica::html
