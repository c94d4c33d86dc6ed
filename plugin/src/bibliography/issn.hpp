/// Issn: International Standard Serial Number, ISO 3297 (domain note on acquisition, 7.2).
#pragma once

#include <string>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica {

class Issn {
 public:
  /// "2065-1236", "ISSN 20651236", or the 13 digits of a bar code that begins with 977.
  /// Errors, METODICA_INVALID with {text}: "issn.form" (not 8 characters, or no 977 number),
  /// "issn.check_digit" (a wrong last character).
  [[nodiscard]] static Result<Issn> parse(std::string_view text);

  [[nodiscard]] std::string text() const;  ///< "2065-1236"
  /// The bar code number: 977, the first seven digits, `variant` (two digits, "00" as a rule),
  /// check.
  [[nodiscard]] std::string ean13(std::string_view variant = "00") const;

  friend bool operator==(const Issn&, const Issn&) = default;

 private:
  explicit Issn(std::string characters) : characters_(std::move(characters)) {}

  std::string characters_;  // eight, the last may be X
};

}  // namespace metodica
