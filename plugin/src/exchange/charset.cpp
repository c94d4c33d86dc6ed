#include "exchange/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "exchange/combining_charset.hpp"

namespace metodica {
namespace {

constexpr std::array<std::pair<Charset, std::string_view>, 6> names{{
    {Charset::utf8, "utf-8"},
    {Charset::marc8, "marc-8"},
    {Charset::iso5426, "iso-5426"},
    {Charset::latin1, "iso-8859-1"},
    {Charset::latin2, "iso-8859-2"},
    {Charset::windows1250, "windows-1250"},
}};

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// ICU gives bytes without a meaning to the control characters U+0080 to U+009F. Of those, only the
// marks around a non-filing article occur in records.
bool has_meaning(char16_t unit) {
  const bool nonsorting = unit == 0x88 || unit == 0x89 || unit == 0x98 || unit == 0x9C;
  return unit != 0xFFFD && (unit >= 0xA0 || nonsorting);
}

std::string one_byte_meaning(UConverter* converter, char byte) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<char16_t, 4> units{};
  const std::int32_t count = ucnv_toUChars(converter, units.data(), 4, &byte, 1, &status);
  std::string meaning;
  if (U_SUCCESS(status) && count == 1 && has_meaning(units[0])) {
    icu::UnicodeString(units.data(), count).toUTF8String(meaning);
  }
  return meaning;
}

// What the bytes from 0x80 on mean; "" for those without a meaning.
std::array<std::string, 128> table_of(Charset charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(std::string(charset_name(charset)).c_str(), &status);
  if (U_FAILURE(status)) {
    throw std::runtime_error("ICU lacks a character set");
  }
  std::array<std::string, 128> meanings;
  for (std::size_t index = 0; index < meanings.size(); ++index) {
    meanings[index] = one_byte_meaning(converter, static_cast<char>(0x80 + index));
  }
  ucnv_close(converter);
  return meanings;
}

}  // namespace

std::string_view charset_name(Charset charset) {
  return std::find_if(names.begin(), names.end(),
                      [charset](const auto& entry) { return entry.first == charset; })
      ->second;
}

std::optional<Charset> charset_named(std::string_view name) {
  for (const auto& [charset, known] : names) {
    if (known == name) {
      return charset;
    }
  }
  return std::nullopt;
}

struct CharsetConverter::Tables {
  std::optional<CombiningCharset> combining;
  std::array<std::string, 128> meanings;

  explicit Tables(Charset charset) {
    if (charset == Charset::marc8) {
      combining.emplace(CombiningCharset::Name::marc8);
    } else if (charset == Charset::iso5426) {
      combining.emplace(CombiningCharset::Name::iso5426);
    } else {
      meanings = table_of(charset);
    }
  }

  [[nodiscard]] const std::string& meaning(char c) const {
    return meanings[static_cast<unsigned char>(c) - 0x80U];
  }
};

CharsetConverter::CharsetConverter(Charset charset) : tables_(std::make_unique<Tables>(charset)) {}
CharsetConverter::~CharsetConverter() = default;

std::size_t CharsetConverter::append(std::string_view bytes, std::string& out) const {
  if (tables_->combining) {
    return tables_->combining->append(bytes, out);
  }
  std::size_t lost = 0;
  for (char c : bytes) {
    if (!is_high(c)) {
      out += c;
      continue;
    }
    const std::string& meaning = tables_->meaning(c);
    out += meaning.empty() ? replacement : std::string_view(meaning);
    lost += meaning.empty() ? 1U : 0U;
  }
  return lost;
}

bool CharsetConverter::plausible(std::string_view bytes) const {
  if (tables_->combining) {
    return tables_->combining->plausible(bytes);
  }
  return std::none_of(bytes.begin(), bytes.end(),
                      [this](char c) { return is_high(c) && tables_->meaning(c).empty(); });
}

}  // namespace metodica
