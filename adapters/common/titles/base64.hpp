/// Base64 (RFC 4648): how records and files travel inside JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace metodica {

[[nodiscard]] std::string base64(std::string_view bytes);
/// Nothing when the text is not base64.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace metodica
