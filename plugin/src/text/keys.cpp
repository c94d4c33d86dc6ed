#include "text/keys.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "text/letters.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr std::size_t longest_barcode = 40;
constexpr std::size_t longest_key = 100;
constexpr std::size_t longest_code = 20;
constexpr std::size_t most_bytes = 4;  // of one character
constexpr std::int64_t largest_number = 999'999'999'999;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_code_character(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '_' ||
         c == '-';
}

bool is_visible_ascii(char c) {
  return c > 0x20 && c < 0x7F;
}

bool is_barcode(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == longest_barcode || u_isgraph(static_cast<UChar32>(next_letter(text, at))) == 0) {
      return false;
    }
  }
  return true;
}

}  // namespace

Result<InventoryNumber> InventoryNumber::parse(std::string register_code, std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number < 1 || number > largest_number) {
    return invalid("inventory_number.invalid", {{"text", excerpt(text)}});
  }
  return InventoryNumber{std::move(register_code), number};
}

std::string InventoryNumber::shown() const {
  return std::to_string(number);
}

std::string InventoryNumber::shown_with_register() const {
  return register_code.empty() ? shown() : register_code + ' ' + shown();
}

Result<Barcode> Barcode::parse(std::string_view text) {
  // Spaces and signs of a scanner may surround the code, so the bytes get some room.
  const bool readable = text.size() <= 2 * longest_barcode * most_bytes && is_utf8(text);
  std::string plain = readable ? tidy(text) : std::string();
  if (readable && plain.empty()) {
    return invalid("barcode.missing");
  }
  if (!readable || !is_barcode(plain)) {
    return invalid("barcode.invalid", {{"text", excerpt(text)}});
  }
  return Barcode(std::move(plain));
}

Result<Key> Key::parse(std::string_view text) {
  if (text.empty() || text.size() > longest_key ||
      !std::all_of(text.begin(), text.end(), is_visible_ascii)) {
    return invalid("key.invalid");
  }
  return Key(std::string(text));
}

Result<LibraryCode> LibraryCode::parse(std::string_view text) {
  if (text.empty() || text.size() > longest_code ||
      !std::all_of(text.begin(), text.end(), is_code_character)) {
    return invalid("library_code.invalid", {{"text", excerpt(text)}});
  }
  return LibraryCode(std::string(text));
}

}  // namespace metodica
