// The rules of a stocktaking; the worked example is 7.5 of the domain note on registers.

#include "modules/stocktaking/stocktaking_rules.hpp"

#include <gtest/gtest.h>

namespace metodica::stocktaking {
namespace {

Balance worked_example() {
  Balance balance;
  const Money value = Money::from_bani(1250);
  for (int copy = 0; copy < 895; ++copy)
    balance.add(CopyClass::found, value);
  for (int copy = 0; copy < 11; ++copy)
    balance.add(CopyClass::on_loan, value);
  for (int copy = 0; copy < 4; ++copy)
    balance.add(CopyClass::missing, value);
  return balance;
}

TEST(StocktakingRules, WorkedExampleBalances) {
  const Balance balance = worked_example();
  EXPECT_EQ(balance.expected.units, 910);
  EXPECT_EQ(balance.found.units, 895);
  EXPECT_EQ(balance.on_loan.units, 11);
  EXPECT_EQ(balance.missing.units, 4);
  EXPECT_EQ(balance.missing.value, Money::from_bani(5000));
  EXPECT_TRUE(balance.holds());
}

TEST(StocktakingRules, ABalanceThatLosesACopyDoesNotHold) {
  Balance balance = worked_example();
  balance.found.units -= 1;
  EXPECT_FALSE(balance.holds());
  balance = worked_example();
  balance.missing.value += Money::from_e4(1);
  EXPECT_FALSE(balance.holds());
}

TEST(StocktakingRules, NaturalLossIsACeilingAndTakesNothingOff) {
  const Balance balance = worked_example();
  const NaturalLoss loss = natural_loss(balance.expected.units, 3);
  EXPECT_EQ(loss.thousandths, 2730);
  EXPECT_EQ(loss.rounded_down, 2);
  EXPECT_EQ(loss.rounded_up, 3);
  EXPECT_EQ(above_ceiling(balance.missing.units, loss.rounded_down), 2);
  EXPECT_EQ(above_ceiling(balance.missing.units, loss.rounded_up), 1);
  EXPECT_EQ(above_ceiling(1, loss.rounded_up), 0);
  EXPECT_EQ(balance.missing.units, 4);  // never automatic
}

TEST(StocktakingRules, WholeUnitsOfNaturalLossAreNotRounded) {
  const NaturalLoss loss = natural_loss(2000, 3);
  EXPECT_EQ(loss.rounded_down, 6);
  EXPECT_EQ(loss.rounded_up, 6);
}

TEST(StocktakingRules, EveryScanGetsTheVerdictOfItsFacts) {
  ScanFacts facts;
  EXPECT_EQ(judge(facts), Verdict::unknown);
  facts.in_register = true;
  EXPECT_EQ(judge(facts), Verdict::misplaced);
  facts.of_custody = true;
  EXPECT_EQ(judge(facts), Verdict::entered_since);
  facts.expected = true;
  EXPECT_EQ(judge(facts), Verdict::found);
  facts.on_loan = true;
  EXPECT_EQ(judge(facts), Verdict::on_loan_here);
  facts.gone = true;
  EXPECT_EQ(judge(facts), Verdict::gone);
  facts.seen = true;
  EXPECT_EQ(judge(facts), Verdict::duplicate);
}

TEST(StocktakingRules, VerdictsKeepTheirNames) {
  for (const auto verdict : {Verdict::found, Verdict::duplicate, Verdict::misplaced, Verdict::gone,
                             Verdict::unknown, Verdict::on_loan_here, Verdict::entered_since}) {
    EXPECT_EQ(verdict_of(verdict_name(verdict)), verdict);
  }
}

TEST(StocktakingRules, ACopyOnTheShelfIsFoundWhateverTheLoansSay) {
  EXPECT_EQ(classify(true, "loan"), CopyClass::found);
  EXPECT_EQ(classify(false, "loan"), CopyClass::on_loan);
  EXPECT_EQ(classify(false, "outside"), CopyClass::outside);
  EXPECT_EQ(classify(false, "back"), CopyClass::missing);
  EXPECT_EQ(classify(false, ""), CopyClass::missing);
}

TEST(StocktakingRules, TheCustodianMayNotCount) {
  const auto as_member = check_people({"Ioana Pop", {"Ilea, ANA"}}, "Ana Ilea", false);
  ASSERT_FALSE(as_member);
  EXPECT_EQ(as_member.error().message, "stocktaking.keeper_in_commission");
  EXPECT_EQ(as_member.error().field, "members");
  const auto as_chair = check_people({"ana ilea", {"Ioana Pop"}}, "Dan Rus; Ana Ilea", false);
  ASSERT_FALSE(as_chair);
  EXPECT_EQ(as_chair.error().field, "chair");
  EXPECT_TRUE(check_people({"Ioana Pop", {"Dan Rus"}}, "Ana Ilea", false));
}

TEST(StocktakingRules, OnePersonCountsAloneOnlyWhereTheLibraryHasOne) {
  const auto alone = check_people({"Ioana Pop", {}}, "Ana Ilea", false);
  ASSERT_FALSE(alone);
  EXPECT_EQ(alone.error().message, "stocktaking.commission_small");
  EXPECT_TRUE(check_people({"Ioana Pop", {}}, "Ana Ilea", true));
}

TEST(StocktakingRules, ANameStandsOnceInACommission) {
  const auto twice = check_people({"Ioana Pop", {"Dan Rus", "Pop Ioana"}}, "", false);
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().message, "stocktaking.member_twice");
}

TEST(StocktakingRules, ThePeriodFollowsTheSizeOfTheCollection) {
  EXPECT_EQ(period_years(10'000), 4);
  EXPECT_EQ(period_years(10'001), 6);
  EXPECT_EQ(period_years(50'001), 8);
  EXPECT_EQ(period_years(1'000'000), 10);
  EXPECT_EQ(period_years(1'000'001), 15);
  EXPECT_EQ(due_by(Date(2024, 2, 29), 910), Date(2028, 2, 29));
}

TEST(StocktakingRules, TheDaysOfADecisionFollowEachOther) {
  const Date today(2026, 6, 1);
  EXPECT_TRUE(check_days(Date(2026, 5, 25), Date(2026, 6, 1), Date(), today));
  EXPECT_EQ(check_days(Date(2026, 6, 2), Date(2026, 6, 3), Date(), today).error().message,
            "stocktaking.decision_future");
  EXPECT_EQ(check_days(Date(2026, 5, 25), Date(2026, 5, 24), Date(), today).error().field,
            "starts_on");
  EXPECT_EQ(check_days(Date(2026, 5, 25), Date(2026, 6, 1), Date(2026, 5, 31), today).error().field,
            "ends_on");
}

TEST(StocktakingRules, LinesAreJoinedAndSplitAgain) {
  const std::vector<std::string> names = {"Dan Rus", "Éva Szabó"};
  EXPECT_EQ(split_lines(joined_lines(names)), names);
  EXPECT_TRUE(split_lines("").empty());
}

}  // namespace
}  // namespace metodica::stocktaking
