#include "bibliography/udc_warnings.hpp"

#include <algorithm>

#include "bibliography/notation_signs.hpp"

namespace metodica {
namespace {

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
    const int rank = main_seen ? udc_citation_rank(part) : 0;
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

// Periods are digits, dots and a sign; "..." leaves an end open.
bool time_with_letters(const UdcElement& element, std::size_t& at) {
  at = 0;
  while (element.part == UdcPart::time && at < element.text.size()) {
    if (is_letter(element.text[at])) {
      return true;
    }
    ++at;
  }
  return false;
}

}  // namespace

int udc_citation_rank(UdcPart part) {
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

std::vector<UdcFault> udc_warnings(std::string_view notation,
                                   const std::vector<UdcElement>& elements) {
  std::vector<UdcFault> found;
  const auto byte_of = [&](const UdcElement& element) {
    return static_cast<std::size_t>(element.text.data() - notation.data());
  };
  std::size_t place = 0;
  if (out_of_citation_order(elements, place)) {
    found.push_back({"udc.citation_order", byte_of(elements[place])});
  }
  if (letter_for_digit(notation, place)) {
    found.push_back({"udc.letter_for_digit", place});
  }
  for (const UdcElement& element : elements) {
    if (form_as_place(element)) {
      found.push_back({"udc.form_as_place", byte_of(element)});
    }
    if (time_with_letters(element, place)) {
      found.push_back({"udc.time_letters", byte_of(element) + place});
    }
  }
  return found;
}

}  // namespace metodica
