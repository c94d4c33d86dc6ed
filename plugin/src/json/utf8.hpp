/// UTF-8: the check that every text passes once, at the door where it comes in.
#pragma once

#include <string_view>

namespace metodica {

/// Whether the bytes are well-formed UTF-8 as in RFC 3629: no overlong forms, no surrogates,
/// nothing above U+10FFFF. Linear time, no memory. [any thread]
[[nodiscard]] bool is_well_formed_utf8(std::string_view bytes);

}  // namespace metodica
