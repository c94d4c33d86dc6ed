#include "koha/src/money_text.hpp"

#include <charconv>
#include <cmath>

#include "text/money.hpp"

namespace metodica::koha {

std::string money_text(const Json& value) {
  if (value.is_number()) {
    const double number =
        value.is_integer() ? static_cast<double>(value.integer()) : value.number();
    // Nothing that fits Koha's decimal(8,2) loses a ban in binary.
    return std::abs(number) < 1e12 ? Money::from_bani(std::llround(number * 100)).exact()
                                   : std::string();
  }
  const auto money = Money::parse_exact(value.text());
  return money ? money->exact() : std::string();
}

double price_number(const std::string& money) {
  double number = 0;
  std::from_chars(money.data(), money.data() + money.size(), number);
  return number;
}

}  // namespace metodica::koha
