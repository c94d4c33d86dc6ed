/// Koha's prices, which REST gives as numbers and Koha's own code as texts.
#pragma once

#include <string>

#include "json/json.hpp"

namespace metodica::koha {

/// "45.5000" of "45.50" or 45.5, rounded to bani; "" of anything else.
[[nodiscard]] std::string money_text(const Json& value);
/// 45.5 of "45.5000", whatever the host's locale says of decimal points; 0 of anything else.
[[nodiscard]] double price_number(const std::string& money);

}  // namespace metodica::koha
