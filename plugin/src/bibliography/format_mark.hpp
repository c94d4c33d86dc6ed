/// FormatMark: a closed-stack mark by height class and running number (cotă de format; domain note
/// on classification, 3.1): "II 428863", "P I 27618", "RV I-94".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica {

struct FormatMark {
  std::string prefix;       ///< letters in front: "P" periodicals, "RV" rare books; "" for none
  int height_class = 0;     ///< value of the Roman numeral, 1 to 39
  std::int64_t number = 0;  ///< running number inside prefix and class, from 1
  std::string further;      ///< what follows the number, with its sign: "/2"; "" for none
  char separator = ' ';     ///< between numeral and number: ' ' or '-'

  /// Errors: METODICA_INVALID "format_mark.form" {text}.
  [[nodiscard]] static Result<FormatMark> parse(std::string_view text);

  [[nodiscard]] std::string text() const;

  bool operator==(const FormatMark&) const = default;
};

/// "IX" for 9; needs 1 to 39.
[[nodiscard]] std::string roman_numeral(int value);

/// memcmp order: no prefix first, then by prefix, height class by value, number, further part.
[[nodiscard]] std::string format_mark_key(const FormatMark& mark);

}  // namespace metodica
