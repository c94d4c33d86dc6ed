/// Screens for the tests of the drawing: between them every block, every field, and every state.
#pragma once

#include <string>
#include <vector>

#include "ui/screen.hpp"

namespace metodica::gallery {

struct Page {
  std::string name;  ///< of its golden file
  Screen screen;
};

[[nodiscard]] std::vector<Page> pages();

/// A form with all fifteen kinds of fields, a part, rows and a list of texts.
[[nodiscard]] Form every_field();

}  // namespace metodica::gallery
