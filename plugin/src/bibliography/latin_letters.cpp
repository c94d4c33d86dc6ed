#include "bibliography/latin_letters.hpp"

#include <cstdint>

namespace metodica {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// U+00C0 to U+017F, one base letter each; '.' where the place holds no letter.
constexpr std::string_view kBaseLetters =
    "AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTS"
    "AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTY"
    "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGG"
    "GGGGHHHHIIIIIIIIIIIIJJKKKLLLLLLL"
    "LLLNNNNNNNNNOOOOOOOORRRRRRSSSSSS"
    "SSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";
static_assert(kBaseLetters.size() == 0x180 - 0xC0);

char second_letter(char32_t code) {
  switch (code) {
    case 0xC6:
    case 0xE6:
    case 0x152:
    case 0x153:
      return 'E';
    case 0xDE:
    case 0xFE:
      return 'H';
    case 0xDF:
      return 'S';
    case 0x132:
    case 0x133:
      return 'J';
    default:
      return 0;
  }
}

constexpr std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xC2 && lead < 0xE0) {
    return 2;
  }
  if (lead >= 0xE0 && lead < 0xF0) {
    return 3;
  }
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 1;
}

}  // namespace

Utf8Character first_character(std::string_view rest) {
  const auto lead = static_cast<unsigned char>(rest.front());
  if (lead < 0x80) {
    return {lead, 1};
  }
  const std::size_t size = sequence_length(lead);
  if (size == 1 || rest.size() < size) {
    return {kReplacement, 1};
  }
  char32_t code = lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const auto next = static_cast<unsigned char>(rest[i]);
    if ((next & 0xC0U) != 0x80U) {
      return {kReplacement, 1};
    }
    code = (code << 6U) | (next & 0x3FU);
  }
  return {code, size};
}

std::array<char, 2> folded_letter(char32_t code) {
  if (code < 0x80) {
    const char c = static_cast<char>(code);
    if (c >= 'a' && c <= 'z') {
      return {static_cast<char>(c - 'a' + 'A'), 0};
    }
    return {c >= 'A' && c <= 'Z' ? c : '\0', 0};
  }
  if (code >= 0xC0 && code < 0x180) {
    const char base = kBaseLetters[code - 0xC0];
    return base == '.' ? std::array<char, 2>{} : std::array<char, 2>{base, second_letter(code)};
  }
  if (code == 0x218 || code == 0x219) {
    return {'S', 0};
  }
  if (code == 0x21A || code == 0x21B) {
    return {'T', 0};
  }
  return {};
}

char ascii_sign(char32_t code) {
  switch (code) {
    case '`':
    case 0xB4:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
      return '\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    case 0x2044:
    case 0x2215:
      return '/';
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return ' ';
    default:
      return code >= 0x2000 && code <= 0x200A ? ' ' : '\0';  // spaces of various widths
  }
}

}  // namespace metodica
