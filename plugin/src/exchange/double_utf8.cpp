#include "exchange/double_utf8.hpp"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <utility>

namespace metodica {
namespace {

// What windows-1252 has in 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte that became this character, or -1.
int former_byte(UChar32 character) {
  if (character < 0x100) {
    return static_cast<int>(character);
  }
  for (std::size_t index = 0; index < windows_1252.size(); ++index) {
    if (static_cast<UChar32>(windows_1252[index]) == character) {
      return static_cast<int>(index) + 0x80;
    }
  }
  return -1;
}

// Signs that good text may have after an accented capital: quotes, dashes, degree and trade marks,
// no-break spaces.
constexpr std::string_view closing_signs =
    "\x84\x85\x8B\x91\x92\x93\x94\x96\x97\x99\x9B\xA0\xA9\xAB\xB0\xB4\xB7\xBB";
// The same for the non-sorting marks of UNIMARC and the registered mark. No word ends in "Ã", but
// "É", "Ü" and "î" come as "Ã" and one of these.
constexpr std::string_view signs_but_after_a_tilde = "\x88\x89\x98\x9C\xAE";

bool may_follow_a_letter(char lead, char byte) {
  return closing_signs.find(byte) != std::string_view::npos ||
         (lead != '\xC3' && signs_but_after_a_tilde.find(byte) != std::string_view::npos);
}

bool expected(UChar32 character) {
  return (character >= 0xA1 && character < 0x370) || (character >= 0x2010 && character <= 0x203A) ||
         character == 0x20AC;
}

struct Evidence {
  bool strong = false;
  bool odd = false;  // something outside Latin letters and usual signs
};

// Reads the former bytes as UTF-8; false when they are none.
bool weigh(const std::string& bytes, Evidence& evidence) {
  const auto* text = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  std::int32_t at = 0;
  bool found = false;
  while (at < size) {
    const std::int32_t begin = at;
    UChar32 character = 0;
    U8_NEXT(text, at, size, character);
    if (character < 0) {
      return false;
    }
    if (character < 0x80) {
      continue;
    }
    found = true;
    evidence.odd = evidence.odd || !expected(character);
    evidence.strong = evidence.strong || at - begin > 2 ||
                      !may_follow_a_letter(bytes[static_cast<std::size_t>(begin)],
                                           bytes[static_cast<std::size_t>(begin) + 1]);
  }
  return found;
}

}  // namespace

bool may_be_double_utf8(std::string_view utf8) {
  // Every lead byte of the inner text (0xC2 to 0xF4) is now 0xC3 and a byte of 0x82 to 0xB4, and
  // the next inner byte, never ASCII, makes another sequence begin at once.
  for (std::size_t at = utf8.find('\xC3'); at != std::string_view::npos && at + 2 < utf8.size();
       at = utf8.find('\xC3', at + 1)) {
    switch (static_cast<unsigned char>(utf8[at + 2])) {
      case 0xC2:
      case 0xC5:
      case 0xC6:
      case 0xCB:
      case 0xE2:
        return true;
      default:
        break;
    }
  }
  return false;
}

std::optional<UndoneUtf8> undo_double_utf8(std::string_view utf8) {
  if (!may_be_double_utf8(utf8)) {
    return std::nullopt;
  }
  const auto* text = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(utf8.size());
  std::string bytes;
  bytes.reserve(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 character = 0;
    U8_NEXT(text, at, size, character);
    const int byte = character < 0 ? -1 : former_byte(character);
    if (byte < 0) {
      return std::nullopt;
    }
    bytes += static_cast<char>(byte);
  }
  Evidence evidence;
  if (!weigh(bytes, evidence)) {
    return std::nullopt;
  }
  return UndoneUtf8{std::move(bytes), evidence.strong && !evidence.odd};
}

}  // namespace metodica
