/// Shelf keys of UDC notations (Universal Decimal Classification, Clasificarea Zecimală
/// Universală).
///
/// Filing order by the UDC tables (domain note on classification, 1.3). Where two notations part,
/// the next sign decides:
///   +  /  (end)  :  ::  [  =  (0...)  (1/9)  (=...)  "..."  *  A/Z  -0x  -1/-9  .0x  '  digit
/// Of two ranges with the same start the one that reaches further comes first.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace metodica {

/// Room that the key of a notation of `size` bytes may need.
[[nodiscard]] constexpr std::size_t udc_key_bound(std::size_t size) {
  return 3 * size + 2;
}

/// Writes the binary key of `notation` to `out`, which has room for udc_key_bound(notation.size())
/// bytes, and returns its length. memcmp order of keys is filing order, also when other keys
/// follow, since every key ends with the rank of "end of number". Allocates nothing.
///
/// Bytes used (domain note, 1.5): 0x1F to 0x2F for the 17 signs, digits as they are, letters folded
/// to A-Z, digits of range ends complemented (9 minus digit). A shortened range end is completed
/// ("523.41/.43" gives the key of "523.41/523.43"). Dots, spaces and unknown characters do not
/// count. Never fails, whatever the bytes; linear in the length. [any thread]
std::size_t write_udc_key(char* out, std::string_view notation);

/// The same at the end of a string; no allocation as long as its capacity suffices.
void append_udc_key(std::string& out, std::string_view notation);

/// Longest host-safe key.
inline constexpr std::size_t kHostKeyLimit = 255;

/// A binary key of write_udc_key() in the characters 0-9 and A-Z only, in the same order, for
/// columns of a host with a case-insensitive or punctuation-tolerant collation. Longer keys are cut
/// at a whole sign. Returns the length; allocates nothing.
std::size_t write_host_safe_key(std::span<char, kHostKeyLimit> out, std::string_view key);

/// The host-safe key of a notation.
[[nodiscard]] std::string host_safe_udc_key(std::string_view notation);

}  // namespace metodica
