#include "koha/src/codes.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

namespace metodica::koha {

std::string code_key(std::string_view code) {
  while (!code.empty() && code.back() == ' ') {
    code.remove_suffix(1);
  }
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(error);
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({code.data(), static_cast<std::int32_t>(code.size())});
  text = decompose->normalize(text.foldCase(), error);
  if (U_FAILURE(error) != 0) {
    throw std::runtime_error("ICU cannot decompose a code");
  }
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 letter = text.char32At(at);
    if (u_charType(letter) != U_NON_SPACING_MARK) {
      plain.append(letter);
    }
  }
  std::string key;
  return plain.toUTF8String(key);
}

bool same_code(std::string_view one, std::string_view other) {
  return one == other || code_key(one) == code_key(other);
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
  }));
}

}  // namespace metodica::koha
