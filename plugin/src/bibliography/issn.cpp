#include "bibliography/issn.hpp"

#include <algorithm>
#include <cctype>

#include "bibliography/ean.hpp"

namespace metodica {
namespace {

constexpr std::size_t kIssnDigits = 7;

char issn_check(std::string_view seven) {
  int sum = 0;
  int weight = 8;
  for (const char digit : seven) {
    sum += weight * (digit - '0');
    --weight;
  }
  const int check = (11 - sum % 11) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

// Digits and a final X; spaces, hyphens of all kinds and the word ISSN are left out.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += c;
    } else if (c == 'x' || c == 'X') {
      out += 'X';
    } else if (std::isalpha(static_cast<unsigned char>(c)) != 0 && !out.empty()) {
      return {};
    }
  }
  return out;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<Issn> Issn::parse(std::string_view text) {
  const std::string characters = bare(text);
  const std::vector<MessageArgument> arguments{{"text", std::string(text)}};
  if (characters.size() == 13) {
    if (!characters.starts_with("977") || !all_digits(characters)) {
      return invalid("issn.form", arguments);
    }
    if (!is_ean(characters)) {
      return invalid("issn.check_digit", arguments);
    }
    const std::string seven = characters.substr(3, kIssnDigits);
    return Issn(seven + issn_check(seven));
  }
  const std::string seven = characters.substr(0, kIssnDigits);
  if (characters.size() != kIssnDigits + 1 || !all_digits(seven)) {
    return invalid("issn.form", arguments);
  }
  if (issn_check(seven) != characters.back()) {
    return invalid("issn.check_digit", arguments);
  }
  return Issn(characters);
}

std::string Issn::text() const {
  return characters_.substr(0, 4) + "-" + characters_.substr(4);
}

std::string Issn::ean13(std::string_view variant) const {
  std::string digits = "977" + characters_.substr(0, kIssnDigits);
  digits += variant;
  return digits + ean_check_digit(digits);
}

}  // namespace metodica
