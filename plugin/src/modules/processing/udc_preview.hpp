/// What rules of shortening would do to the collection, before they are kept: pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bibliography/shelf_udc.hpp"

namespace metodica::processing {

/// Copies with one full class and one class on the shelf.
struct ClassUse {
  std::string udc;
  std::string shelf_udc;
  std::int64_t copies = 0;
};

/// A class that would stand elsewhere.
struct ClassMove {
  std::string udc;
  std::string before;
  std::string after;
  std::int64_t copies = 0;
  bool operator==(const ClassMove&) const = default;
};

struct ShelfPreview {
  std::vector<ClassMove> moves;     ///< those of most copies first
  std::int64_t copies = 0;          ///< all with a call number
  std::int64_t moved = 0;           ///< of these, with another class on the label
  std::int64_t classes_before = 0;  ///< different classes on labels
  std::int64_t classes_after = 0;
  std::string largest_after;  ///< the class with most copies, and how many
  std::int64_t largest_copies = 0;
};

ShelfPreview preview_shelf(const std::vector<ClassUse>& uses, const ShelfUdcRules& rules);

}  // namespace metodica::processing
