#include "bibliography/udc.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "bibliography/latin_letters.hpp"
#include "bibliography/udc_check.hpp"
#include "bibliography/udc_key.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Place of an auxiliary in the standard citation order; 0 for what takes no part in it.
int citation_rank(UdcPart part) {
  switch (part) {
    case UdcPart::special:
    case UdcPart::point:
    case UdcPart::apostrophe:
      return 1;
    case UdcPart::general:
      return 2;
    case UdcPart::name:
      return 3;
    case UdcPart::foreign:
      return 4;
    case UdcPart::time:
      return 5;
    case UdcPart::ancestry:
      return 6;
    case UdcPart::place:
      return 7;
    case UdcPart::form:
      return 8;
    case UdcPart::language:
      return 9;
    default:
      return 0;
  }
}

bool out_of_citation_order(const std::vector<UdcElement>& elements, std::size_t& at) {
  int before = 0;
  bool main_seen = false;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const UdcPart part = elements[i].part;
    if (is_connector(part) || part == UdcPart::group_open) {
      main_seen = false;
    }
    if (part == UdcPart::main) {
      main_seen = true;
      before = 0;
    }
    const int rank = main_seen ? citation_rank(part) : 0;
    if (rank != 0 && rank < before) {
      at = i;
      return true;
    }
    before = std::max(before, rank);
  }
  return false;
}

// O and l typed for 0 and 1: a lone letter right after or before a digit.
bool letter_for_digit(std::string_view notation, std::size_t& byte) {
  for (std::size_t i = 1; i < notation.size(); ++i) {
    const bool suspect = std::string_view("OoIl").find(notation[i]) != std::string_view::npos;
    const bool after_digit = is_digit(notation[i - 1]) || notation[i - 1] == '.';
    const bool alone = i + 1 == notation.size() || !is_letter(notation[i + 1]);
    if (suspect && after_digit && alone) {
      byte = i;
      return true;
    }
  }
  return false;
}

bool form_as_place(const UdcElement& element) {
  const std::string_view text = element.text;
  return element.part == UdcPart::place && text.size() == 6 && text.substr(0, 3) == "(10" &&
         is_digit(text[3]) && is_digit(text[4]);
}

class Checker {
 public:
  Checker(std::string_view text, std::string_view notation,
          const std::vector<std::uint32_t>& positions)
      : text_(text),
        notation_(notation),
        positions_(positions),
        elements_(udc_elements(notation)) {}

  [[nodiscard]] Result<void> check() const {
    if (const std::optional<UdcFault> fault = first_udc_fault(notation_, elements_)) {
      return Unexpected(problem(*fault));
    }
    return {};
  }

  [[nodiscard]] std::vector<Problem> warnings() const {
    std::vector<Problem> found;
    std::size_t place = 0;
    if (out_of_citation_order(elements_, place)) {
      found.push_back(problem({"udc.citation_order", byte_of(elements_[place])}));
    }
    if (letter_for_digit(notation_, place)) {
      found.push_back(problem({"udc.letter_for_digit", place}));
    }
    for (const UdcElement& element : elements_) {
      if (form_as_place(element)) {
        found.push_back(problem({"udc.form_as_place", byte_of(element)}));
      }
    }
    return found;
  }

 private:
  [[nodiscard]] std::size_t byte_of(const UdcElement& element) const {
    return static_cast<std::size_t>(element.text.data() - notation_.data());
  }

  [[nodiscard]] Problem problem(const UdcFault& fault) const {
    std::vector<MessageArgument> arguments{
        {"text", std::string(text_)},
        {"position", static_cast<std::int64_t>(positions_[fault.byte])}};
    if (fault.id == "udc.unknown_sign" || fault.id == "udc.unbalanced") {
      const std::string_view rest = notation_.substr(fault.byte);
      arguments.push_back({"sign", std::string(rest.substr(0, first_character(rest).size))});
    }
    return Problem(METODICA_INVALID, std::string(fault.id), std::move(arguments));
  }

  std::string_view text_;
  std::string_view notation_;
  const std::vector<std::uint32_t>& positions_;
  std::vector<UdcElement> elements_;
};

}  // namespace

Result<Udc> Udc::parse(std::string_view text) {
  if (!is_utf8(text)) {
    return invalid("udc.encoding");
  }
  const std::string tidied = tidy(text);
  std::vector<std::uint32_t> positions;
  Udc udc;
  udc.original_ = text;
  udc.notation_ = udc_normalised(tidied, &positions);
  if (udc.notation_.empty()) {
    return invalid("udc.empty", {{"text", std::string(text)}});
  }
  const Checker checker(udc.original_, udc.notation_, positions);
  METODICA_CHECK(checker.check());
  udc.warnings_ = checker.warnings();
  return udc;
}

std::string Udc::key() const {
  std::string key;
  append_udc_key(key, notation_);
  return key;
}

}  // namespace metodica
