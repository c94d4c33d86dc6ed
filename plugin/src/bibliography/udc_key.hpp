/// Shelf keys of UDC notations (Universal Decimal Classification, Clasificarea Zecimală
/// Universală).
///
/// Filing order by the UDC tables (domain note on classification, 1.3). Where two notations part,
/// the next sign decides:
///   +  /  (end)  :  ::  [  =  (0...)  (1/9)  (=...)  "..."  *  A/Z  -0x  -1/-9  .0x  '  digit
/// Of two ranges with the same start the one that reaches further comes first.
#pragma once

#include <string>
#include <string_view>

namespace metodica {

/// Appends the binary key of `notation` to `out`. memcmp order of keys is filing order, also when
/// other keys follow, since every key ends with the rank of "end of number".
///
/// Bytes used (domain note, 1.5): 0x1F to 0x2F for the 17 signs, digits as they are, letters folded
/// to A-Z, digits of range ends complemented (9 minus digit). A shortened range end is completed
/// ("523.41/.43" gives the key of "523.41/523.43"). Dots, spaces and unknown characters do not
/// count. Never fails, whatever the bytes; linear in the length. [any thread]
void append_udc_key(std::string& out, std::string_view notation);

/// The same order with the characters 0-9 and A-Z only, for columns of a host with a
/// case-insensitive or punctuation-tolerant collation. At most 255 characters; longer keys are cut
/// at a whole sign.
[[nodiscard]] std::string host_safe_udc_key(std::string_view notation);

}  // namespace metodica
