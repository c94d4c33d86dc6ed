/// Numbers written out in Romanian words, as papers that people sign ask for them.
#pragma once

#include <cstdint>
#include <string>

#include "text/money.hpp"

namespace metodica {

/// The gender of the thing that is counted. Things of neuter gender ("un exemplar, două
/// exemplare") are masculine when one and feminine when more.
enum class Gender { masculine = 1, feminine, neuter };

/// "douăzeci și doi" (masculine), "douăzeci și două" (feminine, neuter). Counting alone, one is
/// "unu" or "una". Above 999 999 999 999 in size the number stays in digits: "1.000.000.000.000".
[[nodiscard]] std::string count_in_words(std::int64_t count, Gender gender);

/// "trei sute șaptesprezece lei și 5 bani", "un leu", "douăzeci de lei": bani stay in digits, and
/// are left out when there are none; fractions of a ban have a decimal comma ("8,15 bani").
/// Below zero "minus ...". Above 999 999 999 999 lei the amount stays in digits.
[[nodiscard]] std::string amount_in_words(Money amount);

}  // namespace metodica
