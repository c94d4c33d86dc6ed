/// UTF-8: the check that every text passes once, at the door where it comes in.
#pragma once

#include <cstddef>
#include <string_view>

namespace metodica {

/// Whether the bytes are well-formed UTF-8 as in RFC 3629: no overlong forms, no surrogates,
/// nothing above U+10FFFF. Linear time, no memory. [any thread]
[[nodiscard]] bool is_well_formed_utf8(std::string_view bytes);

/// Length in bytes of the well-formed sequence that starts at `at` (below the size): 1 to 4, or 0
/// when there is none.
[[nodiscard]] std::size_t utf8_sequence(std::string_view bytes, std::size_t at);

}  // namespace metodica
