/// Text as it is stored: UTF-8, NFC, Romanian letters with comma below.
#pragma once

#include <string>
#include <string_view>

namespace metodica {

[[nodiscard]] bool is_utf8(std::string_view bytes);

/// NFC; cedilla ş ţ become comma-below ș ț (U+0219, U+021B); no-break spaces become spaces;
/// outer white space and control characters (but line feed and tab) are removed.
/// Input must be UTF-8.
[[nodiscard]] std::string tidy(std::string_view utf8);

/// Key for search and comparison: lower case, no marks (ș to s, ő to o), letters and digits only,
/// single spaces between words.
[[nodiscard]] std::string folded(std::string_view utf8);

/// Number of user-visible characters.
[[nodiscard]] std::size_t length(std::string_view utf8);

/// Sort key by ICU's rules for `lang` ("ro", "hu", "en"); memcmp order of keys is the order.
[[nodiscard]] std::string collation_key(std::string_view utf8, std::string_view lang = "ro");

}  // namespace metodica
