#include "unit/html/html_check.hpp"

#include <algorithm>
#include <set>

namespace metodica::html_check {
namespace {

const std::set<std::string> known = {
    "a", "abbr", "article", "b", "body", "button", "caption", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "html", "input", "kbd", "label", "legend", "li", "link", "main", "meta",
    "nav", "ol", "option", "p", "progress", "script", "section", "select", "small", "span",
    "strong", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr",
    "ul",
    // of pictures
    "svg", "g", "path", "rect", "line", "circle", "ellipse", "polyline", "polygon", "text", "tspan",
    "desc"};
const std::set<std::string> without_end = {"input", "link", "meta"};

class Reader {
 public:
  explicit Reader(std::string_view html) : rest_(html) {}

  Page whole() {
    if (rest_.substr(0, 16) == "<!DOCTYPE html>\n") {
      rest_.remove_prefix(16);
    }
    while (!rest_.empty() && page_.fault.empty()) {
      if (rest_.substr(0, 2) == "</") {
        end_tag();
      } else if (rest_.front() == '<') {
        start_tag();
      } else {
        const std::size_t end = std::min(rest_.find('<'), rest_.size());
        const std::string_view text = rest_.substr(0, end);
        check_text(text);
        for (const std::size_t open : open_) {
          page_.elements[open].text += text;
        }
        rest_.remove_prefix(end);
      }
    }
    if (page_.fault.empty() && !open_.empty()) {
      fail("not closed: " + page_.elements[open_.back()].name);
    }
    return std::move(page_);
  }

 private:
  void fail(const std::string& why) {
    if (page_.fault.empty()) {
      page_.fault = why + " before: " + std::string(rest_.substr(0, 80));
    }
  }

  std::string name() {
    std::size_t end = 0;
    while (end < rest_.size() &&
           (std::isalnum(static_cast<unsigned char>(rest_[end])) != 0 || rest_[end] == '-')) {
      ++end;
    }
    std::string out(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return out;
  }

  void check_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '<' || c == '>' || c == '"' || c == '\'' ||
          (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')) {
        fail(std::string("bare sign ") + c);
      }
      if (c == '&') {
        bool reference = false;
        for (const std::string_view one : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
          reference = reference || text.substr(at, one.size()) == one;
        }
        if (!reference) {
          fail("bare &");
        }
      }
    }
  }

  void attribute(Element& element) {
    const std::string key = name();
    std::string value;
    if (rest_.substr(0, 2) == "=\"") {
      rest_.remove_prefix(2);
      const std::size_t end = rest_.find('"');
      if (end == std::string_view::npos) {
        return fail("value without end");
      }
      value = rest_.substr(0, end);
      check_text(value);
      rest_.remove_prefix(end + 1);
    }
    const bool address = key == "href" || key == "src" || key == "action";
    if (key.empty() || key == "style" || key.substr(0, 2) == "on" ||
        (address && value.find("javascript:") == 0)) {
      fail("attribute " + key);
    }
    if (!element.attributes.emplace(key, value).second) {
      fail("attribute twice: " + key);
    }
  }

  void start_tag() {
    rest_.remove_prefix(1);
    Element element;
    element.name = name();
    while (rest_.substr(0, 1) == " " && page_.fault.empty()) {
      rest_.remove_prefix(1);
      attribute(element);
    }
    if (rest_.substr(0, 1) != ">" || known.count(element.name) == 0 ||
        (element.name == "script" && element.attribute("src").empty())) {
      return fail("element " + element.name);
    }
    rest_.remove_prefix(1);
    page_.elements.push_back(element);
    if (without_end.count(element.name) == 0) {
      open_.push_back(page_.elements.size() - 1);
    }
  }

  void end_tag() {
    rest_.remove_prefix(2);
    const std::string closed = name();
    if (open_.empty() || page_.elements[open_.back()].name != closed || rest_.substr(0, 1) != ">") {
      return fail("end of " + closed);
    }
    rest_.remove_prefix(1);
    open_.pop_back();
  }

  std::string_view rest_;
  Page page_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::vector<Element> Page::named(std::string_view name) const {
  std::vector<Element> out;
  std::copy_if(elements.begin(), elements.end(), std::back_inserter(out),
               [&](const Element& element) { return element.name == name; });
  return out;
}

std::size_t Page::with_id(const std::string& id) const {
  return static_cast<std::size_t>(
      std::count_if(elements.begin(), elements.end(),
                    [&](const Element& element) { return element.attribute("id") == id; }));
}

Page read(std::string_view html) {
  return Reader(html).whole();
}

}  // namespace metodica::html_check
