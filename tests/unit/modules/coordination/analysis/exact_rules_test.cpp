#include "modules/coordination/analysis/exact_rules.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace metodica::coordination {
namespace {

TEST(ExactRules, RoundAQuotientOnceHalfUp) {
  EXPECT_EQ(quotient(1, 8, 1, 2), (Decimal{13, 2})) << "0.125 goes up";
  EXPECT_EQ(quotient(-1, 8, 1, 2), (Decimal{-13, 2}));
  EXPECT_EQ(quotient(2, 3, 100, 1), (Decimal{667, 1}));
  EXPECT_EQ(quotient(1, 3, 1, 0), (Decimal{0, 0}));
}

TEST(ExactRules, GiveNothingForWhatCannotBeDivided) {
  EXPECT_EQ(quotient(5, 0, 1, 2), std::nullopt);
  EXPECT_EQ(quotient(std::numeric_limits<std::int64_t>::max(), 1, 1000, 4), std::nullopt);
}

TEST(ExactRules, RoundRequiredDocumentsUp) {
  constexpr std::int64_t fifty = 500'000;
  EXPECT_EQ(required_of(fifty, 540), 27) << "Ploscoș";
  EXPECT_EQ(required_of(fifty, 541), 28);
  EXPECT_EQ(required_of(fifty, 679'141), 33'958) << "the county of Cluj";
  EXPECT_EQ(required_of(0, 540), 0);
}

TEST(ExactRules, FindTheMiddle) {
  EXPECT_EQ(median({}), std::nullopt);
  EXPECT_EQ(median({{30, 1}, {10, 1}, {20, 1}}), (Decimal{20, 1}));
  EXPECT_EQ(median({{10, 1}, {15, 1}}), (Decimal{13, 1})) << "1.25 goes up";
}

TEST(ExactRules, WriteNumbersAsTheirReadersDo) {
  EXPECT_EQ(shown_decimal({123450, 2}, "ro"), "1.234,50");
  EXPECT_EQ(shown_decimal({123450, 2}, "en"), "1,234.50");
  EXPECT_EQ(shown_decimal({-5, 2}, "ro"), "-0,05");
  EXPECT_EQ(shown_decimal({7, 0}, "ro"), "7");
  EXPECT_EQ(plain_decimal({5, 3}), "0.005");
  EXPECT_EQ(from_e4(12'345, 2), (Decimal{123, 2}));
  EXPECT_EQ(from_e4(12'350, 2), (Decimal{124, 2}));
  EXPECT_EQ(to_e4({124, 2}), 12'400);
}

}  // namespace
}  // namespace metodica::coordination
