/// Base64 (RFC 4648, section 4): how files travel inside JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace metodica {

/// On one line, padded.
[[nodiscard]] std::string base64_encoded(std::string_view bytes);

/// The bytes, or nothing when `text` is not base64: length a multiple of four, padding only at the
/// end, no white space, unused bits zero.
[[nodiscard]] std::optional<std::string> base64_decoded(std::string_view text);

}  // namespace metodica
