#include "bibliography/key_parts.hpp"

#include <algorithm>

#include "bibliography/latin_letters.hpp"
#include "bibliography/notation_signs.hpp"

namespace metodica {
namespace {

constexpr char kPartEnd = 0x01;
constexpr char kNumber = 0x02;
constexpr std::size_t kMostDigits = 255;

void append_letters(std::string& out, char32_t code) {
  for (const char letter : folded_letter(code)) {
    if (letter != 0) {
      out += letter;
    }
  }
}

void append_word(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    if (is_digit(text.front())) {
      out += text.front();
    } else {
      append_letters(out, character.code);
    }
    text.remove_prefix(character.size);
  }
}

}  // namespace

void append_word_key(std::string& out, std::string_view text) {
  append_words_key(out, text, {});
}

void append_words_key(std::string& out, std::string_view first, std::string_view second) {
  append_word(out, first);
  append_word(out, second);
  out += kPartEnd;
}

void append_number_key(std::string& out, std::string_view digits) {
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  digits = digits.substr(0, kMostDigits);
  out += static_cast<char>(static_cast<unsigned char>(digits.size()));
  out += digits;
}

void append_numbered_key(std::string& out, std::string_view text) {
  while (!text.empty()) {
    if (is_digit(text.front())) {
      const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
      out += kNumber;
      append_number_key(out, text.substr(0, size));
      text.remove_prefix(size);
    } else {
      const Utf8Character character = first_character(text);
      append_letters(out, character.code);
      text.remove_prefix(character.size);
    }
  }
  out += kPartEnd;
}

}  // namespace metodica
