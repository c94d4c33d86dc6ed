/// gzip, because lines of villages are thin.
#pragma once

#include <string>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica::desk {

[[nodiscard]] std::string gzipped(std::string_view bytes);

/// Errors: METODICA_INVALID "hub.batch_broken" {line} when it is no gzip or holds more than `most`
/// bytes.
[[nodiscard]] Result<std::string> gunzipped(const std::string& bytes, std::size_t most);

}  // namespace metodica::desk
