/// The include rules of the project as a table, and the check of one file against them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metodica::layers {

/// One forbidden line: "plugin/src/ui/form.cpp:7: #include "storage/database.hpp" (ui may not
/// ...)".
using Violations = std::vector<std::string>;

/// Checks the #include lines of one source. `path` is relative to the project, `text` its content.
Violations check(const std::string& path, const std::string& text);

}  // namespace metodica::layers
