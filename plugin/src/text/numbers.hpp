/// Numbers as people write them in Romanian, English and Hungarian.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace metodica {

/// A whole number with grouped thousands: "1.234" (ro), "1,234" (en), "1 234" with no-break spaces
/// U+00A0 (hu). Any other language is shown as Romanian. [any thread]
[[nodiscard]] std::string shown_integer(std::int64_t value, std::string_view lang = "ro");

/// The same for the digits of a number that is already text: "1234" to "1.234".
[[nodiscard]] std::string grouped_digits(std::string_view digits, std::string_view lang);

/// "," in Romanian and Hungarian, "." in English.
[[nodiscard]] char decimal_sign(std::string_view lang);

}  // namespace metodica
