#include "text/money.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace metodica {
namespace {

Money lei(std::string_view exact) {
  const auto amount = Money::parse_exact(exact);
  EXPECT_TRUE(amount) << exact;
  return amount ? *amount : Money::zero();
}

std::string bani(Money amount) {
  return amount.shown("en");
}

// What people write, as 1/10 000 leu without the dot, or the id of the refusal.
std::string read(std::string_view text) {
  const auto amount = Money::parse(text);
  return amount ? amount->exact() : amount.error().message;
}

std::vector<std::string> shares(std::string_view total, const std::vector<std::int64_t>& weights) {
  std::vector<std::string> out;
  for (const Money share : allocate(lei(total), weights)) {
    out.push_back(bani(share));
  }
  return out;
}

TEST(MoneyParse, ReadsTheFormsOfSection65) {
  EXPECT_EQ(read("1.234,56"), "1234.5600");
  EXPECT_EQ(read("1234.56"), "1234.5600");
  EXPECT_EQ(read("1 234,56"), "1234.5600");
  EXPECT_EQ(read("1\u00A0234,56"), "1234.5600");
  EXPECT_EQ(read("45,00 lei"), "45.0000");
  EXPECT_EQ(read("Lei 45"), "45.0000");
  EXPECT_EQ(read("RON 45.00"), "45.0000");
  EXPECT_EQ(read("45 LEI"), "45.0000");
  EXPECT_EQ(read("  45,5\tlei"), "money.syntax");
  EXPECT_EQ(read("  45,5 lei "), "45.5000");
}

TEST(MoneyParse, ReadsSignsAndGroups) {
  EXPECT_EQ(read("-2,5"), "-2.5000");
  EXPECT_EQ(read("\u22122,5"), "-2.5000");
  EXPECT_EQ(read("+3"), "3.0000");
  EXPECT_EQ(read("RON -3"), "-3.0000");
  EXPECT_EQ(read("1,234,567.89"), "1234567.8900");
  EXPECT_EQ(read("1.234.567"), "1234567.0000");
  EXPECT_EQ(read("1 234 567"), "1234567.0000");
  EXPECT_EQ(read("1.234,567"), "1234.5670");
  EXPECT_EQ(read("0"), "0.0000");
}

TEST(MoneyParse, RefusesWhatHasTwoMeanings) {
  EXPECT_EQ(read("1.234"), "money.ambiguous");
  EXPECT_EQ(read("1,234"), "money.ambiguous");
  EXPECT_EQ(read("298,695 lei"), "money.ambiguous");
  EXPECT_EQ(read("15.000 lei"), "money.ambiguous");
  // No thousand is written with a leading zero, or with four digits before the sign.
  EXPECT_EQ(read("0,085"), "0.0850");
  EXPECT_EQ(read("1234.567"), "1234.5670");
  EXPECT_EQ(read("298,6950"), "298.6950");
}

TEST(MoneyParse, RefusesOldAndForeignMoney) {
  EXPECT_EQ(read("15000 ROL"), "money.old_lei");
  EXPECT_EQ(read("15.000.000 lei vechi"), "money.old_lei");
  EXPECT_EQ(read("12,99 EUR"), "money.foreign");
  EXPECT_EQ(read("€12.99"), "money.foreign");
  EXPECT_EQ(read("$ 5"), "money.foreign");
}

TEST(MoneyParse, RefusesWhatIsNoAmount) {
  EXPECT_EQ(read(""), "money.missing");
  EXPECT_EQ(read(" \u00A0 "), "money.missing");
  for (const char* text :
       {"lei",     "abc",       "1,",    ",5",   "1..2",         "1.2.3",    "12.34,56",
        "1,2,3",   "--1",       "-",     "1 2",  "1e5",          "0x10",     "1_000",
        "5 lei 6", "lei 5 lei", "5 buc", "1 .5", "1234,567,890", "1.234.56", "\xFF"}) {
    EXPECT_EQ(read(text), "money.syntax") << text;
  }
}

TEST(MoneyParse, RefusesTooMuch) {
  EXPECT_EQ(read("1,23456"), "money.decimals");
  EXPECT_EQ(read("922337203685477,5807"), "922337203685477.5807");
  EXPECT_EQ(read("922337203685477,5808"), "money.overflow");
  EXPECT_EQ(read("-922337203685477,5807"), "-922337203685477.5807");
  EXPECT_EQ(read("99999999999999999999"), "money.overflow");
  EXPECT_EQ(read(std::string(1'000'000, '9')), "money.syntax");
}

TEST(MoneyParse, RepeatsTheTextInTheProblem) {
  const auto amount = Money::parse("abc");
  ASSERT_FALSE(amount);
  EXPECT_EQ(amount.error().status, METODICA_INVALID);
  EXPECT_EQ(amount.error().arguments, (std::vector<MessageArgument>{{"text", "abc"}}));
}

TEST(MoneyParseExact, ReadsOnlyTheFormOfJson) {
  EXPECT_EQ(lei("45").e4(), 450'000);
  EXPECT_EQ(lei("45.5").e4(), 455'000);
  EXPECT_EQ(lei("-0.0001").e4(), -1);
  EXPECT_EQ(lei("922337203685477.5807").e4(), std::numeric_limits<std::int64_t>::max());
  for (const char* text :
       {"45,5", ".5", "5.", "-", "+5", " 5", "5 ", "1.2.3", "--5", "1 000", "-.5"}) {
    const auto amount = Money::parse_exact(text);
    ASSERT_FALSE(amount) << text;
    EXPECT_EQ(amount.error().message, "money.syntax") << text;
  }
  EXPECT_EQ(Money::parse_exact("").error().message, "money.missing");
  EXPECT_EQ(Money::parse_exact("1.23456").error().message, "money.decimals");
  EXPECT_EQ(Money::parse_exact("922337203685477.5808").error().message, "money.overflow");
  EXPECT_EQ(Money::parse_exact(std::string(100'000, '1')).error().message, "money.overflow");
}

TEST(MoneyShown, FollowsTheLanguage) {
  EXPECT_EQ(lei("1234.5").shown(), "1.234,50");
  EXPECT_EQ(lei("1234.5").shown("en"), "1,234.50");
  EXPECT_EQ(lei("1234.5").shown("hu"), "1\u00A0234,50");
  EXPECT_EQ(lei("-1234567.89").shown(), "-1.234.567,89");
  EXPECT_EQ(lei("-0.05").shown(), "-0,05");
  EXPECT_EQ(Money::zero().shown(), "0,00");
  EXPECT_EQ(Money::zero().exact(), "0.0000");
}

// 3 665 books for "298,695 lei", 0,0815 lei a book (domain note on registers, 2.7).
TEST(MoneyShown, KeepsTheDecimalsOfOldValues) {
  EXPECT_EQ(lei("298.695").shown(), "298,695");
  EXPECT_EQ(lei("7.378").shown("en"), "7.378");
  EXPECT_EQ(lei("0.0815").shown(), "0,0815");
  EXPECT_EQ(lei("298.695").typed(), "298,6950") << "a field refuses three decimals";
  EXPECT_EQ(lei("298.6").typed(), "298,60");
}

TEST(MoneyShown, ReadsBack) {
  std::mt19937_64 random(5);
  std::uniform_int_distribution<std::int64_t> any(-50'000'000'000, 50'000'000'000);
  for (int i = 0; i < 3000; ++i) {
    const Money amount = Money::from_e4(any(random) / (1 + any(random) % 1000 * (i % 3)));
    for (const char* lang : {"ro", "en", "hu"}) {
      EXPECT_EQ(read(amount.typed(lang)), amount.exact()) << amount.typed(lang);
    }
    EXPECT_EQ(lei(amount.exact()), amount);
  }
}

TEST(MoneySum, StopsAtTheEndOfTheRange) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const Money largest = Money::from_e4(most);
  EXPECT_EQ((largest + Money::from_e4(1)).e4(), most);
  EXPECT_EQ((-largest - Money::from_e4(1)).e4(), -most);
  EXPECT_EQ((largest - largest).e4(), 0);
  EXPECT_EQ(Money::from_e4(std::numeric_limits<std::int64_t>::min()).e4(), -most);
  EXPECT_EQ(Money::from_bani(most).e4(), most);
  EXPECT_EQ(Money::from_bani(-most).e4(), -most);
  EXPECT_EQ(largest.rounded_to_bani().e4(), most / 100 * 100);
}

TEST(MoneyRound, T12RoundsHalfAwayFromZero) {
  EXPECT_EQ(bani(lei("1.005").rounded_to_bani()), "1.01");
  EXPECT_EQ(bani(lei("-1.005").rounded_to_bani()), "-1.01");
  EXPECT_EQ(bani(lei("1.0049").rounded_to_bani()), "1.00");
}

TEST(MoneyScale, T1aPricesWithoutTax) {
  const Money list = lei("82.00");
  EXPECT_EQ(bani(scaled_to_bani(list, 105, 100)), "86.10");
  EXPECT_EQ(bani(scaled_to_bani(list, 90, 100)), "73.80");
  EXPECT_EQ(bani(scaled_to_bani(list, 90 * 105, 100 * 100)), "77.49");
  EXPECT_EQ(bani(scaled_to_bani(list, 2 * 90 * 5, 100 * 100)), "7.38");
}

TEST(MoneyScale, T1bPricesWithTax) {
  const Money list = lei("82.00");
  EXPECT_EQ(bani(scaled_to_bani(list, 100, 105)), "78.10");
  EXPECT_EQ(bani(scaled_to_bani(list, 90, 100)), "73.80");
  EXPECT_EQ(bani(scaled_to_bani(list, 90, 105)), "70.29");
  EXPECT_EQ(bani(scaled_to_bani(list, 2 * 90 * 5, 100 * 105)), "7.03");
}

TEST(MoneyScale, T2DiscountOnTheLine) {
  EXPECT_EQ(bani(scaled_to_bani(lei("18.90"), 95, 100)), "17.96");
  EXPECT_EQ(bani(scaled_to_bani(lei("18.90"), 7 * 95, 100)), "125.69");
  EXPECT_EQ(bani(scaled_to_bani(scaled_to_bani(lei("18.90"), 95, 100), 7, 1)), "125.72");
}

TEST(MoneyScale, T3HalfUp) {
  EXPECT_EQ(bani(scaled_to_bani(lei("5.50"), 11, 100)), "0.61");
  EXPECT_EQ(bani(scaled_to_bani(lei("13.50"), 11, 100)), "1.49");
  EXPECT_EQ(bani(scaled_to_bani(lei("31.50"), 11, 100)), "3.47");
}

TEST(MoneyScale, T4TaxOnTheGroup) {
  const Money net = lei("10.05");
  EXPECT_EQ(bani(scaled_to_bani(net + net + net, 11, 100)), "3.32");
  const Money line = scaled_to_bani(net, 11, 100);
  EXPECT_EQ(bani(line + line + line), "3.33");
}

TEST(MoneyScale, T5NetOutOfGross) {
  const std::vector<std::vector<std::string>> rows = {{"45.00", "40.54", "4.46"},
                                                      {"29.90", "26.94", "2.96"},
                                                      {"39.99", "36.03", "3.96"},
                                                      {"100.00", "90.09", "9.91"},
                                                      {"0.05", "0.05", "0.00"}};
  for (const auto& row : rows) {
    const Money gross = lei(row[0]);
    const Money net = scaled_to_bani(gross, 100, 111);
    EXPECT_EQ(bani(net), row[1]);
    EXPECT_EQ(bani(gross - net), row[2]);
  }
}

TEST(MoneyScale, T6NegativeRoundsAwayFromZero) {
  EXPECT_EQ(bani(scaled_to_bani(lei("-1710.50"), 19, 100)), "-325.00");
  EXPECT_EQ(bani(scaled_to_bani(lei("1710.50"), -19, 100)), "-325.00");
  EXPECT_EQ(bani(scaled_to_bani(lei("1710.50"), -19, -100)), "325.00");
}

TEST(MoneyScale, T7LineWithDiscountAndTax) {
  const Money net = scaled_to_bani(lei("29.90"), 3 * 80, 100);
  const Money tax = scaled_to_bani(net, 11, 100);
  EXPECT_EQ(bani(net), "71.76");
  EXPECT_EQ(bani(tax), "7.89");
  EXPECT_EQ(bani(net + tax), "79.65");
  EXPECT_EQ(shares("79.65", {1, 1, 1}), (std::vector<std::string>{"26.55", "26.55", "26.55"}));
}

TEST(MoneyScale, T11ForeignCurrency) {
  EXPECT_EQ(bani(scaled_to_bani(lei("12.99"), 50'853, 10'000)), "66.06");
}

TEST(MoneyScale, T14SumOfADonation) {
  EXPECT_EQ(bani(Money::zero() + lei("5.00") + lei("12.34")), "17.34");
}

TEST(MoneyScale, SurvivesTheLargestNumbers) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  const Money largest = Money::from_e4(most);
  EXPECT_EQ(scaled_to_bani(largest, most, most).e4(), most / 100 * 100);
  EXPECT_EQ(scaled_to_bani(largest, most, 1).e4(), most / 100 * 100);
  EXPECT_EQ(scaled_to_bani(largest, least, 1).e4(), -(most / 100 * 100));
  EXPECT_EQ(scaled_to_bani(largest, 1, least).e4(), 0);
  EXPECT_THROW((void)scaled_to_bani(largest, 1, 0), std::domain_error);
}

TEST(MoneyAllocate, T8SevenCopies) {
  EXPECT_EQ(
      shares("251.98", std::vector<std::int64_t>(7, 1)),
      (std::vector<std::string>{"36.00", "36.00", "36.00", "36.00", "36.00", "35.99", "35.99"}));
}

TEST(MoneyAllocate, T9SevenCopies) {
  EXPECT_EQ(
      shares("111.00", std::vector<std::int64_t>(7, 1)),
      (std::vector<std::string>{"15.86", "15.86", "15.86", "15.86", "15.86", "15.85", "15.85"}));
}

TEST(MoneyAllocate, T10TransportOverLines) {
  EXPECT_EQ(shares("10.00", {3333, 3333, 3334}),
            (std::vector<std::string>{"3.33", "3.33", "3.34"}));
}

// Lot 1/2026 of the worked example (domain note on registers, 7.2).
TEST(MoneyAllocate, Lot1OfTheWorkedExample) {
  EXPECT_EQ(shares("317.05", {2883, 2883, 2883, 2883, 2883, 1838, 1838, 1838, 4317, 4317}),
            (std::vector<std::string>{"32.00", "32.00", "32.00", "32.00", "32.00", "20.41", "20.40",
                                      "20.40", "47.92", "47.92"}));
}

TEST(MoneyAllocate, SharesNegativeTotalsAlike) {
  EXPECT_EQ(shares("-10.00", {1, 1, 1}), (std::vector<std::string>{"-3.34", "-3.33", "-3.33"}));
}

TEST(MoneyAllocate, KnowsTheOddWeights) {
  EXPECT_EQ(shares("10.00", {}), std::vector<std::string>{});
  EXPECT_EQ(shares("10.00", {0, 0, 0, 0}),
            (std::vector<std::string>{"2.50", "2.50", "2.50", "2.50"}));
  EXPECT_EQ(shares("10.00", {0, 5, -7}), (std::vector<std::string>{"0.00", "10.00", "0.00"}));
  // Old values keep their four decimals.
  EXPECT_EQ(shares("0.0005", {1, 1}), (std::vector<std::string>{"0.0003", "0.0002"}));
}

TEST(MoneyAllocate, SurvivesTheLargestNumbers) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const auto parts = allocate(Money::from_e4(-most), {most, most, most});
  EXPECT_EQ((parts[0] + parts[1] + parts[2]).e4(), -most);
}

TEST(MoneyAllocate, AddsUpAndStaysWithinOneBan) {
  std::mt19937_64 random(2026);
  std::uniform_int_distribution<std::int64_t> amounts(0, 9'999'999);
  std::uniform_int_distribution<std::int64_t> sizes(1, 40);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::int64_t> weights(static_cast<std::size_t>(sizes(random)));
    std::int64_t sum = 0;
    for (std::int64_t& weight : weights) {
      weight = 1 + amounts(random) % 10'000;
      sum += weight;
    }
    const std::int64_t total = amounts(random);
    const auto parts = allocate(Money::from_bani(total), weights);
    Money back;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      back += parts[i];
      // |share - total * weight / sum| < 1 ban, without a division
      const std::int64_t difference = parts[i].e4() / 100 * sum - total * weights[i];
      EXPECT_LT(difference, sum);
      EXPECT_GT(difference, -sum);
    }
    EXPECT_EQ(back, Money::from_bani(total));
  }
}

}  // namespace
}  // namespace metodica
