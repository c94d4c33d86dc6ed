#include "json/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace metodica {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// Most of our text is ASCII, so eight bytes are looked at together.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  while (bytes.size() - at >= sizeof(std::uint64_t)) {
    std::uint64_t block = 0;
    std::memcpy(&block, bytes.data() + at, sizeof block);
    if ((block & high_bits) != 0) {
      break;
    }
    at += sizeof block;
  }
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) {
    ++at;
  }
  return at;
}

}  // namespace

// The bounds of the second byte keep out overlong forms, surrogates and values above U+10FFFF.
std::size_t utf8_sequence(std::string_view bytes, std::size_t at) {
  const unsigned char lead = byte_at(bytes, at);
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead < 0x80) {
    return 1;
  }
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    low = lead == 0xE0 ? 0xA0 : low;
    high = lead == 0xED ? 0x9F : high;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    low = lead == 0xF0 ? 0x90 : low;
    high = lead == 0xF4 ? 0x8F : high;
  }
  if (length == 0 || bytes.size() - at < length) {
    return 0;
  }
  if (byte_at(bytes, at + 1) < low || byte_at(bytes, at + 1) > high) {
    return 0;
  }
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte_at(bytes, at + i) & 0xC0) != 0x80) {
      return 0;
    }
  }
  return length;
}

bool is_well_formed_utf8(std::string_view bytes) {
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const std::size_t length = utf8_sequence(bytes, at);
    if (length == 0) {
      return false;
    }
    at += length;
  }
  return true;
}

}  // namespace metodica
