/// Codes as Koha's database compares them, and the lengths of its columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace metodica::koha {

inline constexpr std::size_t barcode_length = 20;
inline constexpr std::size_t inventory_number_length = 32;
inline constexpr std::size_t call_number_length = 255;

/// Two codes are one for Koha when their keys are equal: its collation ignores case, accents and
/// trailing blanks. Input must be UTF-8.
[[nodiscard]] std::string code_key(std::string_view code);
[[nodiscard]] bool same_code(std::string_view one, std::string_view other);

/// Characters as the database counts them (code points).
[[nodiscard]] std::size_t characters(std::string_view utf8);

}  // namespace metodica::koha
