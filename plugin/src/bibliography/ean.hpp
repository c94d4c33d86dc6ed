/// EAN-8 and EAN-13 article numbers as printed under bar codes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace metodica {

/// What an EAN-13 stands for, by its prefix (domain note on acquisition, 7.2).
enum class EanKind : std::uint8_t {
  book = 1,  ///< 978 and 979 but 979-0: an ISBN
  music,     ///< 979-0: an ISMN
  serial,    ///< 977: an ISSN
  other      ///< any other article: games, discs
};

/// The check digit for `digits` (without it): weights 3, 1, 3 ... from the right. '\0' when
/// `digits` is empty or has anything but 0-9.
[[nodiscard]] char ean_check_digit(std::string_view digits);

/// True for 8 or 13 digits with a right check digit; no hyphens or spaces.
[[nodiscard]] bool is_ean(std::string_view digits);

/// Kind of a valid EAN-13; `other` for everything else.
[[nodiscard]] EanKind ean_kind(std::string_view digits);

}  // namespace metodica
