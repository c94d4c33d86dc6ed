#include "text/numbers.hpp"

#include <cstddef>

namespace metodica {
namespace {

std::string_view group_sign(std::string_view lang) {
  if (lang == "en") {
    return ",";
  }
  return lang == "hu" ? "\u00A0" : ".";
}

}  // namespace

std::string grouped_digits(std::string_view digits, std::string_view lang) {
  const std::string_view sign = group_sign(lang);
  std::string out;
  out.reserve(digits.size() + digits.size() / 3 * sign.size());
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) {
      out += sign;
    }
    out += digits[i];
  }
  return out;
}

std::string shown_integer(std::int64_t value, std::string_view lang) {
  const std::string text = std::to_string(value);
  const bool negative = value < 0;
  return (negative ? "-" : "") +
         grouped_digits(std::string_view(text).substr(negative ? 1 : 0), lang);
}

char decimal_sign(std::string_view lang) {
  return lang == "en" ? '.' : ',';
}

}  // namespace metodica
