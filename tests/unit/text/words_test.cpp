#include "text/words.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace metodica {
namespace {

std::string amount(std::string_view exact) {
  return amount_in_words(*Money::parse_exact(exact));
}

TEST(AmountInWords, AgreesWithLei) {
  EXPECT_EQ(amount("0"), "zero lei");
  EXPECT_EQ(amount("1"), "un leu");
  EXPECT_EQ(amount("2"), "doi lei");
  EXPECT_EQ(amount("12"), "doisprezece lei");
  EXPECT_EQ(amount("19"), "nouăsprezece lei");
  EXPECT_EQ(amount("20"), "douăzeci de lei");
  EXPECT_EQ(amount("21"), "douăzeci și unu de lei");
  EXPECT_EQ(amount("22"), "douăzeci și doi de lei");
  EXPECT_EQ(amount("100"), "o sută de lei");
  EXPECT_EQ(amount("101"), "o sută unu lei");
  EXPECT_EQ(amount("119"), "o sută nouăsprezece lei");
  EXPECT_EQ(amount("200"), "două sute de lei");
}

TEST(AmountInWords, KnowsThousandsAndMillions) {
  EXPECT_EQ(amount("1000"), "o mie de lei");
  EXPECT_EQ(amount("1200"), "o mie două sute de lei");
  EXPECT_EQ(amount("2005"), "două mii cinci lei");
  EXPECT_EQ(amount("12000"), "douăsprezece mii de lei");
  EXPECT_EQ(amount("21000"), "douăzeci și una de mii de lei");
  EXPECT_EQ(amount("122016"), "o sută douăzeci și două de mii șaisprezece lei");
  EXPECT_EQ(amount("1000000"), "un milion de lei");
  EXPECT_EQ(amount("2000001"), "două milioane unu lei");
  EXPECT_EQ(amount("21000000"), "douăzeci și unu de milioane de lei");
  EXPECT_EQ(amount("1000000000"), "un miliard de lei");
  EXPECT_EQ(amount("999999999999"),
            "nouă sute nouăzeci și nouă de miliarde nouă sute nouăzeci și nouă de milioane "
            "nouă sute nouăzeci și nouă de mii nouă sute nouăzeci și nouă de lei");
}

// The total of lot 1 (domain note on registers, 7.2).
TEST(AmountInWords, AddsBaniInDigits) {
  EXPECT_EQ(amount("317.05"), "trei sute șaptesprezece lei și 5 bani");
  EXPECT_EQ(amount("1.01"), "un leu și 1 ban");
  EXPECT_EQ(amount("0.20"), "zero lei și 20 de bani");
  EXPECT_EQ(amount("3.19"), "trei lei și 19 bani");
  EXPECT_EQ(amount("0.0815"), "zero lei și 8,15 bani");
  EXPECT_EQ(amount("0.085"), "zero lei și 8,5 bani");
  EXPECT_EQ(amount("0.0005"), "zero lei și 0,05 bani");
  EXPECT_EQ(amount("-2.50"), "minus doi lei și 50 de bani");
}

TEST(AmountInWords, KeepsHugeAmountsInDigits) {
  EXPECT_EQ(amount("1000000000000"), "1.000.000.000.000,00 lei");
}

TEST(CountInWords, AgreesInGender) {
  EXPECT_EQ(count_in_words(1, Gender::masculine), "unu");
  EXPECT_EQ(count_in_words(1, Gender::feminine), "una");
  EXPECT_EQ(count_in_words(10, Gender::neuter), "zece");
  EXPECT_EQ(count_in_words(12, Gender::feminine), "douăsprezece");
  EXPECT_EQ(count_in_words(22, Gender::masculine), "douăzeci și doi");
  EXPECT_EQ(count_in_words(22, Gender::neuter), "douăzeci și două");
  EXPECT_EQ(count_in_words(31, Gender::feminine), "treizeci și una");
  EXPECT_EQ(count_in_words(31, Gender::neuter), "treizeci și unu");
  EXPECT_EQ(count_in_words(0, Gender::feminine), "zero");
  EXPECT_EQ(count_in_words(-3, Gender::masculine), "minus trei");
  EXPECT_EQ(count_in_words(4331, Gender::feminine), "patru mii trei sute treizeci și una");
}

TEST(CountInWords, KeepsHugeCountsInDigits) {
  EXPECT_EQ(count_in_words(1'000'000'000'000, Gender::masculine), "1.000.000.000.000");
  EXPECT_EQ(count_in_words(std::numeric_limits<std::int64_t>::min(), Gender::masculine),
            "-9.223.372.036.854.775.808");
}

}  // namespace
}  // namespace metodica
