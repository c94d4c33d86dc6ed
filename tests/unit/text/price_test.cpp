#include "text/price.hpp"

#include <gtest/gtest.h>

#include <string>

namespace metodica {
namespace {

std::string read(std::string_view text) {
  const auto price = parse_price(text);
  return price ? std::to_string(price->e4) + ' ' + price->currency : price.error().message;
}

TEST(Price, ReadsTheCurrencyOnEitherSide) {
  EXPECT_EQ(read("12,99 EUR"), "129900 EUR");
  EXPECT_EQ(read("€12.99"), "129900 EUR");
  EXPECT_EQ(read("$ 5"), "50000 USD");
  EXPECT_EQ(read("5 £"), "50000 GBP");
  EXPECT_EQ(read("3 500 Ft"), "35000000 HUF");
  EXPECT_EQ(read("3 500 Ft."), "35000000 HUF");
  EXPECT_EQ(read("CHF 1.50"), "15000 CHF");
  EXPECT_EQ(read("45 lei"), "450000 RON");
  EXPECT_EQ(read("1 leu"), "10000 RON");
  EXPECT_EQ(read("45"), "450000 RON");
}

TEST(Price, RefusesMarksItDoesNotKnow) {
  EXPECT_EQ(read("45 XYZ"), "money.syntax");
  EXPECT_EQ(read("45 lei/buc."), "money.syntax");
  EXPECT_EQ(read("EUR 45 lei"), "money.syntax");
  EXPECT_EQ(read("45 rol"), "money.old_lei");
}

}  // namespace
}  // namespace metodica
