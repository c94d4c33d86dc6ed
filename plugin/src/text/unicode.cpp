#include "text/unicode.hpp"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

#include "json/utf8.hpp"
#include "text/letters.hpp"

namespace metodica {
namespace {

// ICU counts bytes in 32 bits. No text of ours is near that; a file that is, is not one text.
std::int32_t icu_size(std::string_view text) {
  if (text.size() > 0x3FFFFFFF) {
    throw std::length_error("text longer than 1 GiB");
  }
  return static_cast<std::int32_t>(text.size());
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), icu_size(text)};
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(piece(text));
}

void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status) != 0) {
    throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
  }
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  require(status, "NFC");
  return *instance;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Visible ASCII with spaces only inside: most codes and many titles, already as they are stored.
bool is_clean(std::string_view text) {
  return !text.starts_with(' ') && !text.ends_with(' ') &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const bool already = nfc().isNormalizedUTF8(piece(text), status) != 0;
  require(status, "NFC");
  if (already) {
    return std::string(text);
  }
  std::string out;
  icu::StringByteSink<std::string> sink(&out, icu_size(text));
  nfc().normalizeUTF8(0, piece(text), sink, nullptr, status);
  require(status, "NFC");
  return out;
}

// What a letter is stored as; nothing for those that are not stored.
std::optional<char32_t> stored(char32_t letter) {
  switch (letter) {
    case 0x015E:  // S with cedilla, from keyboards before 2007
      return 0x0218;
    case 0x015F:
      return 0x0219;
    case 0x0162:
      return 0x021A;
    case 0x0163:
      return 0x021B;
    case 0x00A0:  // no-break spaces
    case 0x2007:
    case 0x202F:
      return U' ';
    case 0x200B:  // zero-width space, byte order mark
    case 0xFEFF:
    case bad_letter:
      return std::nullopt;
    default:
      break;
  }
  const bool is_control =
      (letter < 0x20 && letter != U'\n' && letter != U'\t') || (letter >= 0x7F && letter <= 0x9F);
  const bool is_direction = letter == 0x200E || letter == 0x200F ||
                            (letter >= 0x202A && letter <= 0x202E) ||
                            (letter >= 0x2066 && letter <= 0x2069);
  return is_control || is_direction ? std::nullopt : std::optional(letter);
}

std::string_view trim(std::string_view text) {
  const std::size_t none = text.size();
  std::size_t from = none;
  std::size_t to = none;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t letter = next_letter(text, at);
    if (u_isUWhiteSpace(static_cast<UChar32>(letter)) == 0) {
      from = from == none ? before : from;
      to = at;
    }
  }
  return text.substr(from, to - from);
}

// Grapheme clusters, counted by ICU.
std::size_t clusters(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  require(status, "character breaks");
  breaks->setText(from_utf8(utf8));
  std::size_t count = 0;
  while (breaks->next() != icu::BreakIterator::DONE) {
    ++count;
  }
  return count;
}

const icu::Collator& collator(const char* lang) {
  UErrorCode status = U_ZERO_ERROR;
  // Kept for the life of the process; its const members may be used from any thread.
  const icu::Collator* made = icu::Collator::createInstance(icu::Locale(lang), status);
  require(status, "collator");
  return *made;
}

const icu::Collator& collator_for(std::string_view lang) {
  if (lang == "hu") {
    static const icu::Collator& hungarian = collator("hu");
    return hungarian;
  }
  if (lang == "en") {
    static const icu::Collator& english = collator("en");
    return english;
  }
  static const icu::Collator& romanian = collator("ro");
  return romanian;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  return is_well_formed_utf8(bytes);
}

std::string tidy(std::string_view utf8) {
  if (is_clean(utf8)) {
    return std::string(utf8);
  }
  const bool plain = is_ascii(utf8);
  const std::string composed = plain ? std::string() : to_nfc(utf8);
  const std::string_view source = plain ? utf8 : std::string_view(composed);
  std::string out;
  out.reserve(source.size());
  bool changed = false;
  for (std::size_t at = 0; at < source.size();) {
    const char32_t letter = next_letter(source, at);
    const std::optional<char32_t> kept = stored(letter);
    changed = changed || kept != letter;
    if (kept) {
      append_letter(out, *kept);
    }
  }
  // Taking a character out can bring a letter and its mark together, also a cedilla.
  if (!plain && changed) {
    return tidy(to_nfc(out));
  }
  return std::string(trim(out));
}

std::size_t length(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size(); ++count) {
    const char32_t letter = next_letter(utf8, at);
    // Below the combining marks every letter stands alone, but for line feed after return.
    if (letter >= 0x300 || letter == U'\r') {
      return clusters(utf8);
    }
  }
  return count;
}

std::string excerpt(std::string_view bytes, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); ++count) {
    if (count == most) {
      return out + "…";
    }
    const char32_t letter = next_letter(bytes, at);
    if (letter == bad_letter) {
      out += '?';
    } else if (letter == U'\n' || letter == U'\t' || !stored(letter)) {
      out += ' ';
    } else {
      append_letter(out, letter);
    }
  }
  return out;
}

std::string collation_key(std::string_view utf8, std::string_view lang) {
  const icu::Collator& rules = collator_for(lang);
  const icu::UnicodeString text = from_utf8(utf8);
  std::string key(static_cast<std::size_t>(text.length()) * 2 + 16, '\0');
  for (;;) {
    const std::int32_t needed = rules.getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()),
                                                 static_cast<std::int32_t>(key.size()));
    const bool fits = static_cast<std::size_t>(needed) <= key.size();
    key.resize(static_cast<std::size_t>(needed));
    if (fits) {
      key.pop_back();  // the terminating zero
      return key;
    }
  }
}

}  // namespace metodica
