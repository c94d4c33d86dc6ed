/// Single characters of notations and marks, byte by byte.
#pragma once

#include <algorithm>
#include <string_view>

namespace metodica {

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A-Z and a-z.
[[nodiscard]] constexpr bool is_latin(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Latin letters, and every byte of a character outside ASCII: in a levelled notation only letters
/// are left there.
[[nodiscard]] constexpr bool is_letter(char c) {
  return is_latin(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// False for "".
[[nodiscard]] constexpr bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace metodica
