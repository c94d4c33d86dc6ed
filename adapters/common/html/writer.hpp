/// HtmlWriter: HTML whose escaping cannot be forgotten. Names of elements and attributes are
/// literals of the program, checked by the compiler; everything else is text and is escaped on its
/// way in. The only other way in is Markup, which only a writer (or the check of pictures) makes.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metodica::html {

/// The name of an element or attribute: a literal of small letters, digits and hyphens.
class Name {
 public:
  consteval Name(const char* literal) : text_(literal) {  // NOLINT(google-explicit-constructor)
    for (const char c : text_) {
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        throw "not a name";  // refused at compile time
      }
    }
  }
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// An attribute: with a value, or present or absent.
class Attribute {
 public:
  Attribute(Name name, std::string value)
      : name_(name), value_(std::move(value)), kind_(Kind::value) {}
  Attribute(Name name, std::string_view value) : Attribute(name, std::string(value)) {}
  Attribute(Name name, const char* value) : Attribute(name, std::string(value)) {}
  Attribute(Name name, std::int64_t value) : Attribute(name, std::to_string(value)) {}
  Attribute(Name name, bool present) : name_(name), kind_(present ? Kind::present : Kind::absent) {}
  /// The attribute only when the value is not empty.
  static Attribute unless_empty(Name name, std::string_view value) {
    return value.empty() ? Attribute(name, false) : Attribute(name, value);
  }

 private:
  friend class HtmlWriter;
  enum class Kind : std::uint8_t { absent = 1, present, value };

  Name name_;
  std::string value_;
  Kind kind_;
};

using Attributes = std::vector<Attribute>;

/// A finished piece of HTML.
class Markup {
 public:
  Markup() = default;
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

  /// HTML that this library made earlier and that went through a reply as text (`html` of a
  /// screen).
  static Markup made_before(std::string html) { return Markup(std::move(html)); }

 private:
  friend class HtmlWriter;
  friend class SvgCheck;
  explicit Markup(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

class HtmlWriter {
 public:
  /// An element that is closed later, by close().
  HtmlWriter& open(Name element, std::initializer_list<Attribute> attributes = {});
  HtmlWriter& open(Name element, const Attributes& attributes);
  HtmlWriter& close();
  /// An element without content: input, br, meta.
  HtmlWriter& single(Name element, std::initializer_list<Attribute> attributes = {});
  HtmlWriter& single(Name element, const Attributes& attributes);
  /// An element with text inside.
  HtmlWriter& element(Name name, std::initializer_list<Attribute> attributes,
                      std::string_view text);
  HtmlWriter& text(std::string_view text);
  HtmlWriter& add(const Markup& markup);
  HtmlWriter& line();  ///< a line feed in the source, for people who read it
  HtmlWriter& doctype();

  [[nodiscard]] Markup take() &&;  ///< all elements must be closed

 private:
  void start(Name element, std::span<const Attribute> attributes);

  std::string out_;
  std::vector<Name> open_;
};

/// `text` with & < > " ' as references; control characters other than tab and line feed left out.
void append_escaped(std::string& out, std::string_view text);

}  // namespace metodica::html
