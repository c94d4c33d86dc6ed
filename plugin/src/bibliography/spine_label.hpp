/// A call number broken into the short lines of a spine label (domain note on classification, 6.1).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bibliography/shelf_mark.hpp"

namespace metodica {

/// Lines of at most `max_characters` user-visible characters (at least 1), top to bottom: section;
/// UDC; author and work mark; volume; copy. The UDC breaks before a sign ( " = - ' : where it can,
/// else after a dot or a space, and inside a word only when nothing else fits. Never an empty line.
[[nodiscard]] std::vector<std::string> label_lines(const CallNumber& mark,
                                                   std::size_t max_characters = 10);

}  // namespace metodica
