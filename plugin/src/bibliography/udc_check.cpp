#include "bibliography/udc_check.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "bibliography/notation_signs.hpp"

namespace metodica {
namespace {

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

using Fault = UdcFault;
using Finding = std::optional<UdcFault>;

// Groups of digits between dots: all but the last have three, none is empty or longer.
Finding check_dots(std::string_view number, std::size_t byte) {
  if (number.empty()) {
    return Fault{"udc.empty_member", byte};
  }
  std::size_t in_group = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] == '.') {
      if (in_group != 3) {
        return Fault{"udc.misplaced_dot", byte + i};
      }
      in_group = 0;
    } else if (++in_group > 3) {
      return Fault{"udc.misplaced_dot", byte + i};
    }
  }
  if (in_group == 0) {
    return Fault{"udc.misplaced_dot", byte + number.size() - 1};
  }
  return std::nullopt;
}

// A shortened end replaces as many dot groups of the start as it has: 523.41/.43.
std::string completed_end(std::string_view start, std::string_view end) {
  if (end.empty() || end.front() != '.') {
    return digits_of(end);
  }
  std::size_t cut = start.size();
  for (auto groups = std::count(end.begin(), end.end(), '.'); groups > 0 && cut > 0;) {
    --cut;
    groups -= start[cut] == '.' ? 1 : 0;
  }
  return digits_of(start.substr(0, cut)) + digits_of(end);
}

Finding check_range(const UdcElement& element, std::size_t byte) {
  if (!element.has_range()) {
    return std::nullopt;
  }
  const std::size_t end_byte = byte + element.start().size() + 1;
  if (!has_digit(element.range_end)) {
    return Fault{"udc.empty_member", end_byte - 1};
  }
  if (completed_end(element.start(), element.range_end) <= digits_of(element.start())) {
    return Fault{"udc.reversed_range", end_byte};
  }
  return std::nullopt;
}

// Numbers joined by '/' inside ( ) and " ": (4/9), "1914/1918". Shortened years are left alone.
Finding check_inner_range(std::string_view inner, std::size_t byte) {
  const std::size_t slash = inner.find('/');
  if (slash == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view start = inner.substr(0, slash);
  const std::string_view end = inner.substr(slash + 1);
  if (start.empty() || end.empty()) {
    return Fault{"udc.empty_member", byte + slash};
  }
  const auto plain = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; }) &&
           is_digit(text.front());
  };
  const bool comparable = plain(start) && plain(end) && start.size() == end.size();
  if (comparable && digits_of(end) <= digits_of(start)) {
    return Fault{"udc.reversed_range", byte + slash + 1};
  }
  return std::nullopt;
}

Finding check_bracket(const UdcElement& element, std::size_t byte) {
  const std::string_view text = element.text;
  if (text.size() < 2 || text.back() != ')' || text.find('(', 1) != std::string_view::npos) {
    const std::size_t second = text.find('(', 1);
    return Fault{"udc.unbalanced", byte + (second == std::string_view::npos ? 0 : second)};
  }
  const std::size_t head = element.part == UdcPart::ancestry ? 2 : 1;
  const std::string_view inner = text.substr(head, text.size() - head - 1);
  if (inner.empty()) {
    return Fault{"udc.empty_member", byte};
  }
  if (!is_digit(inner.front())) {
    return Fault{"udc.unknown_sign", byte + head};
  }
  for (std::size_t i = 0; i < inner.size(); ++i) {
    const bool known = is_digit(inner[i]) || is_letter(inner[i]) ||
                       std::string_view(".+/:-=' \",").find(inner[i]) != std::string_view::npos;
    const bool decimal_comma = inner[i] == ',' && i > 0 && is_digit(inner[i - 1]) &&
                               i + 1 < inner.size() && is_digit(inner[i + 1]);
    if (!known || decimal_comma) {
      return Fault{decimal_comma ? "udc.comma" : "udc.unknown_sign", byte + head + i};
    }
  }
  return check_inner_range(inner, byte + head);
}

Finding check_time(const UdcElement& element, std::size_t byte) {
  const std::string_view text = element.text;
  if (text.size() < 2 || text.back() != '"') {
    return Fault{"udc.unbalanced", byte};
  }
  const std::string_view inner = text.substr(1, text.size() - 2);
  if (inner.empty()) {
    return Fault{"udc.empty_member", byte};
  }
  for (std::size_t i = 0; i < inner.size(); ++i) {
    const bool known = is_digit(inner[i]) || is_letter(inner[i]) ||
                       std::string_view(".-/+: ").find(inner[i]) != std::string_view::npos;
    if (!known) {
      return Fault{"udc.unknown_sign", byte + 1 + i};
    }
  }
  return check_inner_range(inner, byte + 1);
}

// Auxiliaries made of a sign and digits. `dotted` holds where the three-digit rule is strict.
Finding check_auxiliary(const UdcElement& element, std::size_t byte, bool dotted) {
  if (!has_digit(element.start())) {
    return Fault{"udc.empty_member", byte};
  }
  if (dotted) {
    const std::string_view number = element.start().substr(1);
    if (auto fault = check_dots(number.substr(0, number.find('\'')), byte + 1)) {
      return fault;
    }
  }
  return check_range(element, byte);
}

Finding check_number(const UdcElement& element, std::size_t byte) {
  std::string_view number = element.start();
  const std::size_t lead = number.front() == '.' ? 1 : 0;
  number.remove_prefix(lead);
  if (element.part == UdcPart::main && number.front() == '4') {
    return Fault{"udc.vacant_class", byte};
  }
  if (auto fault = check_dots(number, byte + lead)) {
    return fault;
  }
  return check_range(element, byte);
}

Finding check_element(const UdcElement& element, std::size_t byte) {
  switch (element.part) {
    case UdcPart::main:
    case UdcPart::tail:
      return check_number(element, byte);
    case UdcPart::form:
    case UdcPart::place:
    case UdcPart::ancestry:
      return check_bracket(element, byte);
    case UdcPart::time:
      return check_time(element, byte);
    case UdcPart::language:
    case UdcPart::point:
      return check_auxiliary(element, byte, true);
    case UdcPart::general:
    case UdcPart::special:
    case UdcPart::apostrophe:
      return check_auxiliary(element, byte, false);
    case UdcPart::foreign:
      return element.text.size() < 2 ? Finding(Fault{"udc.empty_member", byte}) : std::nullopt;
    default:
      return std::nullopt;
  }
}

// What may follow what: members between connecting signs, groups, names only after a number.
class Sequence {
 public:
  Finding take(const UdcElement& element, std::size_t byte) {
    switch (element.part) {
      case UdcPart::unknown:
        return unknown(element, byte);
      case UdcPart::addition:
      case UdcPart::relation:
      case UdcPart::ordered_relation:
        if (!operand_) {
          return Fault{"udc.empty_member", byte};
        }
        operand_ = false;
        last_connector_ = byte;
        return std::nullopt;
      case UdcPart::group_open:
        groups_.push_back(byte);
        operand_ = false;
        last_connector_ = byte;
        return std::nullopt;
      case UdcPart::group_close:
        return close(byte);
      case UdcPart::name:
        if (!operand_) {
          operand_ = true;  // said once
          return Fault{"udc.name_first", byte};
        }
        return std::nullopt;
      default:
        operand_ = true;
        return std::nullopt;
    }
  }

  [[nodiscard]] Finding end() const {
    if (!groups_.empty()) {
      return Fault{"udc.unbalanced", groups_.back()};
    }
    return operand_ ? std::nullopt : Finding(Fault{"udc.empty_member", last_connector_});
  }

 private:
  Finding unknown(const UdcElement& element, std::size_t byte) {
    operand_ = true;  // said once
    switch (element.text.front()) {
      case ',':
        return Fault{"udc.comma", byte};
      case ')':
        return Fault{"udc.unbalanced", byte};
      case '/':
        return Fault{"udc.empty_member", byte};
      case '.':
        return Fault{"udc.misplaced_dot", byte};
      default:
        return Fault{"udc.unknown_sign", byte};
    }
  }

  Finding close(std::size_t byte) {
    if (groups_.empty()) {
      return Fault{"udc.unbalanced", byte};
    }
    if (!operand_) {
      return Fault{"udc.empty_member", byte};
    }
    groups_.pop_back();
    return std::nullopt;
  }

  bool operand_ = false;
  std::size_t last_connector_ = 0;
  std::vector<std::size_t> groups_;
};

}  // namespace

std::vector<UdcFault> udc_faults(std::string_view notation, const std::vector<UdcElement>& elements,
                                 std::size_t most) {
  std::vector<UdcFault> faults;
  Sequence sequence;
  for (const UdcElement& element : elements) {
    if (faults.size() >= most) {
      return faults;
    }
    const auto byte = static_cast<std::size_t>(element.text.data() - notation.data());
    Finding fault = sequence.take(element, byte);
    if (!fault) {
      fault = check_element(element, byte);
    }
    if (fault) {
      faults.push_back(*fault);
    }
  }
  const Finding fault = sequence.end();
  const bool said = fault && !faults.empty() && faults.back().byte == fault->byte;
  if (fault && !said && faults.size() < most) {
    faults.push_back(*fault);
  }
  return faults;
}

}  // namespace metodica
