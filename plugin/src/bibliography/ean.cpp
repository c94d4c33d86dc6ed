#include "bibliography/ean.hpp"

namespace metodica {

char ean_check_digit(std::string_view digits) {
  if (digits.empty()) {
    return 0;
  }
  int sum = 0;
  int weight = digits.size() % 2 == 1 ? 3 : 1;
  for (const char c : digits) {
    if (c < '0' || c > '9') {
      return 0;
    }
    sum += weight * (c - '0');
    sum %= 10;
    weight = 4 - weight;
  }
  return static_cast<char>('0' + (10 - sum) % 10);
}

bool is_ean(std::string_view digits) {
  if (digits.size() != 8 && digits.size() != 13) {
    return false;
  }
  return ean_check_digit(digits.substr(0, digits.size() - 1)) == digits.back();
}

EanKind ean_kind(std::string_view digits) {
  if (digits.size() != 13 || !is_ean(digits)) {
    return EanKind::other;
  }
  if (digits.starts_with("9790")) {
    return EanKind::music;
  }
  if (digits.starts_with("978") || digits.starts_with("979")) {
    return EanKind::book;
  }
  return digits.starts_with("977") ? EanKind::serial : EanKind::other;
}

}  // namespace metodica
