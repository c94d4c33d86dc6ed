/// Letters of a UTF-8 text one by one: what the sources of this folder walk texts with.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace metodica {

/// What next_letter returns for a byte that is no UTF-8.
inline constexpr char32_t bad_letter = 0xFFFFFFFF;

/// The code point at `at` (below the size), which moves behind it; one byte for bad_letter.
[[nodiscard]] char32_t next_letter(std::string_view utf8, std::size_t& at);

/// Appends a code point that is valid.
void append_letter(std::string& out, char32_t letter);

}  // namespace metodica
