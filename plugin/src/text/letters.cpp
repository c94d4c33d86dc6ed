#include "text/letters.hpp"

#include "json/utf8.hpp"

namespace metodica {

char32_t next_letter(std::string_view utf8, std::size_t& at) {
  const std::size_t size = utf8_sequence(utf8, at);
  if (size == 0) {
    ++at;
    return bad_letter;
  }
  const auto lead = static_cast<unsigned char>(utf8[at]);
  // The lead byte keeps 7, 5, 4 or 3 bits; each byte after it adds 6.
  char32_t letter = size == 1 ? lead : lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    letter = (letter << 6) | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
  }
  at += size;
  return letter;
}

void append_letter(std::string& out, char32_t letter) {
  const auto byte = [](char32_t value) {
    return static_cast<char>(static_cast<unsigned char>(value));
  };
  if (letter < 0x80) {
    out += byte(letter);
    return;
  }
  if (letter < 0x800) {
    out += byte(0xC0 | (letter >> 6));
  } else {
    if (letter < 0x10000) {
      out += byte(0xE0 | (letter >> 12));
    } else {
      out += byte(0xF0 | (letter >> 18));
      out += byte(0x80 | ((letter >> 12) & 0x3F));
    }
    out += byte(0x80 | ((letter >> 6) & 0x3F));
  }
  out += byte(0x80 | (letter & 0x3F));
}

}  // namespace metodica
