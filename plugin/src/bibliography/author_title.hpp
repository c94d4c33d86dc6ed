/// How author and title stand together in a line of a register, list or label.
#pragma once

#include <string>

namespace metodica {

/// "Rebreanu, Liviu. Ion"; an initial's full stop is not doubled: "Martin, Robert C. Clean Code".
/// Without an author the title alone.
[[nodiscard]] std::string author_and_title(const std::string& author, const std::string& title);

}  // namespace metodica
