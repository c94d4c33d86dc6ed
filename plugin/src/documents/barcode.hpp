/// Code 128 (ISO/IEC 15417) as a list of bars.
#pragma once

#include <string>
#include <vector>

#include "metodica/result.hpp"

namespace metodica::documents {

struct Bar {
  int from = 0;   ///< modules from the left edge of the first bar
  int width = 0;  ///< modules
};

struct Barcode {
  int modules = 0;  ///< without the quiet zones
  std::vector<Bar> bars;
};

/// Modules of white that a reader needs on each side.
inline constexpr int quiet_modules = 10;

/// Errors: METODICA_INVALID "documents.barcode" {text} for what Code 128 cannot hold.
Result<Barcode> code_128(const std::string& value);

}  // namespace metodica::documents
