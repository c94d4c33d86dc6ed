#include "modules/coordination/analysis/indicator_rules.hpp"

#include <gmock/gmock.h>

#include <set>

#include "text/messages.hpp"

namespace metodica::coordination {
namespace {

using testing::Contains;

constexpr std::int64_t fifty = 500'000;

Figures sample() {
  return with_terms({{"stock_end", YearFigure::whole(10'000)},
                     {"additions", YearFigure::whole(100)},
                     {"loans", YearFigure::whole(3'000)},
                     {"users_active", YearFigure::whole(270)},
                     {"staff_fte", YearFigure::decimal(5'000)},
                     {"visits", YearFigure::none(FigureKind::not_counted)},
                     {"withdrawals", YearFigure::whole(0)}},
                    2'191, fifty);
}

Reckoned value(std::string_view code, const Figures& figures) {
  const Indicator* indicator = find_indicator(code);
  if (indicator == nullptr) {
    ADD_FAILURE() << code;
    return {};
  }
  return reckon(*indicator, figures);
}

TEST(IndicatorRules, FollowTheirFormulas) {
  EXPECT_EQ(value("stock_per_capita", sample()).value, (Decimal{456, 2}));
  EXPECT_EQ(value("additions_per_1000", sample()).value, (Decimal{456, 1}));
  EXPECT_EQ(value("required_additions", sample()).value, (Decimal{110, 0}));
  EXPECT_EQ(value("growth_fulfilment", sample()).value, (Decimal{909, 1}));
  EXPECT_EQ(value("renewal_years", sample()).value, (Decimal{1000, 1}));
  EXPECT_EQ(value("turnover", sample()).value, (Decimal{30, 2}));
  EXPECT_EQ(value("users_share", sample()).value, (Decimal{1232, 2}));
  EXPECT_EQ(value("loans_per_staff", sample()).value, (Decimal{6000, 0})) << "half a post";
  EXPECT_EQ(value("withdrawal_rate", sample()).value, (Decimal{0, 2})) << "a counted zero is one";
}

TEST(IndicatorRules, NameTheMissingTermAndNeverGiveZero) {
  EXPECT_EQ(value("visits_per_capita", sample()),
            (Reckoned{std::nullopt, "visits", FigureKind::not_counted}));
  EXPECT_EQ(value("loans_per_capita", with_terms({{"loans", YearFigure::whole(5)}}, 0, fifty)),
            (Reckoned{std::nullopt, "population", FigureKind::not_reported}));
  Figures none = sample();
  none["additions"] = YearFigure::whole(0);
  EXPECT_EQ(value("renewal_years", none), (Reckoned{std::nullopt, "additions", FigureKind::number}))
      << "a divisor of 0";
}

TEST(IndicatorRules, TakeThePopulationOfTheDirectoryFirst) {
  const Figures stated = {{"population", YearFigure::whole(999)}};
  EXPECT_EQ(figure_of(with_terms(stated, 540, fifty), "required_additions"), YearFigure::whole(27));
  EXPECT_EQ(figure_of(with_terms(stated, 0, fifty), "required_additions"), YearFigure::whole(50));
  EXPECT_FALSE(figure_of(with_terms(stated, 540, 0), "required_additions").known())
      << "no norm in force";
}

TEST(IndicatorRules, AddUpOnlyThoseWhoseTermsAreAllKnown) {
  const Figures whole = sample();
  const Figures lacking = with_terms({{"loans", YearFigure::whole(9'000)}}, 0, fifty);
  const Whole sum = reckon_whole(*find_indicator("loans_per_capita"), {&whole, &lacking});
  EXPECT_EQ(sum.counted, 1);
  EXPECT_EQ(sum.reckoned.value, (Decimal{137, 2})) << "3000 / 2191, not 12000 / 2191";
  const Whole nobody = reckon_whole(*find_indicator("loans_per_capita"), {&lacking});
  EXPECT_EQ(nobody.reckoned.missing, "population");
}

TEST(IndicatorRules, AverageHoursAndAddRequiredDocuments) {
  const Figures short_week = with_terms({{"weekly_hours", YearFigure::whole(20)}}, 540, fifty);
  const Figures long_week = with_terms({{"weekly_hours", YearFigure::whole(41)}}, 541, fifty);
  const auto whole = [&](const char* code) {
    return reckon_whole(*find_indicator(code), {&short_week, &long_week}).reckoned.value;
  };
  EXPECT_EQ(whole("weekly_hours"), (Decimal{305, 1})) << "nobody is open 61 hours";
  EXPECT_EQ(whole("required_additions"), (Decimal{55, 0})) << "27 and 28";
}

TEST(IndicatorRules, HaveNamesUnitsAndKnownTerms) {
  std::set<std::string_view> codes;
  for (const char* lang : {"ro", "en", "hu"}) {
    const Messages say(lang);
    for (const Indicator& indicator : indicators()) {
      EXPECT_TRUE(say.has("indicator." + std::string(indicator.code))) << lang << indicator.code;
      EXPECT_TRUE(say.has("indicator.unit." + std::string(indicator.unit))) << indicator.unit;
      EXPECT_TRUE(say.has("indicator.group." + std::string(indicator.group))) << indicator.group;
      codes.insert(indicator.code);
    }
  }
  EXPECT_EQ(codes.size(), indicators().size()) << "each code once";
  EXPECT_THAT(all_codes(), Contains("staff_specialist_fte"));
}

}  // namespace
}  // namespace metodica::coordination
