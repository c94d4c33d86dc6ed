/// Keys for hosts that shelve by the Library of Congress Classification (domain note on
/// classification, 5.3).
#pragma once

#include <string>
#include <string_view>

namespace metodica {

/// Appends the shelf key of a Library of Congress call number ("QC145.45 .H4 D65 1998"). memcmp
/// order is shelf order: class letters; class number by value, its decimals; then part by part,
/// numbers (dates, ordinals) before letters. Figures right after letters are decimals (L299 < L3);
/// behind letters and a dot they are numbers and come first (K.3 < K.25 < K2). Never fails.
void append_lcc_key(std::string& out, std::string_view call_number);

/// Appends the parts of a call number behind its class in the order described above.
void append_book_parts_key(std::string& out, std::string_view parts);

}  // namespace metodica
