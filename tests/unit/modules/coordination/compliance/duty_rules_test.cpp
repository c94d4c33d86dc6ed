#include "modules/coordination/compliance/duty_rules.hpp"

#include <gmock/gmock.h>

#include "modules/coordination/analysis/indicator_rules.hpp"
#include "modules/coordination/compliance/duty_data.hpp"
#include "text/messages.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t fifty = 500'000;

DutyFacts facts(Figures figures) {
  DutyFacts all;
  all.figures = with_terms(std::move(figures), 540, fifty);
  all.day = Date(2025, 12, 31);
  return all;
}

const DutyNorm& norm(std::string_view code) {
  for (const Duty& duty : shipped_duties()) {
    if (duty.code == code)
      return duty.norms.front();
  }
  throw std::logic_error("no such duty");
}

Outcome judged(std::string_view duty, const DutyFacts& by) {
  return judge(duty, by, norm(duty)).outcome;
}

TEST(DutyRules, AskForTheGrowthOfTheNorm) {
  EXPECT_EQ(judged("growth", facts({{"additions", YearFigure::whole(27)}})), Outcome::met);
  EXPECT_EQ(judged("growth", facts({{"additions", YearFigure::whole(26)}})), Outcome::not_met);
  EXPECT_EQ(judged("growth", facts({})), Outcome::unknown) << "not reported is no breach";
}

TEST(DutyRules, TakeTheNormOfTheDay) {
  const std::vector<DutyNorm> norms = {{"growth", "50", Date(2002, 6, 18), {}, "", "yes"},
                                       {"growth", "40", Date(2030, 1, 1), {}, "", "no"},
                                       {"growth", "45", Date(2030, 1, 1), {}, "", "no"}};
  EXPECT_EQ(norm_on(norms, Date(2001, 1, 1)), nullptr);
  EXPECT_EQ(norm_on(norms, Date(2029, 12, 31))->value, "50");
  EXPECT_EQ(norm_on(norms, Date(2030, 6, 1))->value, "45") << "the later of two";
  const std::vector<DutyNorm> ended = {{"a", "1", Date(2000, 1, 1), Date(2010, 1, 1), "", "yes"}};
  EXPECT_EQ(norm_on(ended, Date(2011, 1, 1)), nullptr);
}

TEST(DutyRules, KnowTheStepsOfStocktaking) {
  const std::string steps = norm("stocktaking").value;
  EXPECT_EQ(stocktaking_years(steps, 10'000), 4);
  EXPECT_EQ(stocktaking_years(steps, 10'001), 6);
  EXPECT_EQ(stocktaking_years(steps, 100'000), 8);
  EXPECT_EQ(stocktaking_years(steps, 1'000'000), 10);
  EXPECT_EQ(stocktaking_years(steps, 1'000'001), 15);
  EXPECT_EQ(stocktaking_years("nonsense", 5), 0);
}

TEST(DutyRules, CountThePeriodFromTheLastStocktaking) {
  DutyFacts by = facts({});
  by.records.opened = true;
  by.records.opened_on = Date(2010, 1, 1);
  by.records.stock = 8'000;
  EXPECT_EQ(judged("stocktaking", by), Outcome::not_met) << "none in 15 years";
  by.records.opened_on = Date(2024, 1, 1);
  EXPECT_EQ(judged("stocktaking", by), Outcome::unknown) << "the last one stands on paper";
  by.records.last_stocktaking = Date(2021, 12, 31);
  EXPECT_EQ(judged("stocktaking", by), Outcome::met) << "due on the last day";
  by.records.last_stocktaking = Date(2021, 12, 30);
  EXPECT_EQ(judged("stocktaking", by), Outcome::not_met);
}

TEST(DutyRules, FindCopiesWithdrawnTooSoon) {
  DutyFacts by = facts({});
  by.records.opened = true;
  EXPECT_EQ(judged("withdrawal_age", by), Outcome::not_due);
  by.records.withdrawn = {{Date(2025, 1, 15), Date(2025, 7, 15), 3}};
  EXPECT_EQ(judged("withdrawal_age", by), Outcome::met);
  by.records.withdrawn.push_back({Date(2025, 1, 15), Date(2025, 7, 14), 1});
  EXPECT_EQ(judged("withdrawal_age", by), Outcome::not_met);
}

TEST(DutyRules, RoundNoShareOfTrainingUp) {
  const auto with = [](std::int64_t training_e4) {
    return facts({{"expenditure_training", YearFigure::decimal(training_e4)},
                  {"expenditure_staff", YearFigure::whole(100'000)}});
  };
  EXPECT_EQ(judged("training_budget", with(50'000'000)), Outcome::met) << "5,000 lei";
  EXPECT_EQ(judged("training_budget", with(49'999'900)), Outcome::not_met) << "4,999.99 lei";
}

TEST(DutyRules, AskForALibrarianFromFiveThousandUnitsOn) {
  DutyFacts by = facts({{"stock_end", YearFigure::whole(4'999)}});
  EXPECT_EQ(judged("librarian", by), Outcome::not_due);
  by = facts({{"stock_end", YearFigure::whole(5'000)}, {"staff_fte", YearFigure::decimal(5'000)}});
  EXPECT_EQ(judged("librarian", by), Outcome::not_met);
  by.posts_known = true;
  by.full_time_posts = 1;
  EXPECT_EQ(judged("librarian", by), Outcome::met) << "posts go before figures";
}

TEST(DutyRules, CompareTheBalanceOfTheRegisterWithTheReturn) {
  DutyFacts by = facts({{"stock_end", YearFigure::whole(100)}});
  EXPECT_EQ(judged("balance", by), Outcome::unknown);
  by.records.opened = true;
  by.records.stock = 100;
  EXPECT_EQ(judged("balance", by), Outcome::met);
  by.records.stock = 101;
  EXPECT_EQ(judged("balance", by), Outcome::not_met);
}

TEST(Duties, AreDatedAndNamedAndTheirFindingsWorded) {
  ASSERT_GE(shipped_duties().size(), 12U);
  for (const Duty& duty : shipped_duties()) {
    EXPECT_FALSE(duty.norms.front().from.none()) << duty.code;
    EXPECT_FALSE(duty.norms.front().reference.empty()) << duty.code;
    for (const char* lang : {"ro", "en", "hu"}) {
      EXPECT_FALSE(duty.text(lang).empty()) << duty.code;
      if (duty.computed) {
        const Finding found = judge(duty.code, facts({}), duty.norms.front());
        EXPECT_NE(found.because, "compliance.because.no_rule") << duty.code;
        EXPECT_TRUE(Messages(lang).has(found.because)) << found.because;
      }
    }
  }
}

}  // namespace
}  // namespace metodica::coordination
