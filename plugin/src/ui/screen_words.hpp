/// Names of enumerators in the JSON of screens. Inside of this folder only.
#pragma once

#include <string_view>

#include "ui/screen.hpp"

namespace metodica {

/// "info", "good", "warn" or "bad".
[[nodiscard]] std::string_view name_of(Level level);

}  // namespace metodica
