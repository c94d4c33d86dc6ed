/// Price: an amount as written on an offer or an invoice, with its currency.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica {

/// A count of 1/10 000 of a currency unit, and the ISO 4217 code of the currency.
struct Price {
  std::int64_t e4 = 0;
  std::string currency = "RON";

  bool operator==(const Price&) const = default;
};

/// Reads "45,00 lei", "Lei 45", "RON 45.00", "$ 12.99", "12,99 EUR" (domain note on acquisition,
/// 6.5). Without a mark the amount is in lei. Known marks: lei, leu, RON, EUR, €, USD, $, GBP, £,
/// HUF, Ft, CHF. Errors: those of Money::parse but "money.foreign".
Result<Price> parse_price(std::string_view text);

}  // namespace metodica
