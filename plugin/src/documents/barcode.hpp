/// Codes that scanners read, as rectangles on a grid of modules.
#pragma once

#include <string>
#include <vector>

#include "documents/labels.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

struct Bar {
  int from = 0;   ///< modules from the left edge
  int width = 0;  ///< modules
  int row = 0;    ///< of a square code, from the top; 0 in a linear one
};

struct Barcode {
  int modules = 0;  ///< across, without the quiet zones
  int rows = 1;     ///< 1: a linear code, its bars are as high as there is room
  int quiet = 0;    ///< modules of white that a reader needs on each side
  std::vector<Bar> bars;
  std::string value;  ///< as encoded: with the check digit of an EAN-13

  [[nodiscard]] bool is_square() const { return rows > 1; }
};

/// Errors: METODICA_INVALID "documents.barcode" {text}{code} for what the symbology cannot hold:
/// Code 39 takes no small letters (a reader would give capitals back), an EAN-13 with a wrong check
/// digit is refused, the others take printable ASCII.
Result<Barcode> encode(Symbology symbology, const std::string& value);

/// "Code 128", for messages and choices.
std::string_view name_of(Symbology symbology);

}  // namespace metodica::documents
