// Vectors T1 to T14 of the domain note on acquisition (6.5) and the worked example of the registers
// (7.2).

#include "modules/acquisition/acquisition_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace metodica::acquisition {
namespace {

using testing::ElementsAre;

Money lei(std::string_view text) {
  return *Money::parse_exact(text);
}

PriceLine net_line(std::int64_t copies, std::string_view unit, Percent vat = Percent::of(11)) {
  PriceLine line;
  line.copies = copies;
  line.accepted = copies;
  line.amount = lei(unit);
  line.vat = vat;
  return line;
}

PriceLine value_line(std::int64_t copies, std::string_view value) {
  PriceLine line = net_line(copies, value);
  line.kind = PriceKind::unit_value;
  return line;
}

PriceLine charge_line(Charge charge, std::string_view net) {
  PriceLine line = net_line(1, net);
  line.charge = charge;
  return line;
}

ActTotal no_total() {
  ActTotal act;
  act.limit = lei("0.05");
  return act;
}

ActTotal total(std::string_view amount, bool explained = false) {
  ActTotal act = no_total();
  act.given = true;
  act.total = lei(amount);
  act.explained = explained;
  return act;
}

std::vector<std::string> exact(const std::vector<Money>& values) {
  std::vector<std::string> texts;
  for (const Money value : values)
    texts.push_back(value.exact());
  return texts;
}

Money sum(const Pricing& pricing) {
  Money all;
  for (const auto& line : pricing.lines) {
    for (const Money value : line.values)
      all += value;
  }
  return all;
}

TEST(LineNet, TakesTheDiscountFromTheLine) {
  EXPECT_EQ(line_net(1, lei("18.90"), Percent::of(5)), lei("17.96"));   // T2
  EXPECT_EQ(line_net(7, lei("18.90"), Percent::of(5)), lei("125.69"));  // T2: 125.72 on units
  EXPECT_EQ(line_net(2, lei("82.00"), Percent::of(10)), lei("147.60"));
  EXPECT_EQ(line_net(1, lei("1.005"), Percent{}), lei("1.01"));  // T12
}

TEST(Vat, RoundsHalfAwayFromZero) {
  EXPECT_EQ(vat_of(lei("5.50"), Percent::of(11)), lei("0.61"));  // T3
  EXPECT_EQ(vat_of(lei("13.50"), Percent::of(11)), lei("1.49"));
  EXPECT_EQ(vat_of(lei("31.50"), Percent::of(11)), lei("3.47"));
  EXPECT_EQ(vat_of(lei("-1710.50"), Percent::of(19)), lei("-325.00"));  // T6
  EXPECT_EQ(vat_of(lei("147.60"), Percent::of(5)), lei("7.38"));        // T1a
}

TEST(Gross, IsTakenApartOnce) {
  const std::vector<std::tuple<const char*, const char*, const char*>> t5 = {
      {"45.00", "40.54", "4.46"},
      {"29.90", "26.94", "2.96"},
      {"39.99", "36.03", "3.96"},
      {"100.00", "90.09", "9.91"},
      {"0.05", "0.05", "0.00"}};
  for (const auto& [gross, net, vat] : t5) {
    const NetAndVat parts = split_gross(lei(gross), Percent::of(11));
    EXPECT_EQ(parts.net, lei(net)) << gross;
    EXPECT_EQ(parts.vat, lei(vat)) << gross;
  }
  EXPECT_EQ(split_gross(line_net(2, lei("82.00"), Percent::of(10)), Percent::of(5)).vat,
            lei("7.03"));  // T1b
}

TEST(Price, FollowsTheWorkedExample) {
  const std::vector<PriceLine> lines = {net_line(5, "28.83"), net_line(3, "18.38"),
                                        net_line(2, "43.17")};
  const auto pricing = price(lines, total("317.05"));
  ASSERT_TRUE(pricing);
  EXPECT_EQ(pricing->net, lei("285.63"));
  EXPECT_EQ(pricing->vat, lei("31.42"));
  EXPECT_EQ(pricing->line_vat, lei("31.43"));
  EXPECT_EQ(pricing->difference, Money::zero());
  EXPECT_EQ(pricing->entered, lei("317.05"));
  EXPECT_THAT(exact(pricing->lines[0].values), testing::Each("32.0000"));
  EXPECT_THAT(exact(pricing->lines[1].values), ElementsAre("20.4100", "20.4000", "20.4000"));
  EXPECT_THAT(exact(pricing->lines[2].values), ElementsAre("47.9200", "47.9200"));
  EXPECT_EQ(pricing->uneven, 1);
}

TEST(Price, ComputesVatOnTheSumOfTheRate) {
  const std::vector<PriceLine> lines = {net_line(1, "10.05"), net_line(1, "10.05"),
                                        net_line(1, "10.05")};
  const auto pricing = price(lines, no_total());
  ASSERT_TRUE(pricing);
  EXPECT_EQ(pricing->vat, lei("3.32"));  // T4
  EXPECT_EQ(pricing->line_vat, lei("3.33"));
  EXPECT_EQ(sum(*pricing), lei("33.47"));
}

TEST(Price, SharesOneLineEvenly) {
  PriceLine t7 = net_line(3, "29.90");
  t7.discount = Percent::of(20);
  const auto pricing = price({t7}, no_total());
  ASSERT_TRUE(pricing);
  EXPECT_EQ(pricing->net, lei("71.76"));
  EXPECT_EQ(pricing->vat, lei("7.89"));
  EXPECT_THAT(exact(pricing->lines[0].values), testing::Each("26.5500"));
}

TEST(Price, GivesTheOddBaniToTheFirstCopies) {
  PriceLine line = net_line(7, "251.98", Percent{});
  line.kind = PriceKind::line_net;
  const auto t8 = price({line}, no_total());
  ASSERT_TRUE(t8);
  EXPECT_THAT(exact(t8->lines[0].values), ElementsAre("36.0000", "36.0000", "36.0000", "36.0000",
                                                      "36.0000", "35.9900", "35.9900"));
  line.amount = lei("111.00");
  const auto t9 = price({line}, no_total());
  ASSERT_TRUE(t9);
  EXPECT_EQ(shown_values(t9->lines[0].values, "ro"), "2 × 15,85 · 5 × 15,86");
}

TEST(Price, SpreadsAChargeByValue) {
  const std::vector<PriceLine> lines = {net_line(1, "33.33", {}), net_line(1, "33.33", {}),
                                        net_line(1, "33.34", {}),
                                        charge_line(Charge::by_value, "9.01")};
  auto with_vat = lines;
  with_vat[3].vat = Percent::of(11);  // 9.01 + 0.99 = 10.00
  const auto pricing = price(with_vat, no_total());
  ASSERT_TRUE(pricing);
  EXPECT_THAT(exact(pricing->lines[0].values), ElementsAre("36.6600"));  // T10: 3.33, 3.33, 3.34
  EXPECT_THAT(exact(pricing->lines[1].values), ElementsAre("36.6600"));
  EXPECT_THAT(exact(pricing->lines[2].values), ElementsAre("36.6800"));
  EXPECT_TRUE(pricing->lines[3].values.empty());
}

TEST(Price, SpreadsAChargeByCopyOrKeepsItOut) {
  std::vector<PriceLine> lines = {net_line(1, "100.00", {}), net_line(2, "10.00", {}),
                                  charge_line(Charge::by_copy, "10.00")};
  lines[2].vat = {};
  const auto by_copy = price(lines, no_total());
  ASSERT_TRUE(by_copy);
  EXPECT_THAT(exact(by_copy->lines[0].values), ElementsAre("103.3400"));
  EXPECT_THAT(exact(by_copy->lines[1].values), ElementsAre("13.3300", "13.3300"));
  lines[2].charge = Charge::kept_out;
  const auto kept_out = price(lines, no_total());
  ASSERT_TRUE(kept_out);
  EXPECT_EQ(kept_out->entered, lei("120.00"));
  EXPECT_EQ(kept_out->kept_out, lei("10.00"));
  EXPECT_EQ(kept_out->total, lei("130.00"));
}

TEST(Price, RefusesAChargeWithNothingToBearIt) {
  const auto pricing =
      price({value_line(1, "5.00"), charge_line(Charge::by_value, "10.00")}, no_total());
  ASSERT_FALSE(pricing);
  EXPECT_EQ(pricing.error().message, "acquisition.charge_alone");
}

TEST(Price, KeepsEachRateToItself) {
  const std::vector<PriceLine> lines = {net_line(3, "10.05"),
                                        net_line(1, "20.05", Percent::of(21))};
  const auto pricing = price(lines, no_total());  // T13
  ASSERT_TRUE(pricing);
  ASSERT_EQ(pricing->groups.size(), 2U);
  EXPECT_EQ(pricing->groups[0].vat, lei("3.32"));
  EXPECT_EQ(pricing->groups[1].vat, lei("4.21"));
  EXPECT_EQ(pricing->lines[0].entered, lei("33.47"));
  EXPECT_EQ(pricing->lines[1].entered, lei("24.26"));
}

TEST(Price, TakesValuesAsTheCommissionSetThem) {
  std::vector<PriceLine> lines = {value_line(1, "0.00"), value_line(1, "5.00"),
                                  value_line(1, "12.34")};
  const auto refused = price(lines, no_total());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "acquisition.zero_value");
  EXPECT_EQ(refused.error().field, "lines/0/value_note");
  lines[0].zero_reason = "fără valoare de circulație";
  const auto pricing = price(lines, no_total());  // T14
  ASSERT_TRUE(pricing);
  EXPECT_EQ(pricing->entered, lei("17.34"));
  EXPECT_EQ(pricing->vat, Money::zero());
}

TEST(Price, KeepsFractionsOfABanOfOldCopies) {
  const auto pricing = price({value_line(3, "0.0815")}, no_total());
  ASSERT_TRUE(pricing);
  EXPECT_EQ(pricing->entered, lei("0.2445"));
}

TEST(Price, LetsTheTotalOfTheActRule) {
  const auto pricing = price({net_line(3, "10.00")}, total("33.33"));
  ASSERT_TRUE(pricing);
  EXPECT_EQ(pricing->difference, lei("0.03"));
  EXPECT_EQ(sum(*pricing), lei("33.33"));
}

TEST(Price, AsksWhyTheTotalDiffers) {
  const auto refused = price({net_line(3, "10.00")}, total("33.36"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "acquisition.total_differs");
  EXPECT_EQ(refused.error().field, "total");
  const auto explained = price({net_line(3, "10.00")}, total("33.36", true));
  ASSERT_TRUE(explained);
  EXPECT_EQ(sum(*explained), lei("33.36"));
}

TEST(Price, EntersOnlyWhatWasAccepted) {
  std::vector<PriceLine> lines = {net_line(2, "43.17"), net_line(1, "10.00")};
  lines[0].accepted = 1;
  const auto pricing = price(lines, no_total());
  ASSERT_TRUE(pricing);
  EXPECT_EQ(pricing->entered + pricing->left_out, pricing->total);
  EXPECT_EQ(pricing->left_out, lei("47.92"));
}

TEST(Price, RefusesWhatIsNoPrice) {
  EXPECT_EQ(price({net_line(0, "1.00")}, no_total()).error().field, "lines/0/copies");
  EXPECT_EQ(price({net_line(1, "-1.00")}, no_total()).error().message,
            "acquisition.negative_price");
  PriceLine given = net_line(1, "10.00");
  given.discount = Percent::of(100);
  EXPECT_EQ(price({given}, no_total()).error().message, "acquisition.zero_value");
}

/// Any act adds up to its total, and no copy is a ban or more away from its exact share.
TEST(Price, AlwaysAddsUp) {
  std::uint64_t state = 20260115;
  const auto next = [&state](std::int64_t below) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::int64_t>((state >> 33U) % static_cast<std::uint64_t>(below));
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<PriceLine> lines(static_cast<std::size_t>(1 + next(8)));
    for (auto& line : lines) {
      line.copies = line.accepted = 1 + next(23);
      line.amount = Money::from_e4(1 + next(2'000'000));
      line.discount = Percent::of(next(40));
      line.vat = Percent::of(next(2) == 0 ? 11 : 21);
      line.kind = next(2) == 0 ? PriceKind::unit_net : PriceKind::line_net;
      line.zero_reason = "-";
    }
    const auto pricing = price(lines, no_total());
    ASSERT_TRUE(pricing);
    EXPECT_EQ(sum(*pricing), pricing->total);
    for (std::size_t row = 0; row < lines.size(); ++row) {
      const auto [least, most] =
          std::minmax_element(pricing->lines[row].values.begin(), pricing->lines[row].values.end());
      EXPECT_LE(*most - *least, lei("0.01"));
    }
  }
}

}  // namespace
}  // namespace metodica::acquisition
