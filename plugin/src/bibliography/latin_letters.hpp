/// Characters of notations and marks, one at a time: reading of UTF-8, folding to A-Z, and the
/// ASCII sign that a typographic variant stands for. Allocation-free, for keys made by the million.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace metodica {

/// One character and the bytes it takes. A byte that is not UTF-8 is a character of its own,
/// U+FFFD.
struct Utf8Character {
  char32_t code = 0;
  std::size_t size = 1;
};

/// The first character of `rest`, which must not be empty. Never fails.
[[nodiscard]] Utf8Character first_character(std::string_view rest);

/// The letter as one or two of A-Z without marks (Ș to S, ß to SS, Æ to AE); zeros for what is no
/// Latin letter. Covers ASCII, Latin-1, Latin Extended-A and the Romanian comma-below letters.
[[nodiscard]] std::array<char, 2> folded_letter(char32_t code);

/// The ASCII sign meant by a typographic variant: curly and angle quotes, prime, backtick, acute,
/// en dash, minus, fraction slash, spaces of any width (domain note on classification, 1.1). 0 when
/// none.
[[nodiscard]] char ascii_sign(char32_t code);

}  // namespace metodica
