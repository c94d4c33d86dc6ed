/// Isbn: International Standard Book Number, ISO 2108 (domain note on acquisition, 7.1).
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"

namespace metodica {

class Isbn {
 public:
  /// Ten or thirteen characters with any hyphens and spaces, with or without "ISBN" in front.
  /// Errors, METODICA_INVALID with {text}:
  ///   isbn.length       neither 10 nor 13 characters ({count} given)
  ///   isbn.sign         a character that is no digit (X only at the end of ten)
  ///   isbn.prefix       thirteen digits that begin with neither 978 nor 979
  ///   isbn.music        a 979-0 number, which is an ISMN of printed music
  ///   isbn.check_digit  the last character should be {expected}
  [[nodiscard]] static Result<Isbn> parse(std::string_view text);

  [[nodiscard]] const std::string& isbn13() const { return digits_; }  ///< 13 digits
  [[nodiscard]] std::string isbn10() const;  ///< ten characters; "" for 979 numbers
  /// "978-973-46-1234-5"; the bare 13 digits when the ranges of the group are not known here.
  [[nodiscard]] std::string text() const;

  friend auto operator<=>(const Isbn&, const Isbn&) = default;

 private:
  explicit Isbn(std::string digits) : digits_(std::move(digits)) {}

  std::string digits_;
};

/// All valid ISBNs in free text (an invoice line, a spreadsheet cell), in order, each once.
/// Ten-character numbers are taken only when they stand alone, not inside a longer row of digits.
[[nodiscard]] std::vector<Isbn> find_isbns(std::string_view text);

}  // namespace metodica
