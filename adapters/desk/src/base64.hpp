/// Bytes inside JSON.
#pragma once

#include <string>

namespace metodica::desk {

/// Base64 (RFC 4648) on one line.
[[nodiscard]] std::string base64_encoded(const std::string& bytes);

}  // namespace metodica::desk
