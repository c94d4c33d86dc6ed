#include "bibliography/udc_elements.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "bibliography/latin_letters.hpp"
#include "bibliography/notation_signs.hpp"

namespace metodica {
namespace {

constexpr std::array<std::string_view, 20> kPartNames{
    "",           "main",        "tail",     "addition", "relation", "ordered_relation",
    "group_open", "group_close", "language", "form",     "place",    "ancestry",
    "time",       "foreign",     "name",     "general",  "special",  "point",
    "apostrophe", "unknown"};

class Scanner {
 public:
  explicit Scanner(std::string_view in) : in_(in) {}

  std::vector<UdcElement> run() {
    while (pos_ < in_.size()) {
      const bool after_space = in_[pos_] == ' ' && is_letter(at(pos_ + 1));
      pos_ += after_space ? 1 : 0;
      begin_ = pos_;
      range_end_ = {};
      const UdcPart part = read();
      elements_.push_back({part, in_.substr(begin_, pos_ - begin_), range_end_, after_space});
    }
    return std::move(elements_);
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < in_.size() ? in_[i] : '\0'; }
  [[nodiscard]] bool digit_at(std::size_t i) const { return is_digit(at(i)); }

  UdcPart read() {
    const char c = in_[pos_];
    if (is_digit(c)) {
      return number();
    }
    if (is_letter(c)) {
      return name();
    }
    ++pos_;
    switch (c) {
      case '+':
        return connector(UdcPart::addition);
      case ':':
        if (at(pos_) == ':') {
          ++pos_;
          return connector(UdcPart::ordered_relation);
        }
        return connector(UdcPart::relation);
      case '[':
        return connector(UdcPart::group_open);
      case ']':
        return UdcPart::group_close;
      case '=':
        return language();
      case '(':
        return bracket();
      case '"':
        up_to('"');
        return UdcPart::time;
      case '*':
        return foreign();
      case '-':
        return hyphen();
      case '\'':
        digits_and_dots();
        range();
        return UdcPart::apostrophe;
      case '.':
        return dot();
      default:
        return UdcPart::unknown;
    }
  }

  // A member may begin after a connecting sign; only then digits are a main number.
  UdcPart connector(UdcPart part) {
    main_seen_ = false;
    return part;
  }

  UdcPart number() {
    // Dots stay with the number even when misplaced, so that the checker can point at them.
    while (digit_at(pos_) || (at(pos_) == '.' && at(pos_ + 1) != '0')) {
      ++pos_;
    }
    range();
    const bool tail = main_seen_;
    main_seen_ = true;
    return tail ? UdcPart::tail : UdcPart::main;
  }

  void digits_and_dots() {
    while (digit_at(pos_) || (at(pos_) == '.' && digit_at(pos_ + 1) && at(pos_ + 1) != '0')) {
      ++pos_;
    }
  }

  void range() {
    if (at(pos_) != '/') {
      return;
    }
    const std::size_t end_begin = ++pos_;
    const char sign = at(pos_);
    if ((sign == '-' || sign == '\'' || sign == '.' || sign == '=') && digit_at(pos_ + 1)) {
      ++pos_;
    }
    digits_and_dots();
    range_end_ = in_.substr(end_begin, pos_ - end_begin);
  }

  UdcPart language() {
    digits_and_dots();
    if (at(pos_) == '\'' && digit_at(pos_ + 1)) {
      ++pos_;
      digits_and_dots();
    }
    range();
    return UdcPart::language;
  }

  UdcPart bracket() {
    const char first = at(pos_);
    up_to(')');
    if (first == '0') {
      return UdcPart::form;
    }
    return first == '=' ? UdcPart::ancestry : UdcPart::place;
  }

  void up_to(char closing) {
    const std::size_t found = in_.find(closing, pos_);
    pos_ = found == std::string_view::npos ? in_.size() : found + 1;
  }

  UdcPart foreign() {
    while (digit_at(pos_) || is_letter(at(pos_)) ||
           (at(pos_) == '.' && (digit_at(pos_ + 1) || is_letter(at(pos_ + 1))))) {
      ++pos_;
    }
    return UdcPart::foreign;
  }

  UdcPart hyphen() {
    const bool general = at(pos_) == '0' && at(pos_ + 1) >= '2' && at(pos_ + 1) <= '5';
    digits_and_dots();
    range();
    return general ? UdcPart::general : UdcPart::special;
  }

  UdcPart dot() {
    const bool point = at(pos_) == '0';
    if (!point && !(digit_at(pos_) && main_seen_)) {
      return UdcPart::unknown;
    }
    digits_and_dots();
    range();
    return point ? UdcPart::point : UdcPart::tail;
  }

  UdcPart name() {
    while (name_goes_on()) {
      ++pos_;
    }
    return UdcPart::name;
  }

  [[nodiscard]] bool name_goes_on() const {
    const char c = at(pos_);
    const char following = at(pos_ + 1);
    switch (c) {
      case ' ':
        return is_letter(following) || is_digit(following);
      case ',':
        return true;
      case '.':
        return following != '0';
      case '-':
      case '\'':
        return is_letter(following);
      default:
        return is_letter(c) || is_digit(c);
    }
  }

  std::string_view in_;
  std::vector<UdcElement> elements_;
  std::size_t pos_ = 0;
  std::size_t begin_ = 0;
  std::string_view range_end_;
  bool main_seen_ = false;
};

// A space counts where it separates words, or a number from a name; a space between two digits is
// kept so that the checker can ask about it.
bool space_counts(std::string_view before, char after) {
  if (before.empty() || after == '\0') {
    return false;
  }
  const char last = before.back();
  if (is_digit(after)) {
    return is_letter(last) || is_digit(last) || last == ',';
  }
  const bool opens = std::string_view("([+:/=*-").find(last) != std::string_view::npos;
  return is_letter(after) && !opens;
}

}  // namespace

std::string_view name_of(UdcPart part) {
  return kPartNames.at(static_cast<std::size_t>(part));
}

std::optional<UdcPart> udc_part_named(std::string_view name) {
  const auto found = std::find(kPartNames.begin() + 1, kPartNames.end(), name);
  if (found == kPartNames.end()) {
    return {};
  }
  return static_cast<UdcPart>(found - kPartNames.begin());
}

std::string_view UdcElement::start() const {
  return has_range() ? text.substr(0, text.size() - range_end.size() - 1) : text;
}

std::string udc_normalised(std::string_view text, std::vector<std::uint32_t>* positions) {
  std::string out;
  std::uint32_t place = 0;
  std::uint32_t space_place = 0;  // of a space not yet written, 0 when none
  const auto put = [&](std::string_view bytes, std::uint32_t where) {
    out.append(bytes);
    if (positions != nullptr) {
      positions->insert(positions->end(), bytes.size(), where);
    }
  };
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    std::string_view bytes = text.substr(0, character.size);
    text.remove_prefix(character.size);
    ++place;
    const char sign = ascii_sign(character.code);
    if (sign != 0) {
      bytes = std::string_view(&sign, 1);
    }
    if (bytes == " " || bytes == "\t") {
      space_place = space_place == 0 ? place : space_place;
      continue;
    }
    if (space_place != 0 && space_counts(out, bytes.front())) {
      put(" ", space_place);
    }
    space_place = 0;
    put(bytes, place);
  }
  return out;
}

std::vector<UdcElement> udc_elements(std::string_view notation) {
  return Scanner(notation).run();
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
}

std::string first_main_digits(std::string_view notation) {
  const std::string normalised = udc_normalised(notation);
  for (const UdcElement& element : udc_elements(normalised)) {
    if (element.part == UdcPart::main) {
      return digits_of(element.start());
    }
  }
  return {};
}

}  // namespace metodica
