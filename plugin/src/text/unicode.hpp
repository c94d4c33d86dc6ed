/// Text as it is stored: UTF-8, NFC, Romanian letters with comma below.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace metodica {

[[nodiscard]] bool is_utf8(std::string_view bytes);

/// NFC; cedilla s and t (U+015F, U+0163) become comma-below ș ț (U+0219, U+021B); no-break spaces
/// become spaces; outer white space, control characters (but line feed and tab), byte order marks,
/// zero-width spaces and marks of direction are removed. Input must be UTF-8.
[[nodiscard]] std::string tidy(std::string_view utf8);

/// Key for search and comparison: lower case, no marks (ș to s, ő to o, ß to ss, đ to d), letters
/// and digits only, single spaces between words. Input must be UTF-8.
[[nodiscard]] std::string folded(std::string_view utf8);

/// Number of user-visible characters (grapheme clusters of UAX 29).
[[nodiscard]] std::size_t length(std::string_view utf8);

/// The beginning of a text for use in a message: at most `most` characters of it, then "…" when it
/// was longer. Bytes that are not UTF-8 become "?", control characters become spaces.
[[nodiscard]] std::string excerpt(std::string_view bytes, std::size_t most = 60);

/// Sort key by ICU's rules for `lang` ("ro", "hu", "en"); memcmp order of keys is the order.
/// Keys are comparable only when made by one version of ICU: store them as a cache, never as data.
[[nodiscard]] std::string collation_key(std::string_view utf8, std::string_view lang = "ro");

}  // namespace metodica
