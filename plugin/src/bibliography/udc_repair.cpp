#include "bibliography/udc_repair.hpp"

#include <algorithm>
#include <iterator>

#include "bibliography/latin_letters.hpp"
#include "bibliography/notation_signs.hpp"
#include "bibliography/shelf_udc.hpp"
#include "bibliography/udc_warnings.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr int kMostEdits = 50;

using Edit = std::optional<UdcEdit>;

// One fault with what stands around it.
class Repair {
 public:
  Repair(std::string_view notation, const std::vector<UdcElement>& elements, const UdcFault& fault)
      : notation_(notation), elements_(elements), fault_(fault) {}

  [[nodiscard]] Edit edit() const {
    const std::string_view id = fault_.id;
    if (id == "udc.comma") {
      return UdcEdit{fault_.byte, 1, "."};
    }
    if (id == "udc.unknown_sign" || id == "udc.empty_member") {
      return erased();
    }
    if (id == "udc.unbalanced") {
      return partner();
    }
    if (id == "udc.misplaced_dot") {
      return dotted();
    }
    if (id == "udc.reversed_range") {
      return turned();
    }
    if (id == "udc.name_first" || id == "udc.letter_for_digit") {
      return digit_for_letter();
    }
    if (id == "udc.form_as_place") {
      return UdcEdit{fault_.byte, 2, "("};
    }
    return id == "udc.citation_order" ? in_citation_order() : std::nullopt;
  }

 private:
  [[nodiscard]] std::size_t byte_of(const UdcElement& element) const {
    return static_cast<std::size_t>(element.text.data() - notation_.data());
  }

  // The element in which the fault lies; null between elements.
  [[nodiscard]] const UdcElement* element() const {
    for (const UdcElement& each : elements_) {
      if (fault_.byte >= byte_of(each) && fault_.byte < byte_of(each) + each.text.size()) {
        return &each;
      }
    }
    return nullptr;
  }

  // A lone sign goes; an auxiliary without digits goes as a whole, a bracket too.
  [[nodiscard]] Edit erased() const {
    const UdcElement* at = element();
    const bool whole = fault_.id == "udc.empty_member" && at != nullptr &&
                       byte_of(*at) == fault_.byte && !at->has_range();
    const std::size_t size =
        whole ? at->text.size() : first_character(notation_.substr(fault_.byte)).size;
    return UdcEdit{fault_.byte, size, {}};
  }

  [[nodiscard]] Edit partner() const {
    const char sign = notation_[fault_.byte];
    if (sign == ')' || sign == ']') {
      return UdcEdit{fault_.byte, 1, {}};
    }
    if (sign == '[') {
      return UdcEdit{notation_.size(), 0, "]"};
    }
    const UdcElement* at = element();
    const bool second = sign == '(' && at != nullptr && byte_of(*at) != fault_.byte;
    if (second && !is_digit(notation_[fault_.byte - 1])) {
      return UdcEdit{fault_.byte, 1, {}};  // 94((498)
    }
    const std::size_t begin = second ? fault_.byte : fault_.byte + 1;
    const std::string_view stops = sign == '"' ? "(=:[\"" : "=\":[";
    const std::size_t end =
        second ? begin : std::min(notation_.find_first_of(stops, begin), notation_.size());
    if (end == fault_.byte + 1) {
      return UdcEdit{fault_.byte, 1, {}};  // 37(
    }
    return UdcEdit{end, 0, sign == '"' ? "\"" : ")"};
  }

  // The digits around the fault with a dot after every third.
  [[nodiscard]] Edit dotted() const {
    const auto part_of_number = [](char c) { return is_digit(c) || c == '.'; };
    std::size_t begin = fault_.byte;
    while (begin > 0 && part_of_number(notation_[begin - 1])) {
      --begin;
    }
    std::size_t end = fault_.byte;
    while (end < notation_.size() && part_of_number(notation_[end])) {
      ++end;
    }
    const std::string_view number = notation_.substr(begin, end - begin);
    const std::string right = dotted_digits(digits_of(number));
    if (right == number) {
      return std::nullopt;
    }
    return UdcEdit{begin, end - begin, right};
  }

  // Start and end change places; a range from a number to itself loses its end.
  [[nodiscard]] Edit turned() const {
    const std::size_t slash = fault_.byte - 1;
    const auto part_of_number = [](char c) { return is_digit(c) || c == '.'; };
    std::size_t begin = slash;
    while (begin > 0 && part_of_number(notation_[begin - 1])) {
      --begin;
    }
    std::size_t end = fault_.byte;
    while (end < notation_.size() && part_of_number(notation_[end])) {
      ++end;
    }
    const std::string_view from = notation_.substr(begin, slash - begin);
    const std::string_view to = notation_.substr(fault_.byte, end - fault_.byte);
    const bool whole = digits_of(to).size() == digits_of(from).size() && !to.starts_with('.');
    if (whole && digits_of(to) != digits_of(from)) {
      return UdcEdit{begin, end - begin, std::string(to) + '/' + std::string(from)};
    }
    return UdcEdit{slash, notation_.find_first_not_of("0123456789.-'=", fault_.byte) - slash, {}};
  }

  [[nodiscard]] Edit digit_for_letter() const {
    const char letter = notation_[fault_.byte];
    const bool before_digit =
        fault_.byte + 1 < notation_.size() && is_digit(notation_[fault_.byte + 1]);
    if (fault_.id == "udc.name_first" && !before_digit) {
      return std::nullopt;
    }
    if (letter == 'O' || letter == 'o') {
      return UdcEdit{fault_.byte, 1, "0"};
    }
    return letter == 'I' || letter == 'l' ? Edit(UdcEdit{fault_.byte, 1, "1"}) : std::nullopt;
  }

  // The auxiliaries around the fault, those of one number, by their places in the order.
  [[nodiscard]] Edit in_citation_order() const {
    const auto ranked = [](const UdcElement& each) { return udc_citation_rank(each.part) != 0; };
    const auto at = std::find_if(elements_.begin(), elements_.end(), [&](const UdcElement& each) {
      return byte_of(each) == fault_.byte;
    });
    if (at == elements_.end()) {
      return std::nullopt;
    }
    auto begin = at;
    while (begin != elements_.begin() && ranked(*std::prev(begin))) {
      --begin;
    }
    const auto end = std::find_if_not(at, elements_.end(), ranked);
    if (end != elements_.end() && end->part == UdcPart::tail) {
      return std::nullopt;  // digits that go on after a bracket belong where they are
    }
    std::vector<UdcElement> run(begin, end);
    std::stable_sort(run.begin(), run.end(), [](const UdcElement& a, const UdcElement& b) {
      return udc_citation_rank(a.part) < udc_citation_rank(b.part);
    });
    UdcEdit edit{byte_of(*begin) - (begin->after_space ? 1 : 0), 0, {}};
    edit.size = byte_of(*std::prev(end)) + std::prev(end)->text.size() - edit.byte;
    for (const UdcElement& each : run) {
      edit.text += each.after_space ? " " : "";
      edit.text += each.text;
    }
    return edit;
  }

  std::string_view notation_;
  const std::vector<UdcElement>& elements_;
  const UdcFault& fault_;
};

}  // namespace

std::string UdcEdit::applied_to(std::string_view notation) const {
  std::string changed(notation.substr(0, byte));
  changed += text;
  changed += notation.substr(std::min(byte + size, notation.size()));
  return changed;
}

std::optional<UdcEdit> udc_edit(std::string_view notation, const std::vector<UdcElement>& elements,
                                const UdcFault& fault) {
  return Repair(notation, elements, fault).edit();
}

std::string udc_repaired(std::string_view notation) {
  std::string text(notation);
  for (int i = 0; i < kMostEdits && !text.empty(); ++i) {
    const std::vector<UdcElement> elements = udc_elements(text);
    const std::vector<UdcFault> faults = udc_faults(text, elements);
    if (faults.empty()) {
      return text;
    }
    const std::optional<UdcEdit> edit = udc_edit(text, elements, faults.front());
    if (!edit) {
      return {};
    }
    text = udc_normalised(tidy(edit->applied_to(text)));  // as Udc::parse will read it
  }
  return {};
}

}  // namespace metodica
