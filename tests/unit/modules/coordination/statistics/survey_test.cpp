// The form that is shipped, and each of its rules broken by itself.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modules/coordination/statistics/survey_data.hpp"
#include "modules/coordination/statistics/survey_rules.hpp"

namespace metodica::coordination {
namespace {

using testing::HasSubstr;
using testing::UnorderedElementsAre;

const Survey& shipped() {
  return *shipped_surveys().front();
}

// A commune of 2,000 inhabitants in which everything fits.
Compared sound() {
  Compared with;
  const auto set = [&](const char* code, std::int64_t now, std::int64_t last) {
    with.now[code] = YearFigure::whole(now);
    with.last[code] = YearFigure::whole(last);
  };
  for (const SurveyChapter& chapter : shipped().chapters) {
    for (const SurveyItem& item : chapter.items)
      set(item.code.c_str(), 0, 0);
  }
  set("population", 2000, 2010);
  set("service_points", 1, 1);
  set("open_days", 240, 241);
  set("weekly_hours", 40, 40);
  set("internet", 1, 1);
  set("stock_start", 5000, 4950);
  set("additions", 100, 90);
  set("additions_bought", 70, 60);
  set("additions_donated", 30, 30);
  set("titles", 80, 75);
  set("withdrawals", 50, 40);
  set("stock_end", 5050, 5000);
  set("stock_books", 5000, 4950);
  set("stock_serials", 50, 50);
  set("stock_catalogued", 3000, 2500);
  set("users_registered", 300, 310);
  set("users_new", 40, 35);
  set("users_active", 200, 205);
  set("users_children", 90, 95);
  set("visits", 2500, 2600);
  set("loans", 3000, 3100);
  set("in_house", 400, 390);
  set("questions", 100, 95);
  set("events", 20, 22);
  set("event_participants", 300, 310);
  set("staff_persons", 1, 1);
  set("staff_fte", 1, 1);
  set("staff_specialist_fte", 1, 1);
  set("expenditure", 61000, 60000);
  set("expenditure_staff", 50000, 49000);
  set("expenditure_acquisitions", 6000, 6100);
  set("expenditure_training", 1000, 900);
  set("expenditure_other", 4000, 4000);
  with.official["population"] = YearFigure::whole(2000);
  with.registers["stock_end"] = YearFigure::whole(5050);
  return with;
}

std::vector<std::string> broken(const Compared& with) {
  std::vector<std::string> keys;
  for (const ReturnFinding& finding : findings(shipped(), with))
    keys.push_back(finding.key);
  return keys;
}

TEST(Survey, ASoundReturnHasNothingToSay) {
  EXPECT_EQ(broken(sound()), std::vector<std::string>());
}

struct Break {
  const char* code;
  std::int64_t value;
  const char* rule;
};

class BrokenRule : public testing::TestWithParam<Break> {};

TEST_P(BrokenRule, IsNamed) {
  Compared with = sound();
  with.now[GetParam().code] = YearFigure::whole(GetParam().value);
  EXPECT_THAT(broken(with), testing::Contains(GetParam().rule));
  for (const ReturnFinding& finding : findings(shipped(), with)) {
    for (const char* lang : {"ro", "en", "hu"}) {
      const std::string said = sentence(shipped(), finding, with, lang);
      EXPECT_FALSE(said.empty());
      EXPECT_EQ(said.find('{'), std::string::npos) << said;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Each, BrokenRule,
    testing::Values(
        Break{"withdrawals", 51, "stock_balance"}, Break{"stock_start", 4990, "stock_continues"},
        Break{"users_active", 301, "active_registered"},
        Break{"additions_bought", 71, "parts_additions"}, Break{"stock_books", 4999, "parts_stock"},
        Break{"expenditure_other", 4001, "parts_expenditure"},
        Break{"titles", 101, "titles_additions"},
        Break{"stock_catalogued", 5051, "catalogued_stock"},
        Break{"staff_specialist_fte", 2, "specialists"},
        Break{"users_children", 201, "children_active"},
        Break{"stock_end", 0, "loans_without_stock"}, Break{"visits", 149, "few_visits"},
        Break{"loans", 99, "loans_per_user"}, Break{"loans", 12001, "loans_per_user"},
        Break{"loans", 4100, "changed_much/loans"}, Break{"loans", 3100, "same_as_last/loans"},
        Break{"staff_fte", 0, "open_without_staff"},
        Break{"population", 1999, "population_differs"},
        Break{"stock_end", 5051, "register_differs"}),
    [](const auto& test) {
      return std::string(test.param.rule).substr(0, std::string(test.param.rule).find('/')) + "_" +
             std::to_string(test.index);
    });

TEST(Survey, WhatWasNotSaidIsNamed) {
  Compared with = sound();
  with.now.erase("visits");
  EXPECT_THAT(broken(with), UnorderedElementsAre("unanswered/visits", "empty_now/visits"));
  with.now["visits"] = YearFigure::none(FigureKind::not_counted);
  EXPECT_THAT(broken(with), UnorderedElementsAre("empty_now/visits")) << "not counted is an answer";
}

TEST(Survey, WhatIsNewIsAskedFor) {
  Compared with = sound();
  with.last["questions"] = YearFigure::none(FigureKind::not_counted);
  EXPECT_THAT(broken(with), UnorderedElementsAre("filled_now/questions"));
}

TEST(Survey, AdditionsWithoutMoneyOrDonations) {
  Compared with = sound();
  with.now["additions_bought"] = YearFigure::whole(100);
  with.now["additions_donated"] = YearFigure::whole(0);
  with.now["expenditure_acquisitions"] = YearFigure::whole(0);
  with.now["expenditure_other"] = YearFigure::whole(10000);
  EXPECT_THAT(broken(with), testing::Contains("additions_unpaid"));
}

TEST(Survey, ARuleIsToldWithoutFigures) {
  EXPECT_EQ(general_sentence(*shipped().rule("active_registered"), "ro"),
            "Utilizatorii activi sunt mai mulți decât cei înscriși.");
  EXPECT_EQ(general_sentence(*shipped().rule("parts_expenditure"), "en"),
            "The kinds of expenditure do not add up to the total.");
  EXPECT_EQ(general_sentence(*shipped().rule("unanswered"), "ro"), "Rubrica „…” nu are răspuns.");
}

TEST(Survey, TheFirstYearHasNoLastOne) {
  Compared with = sound();
  with.last.clear();
  EXPECT_EQ(broken(with), std::vector<std::string>());
}

TEST(Survey, FiguresAreReadAsTheyAreWritten) {
  const SurveyItem& visits = *shipped().item("visits");
  const SurveyItem& area = *shipped().item("area_m2");
  const SurveyItem& internet = *shipped().item("internet");
  EXPECT_EQ(*typed_figure(visits, "1.250"), 1250 * YearFigure::one);
  EXPECT_EQ(*typed_figure(visits, "1 250 000"), 1'250'000 * YearFigure::one);
  EXPECT_EQ(*typed_figure(area, "85,5"), 85'5000);
  EXPECT_EQ(typed_figure(visits, "12,5").error().message, "survey.whole");
  EXPECT_EQ(typed_figure(visits, "-3").error().message, "survey.negative");
  EXPECT_EQ(typed_figure(visits, "multe").error().message, "survey.value");
  EXPECT_EQ(typed_figure(visits, "9999999999999").error().message, "survey.too_large");
  EXPECT_EQ(typed_figure(internet, "2").error().message, "survey.too_large");
  for (const char* lang : {"ro", "en", "hu"}) {
    const YearFigure figure = YearFigure::decimal(1234'5000);
    EXPECT_EQ(*typed_figure(area, typed_text(figure, ItemType::decimal, lang)), figure.e4) << lang;
  }
}

TEST(Survey, TheShippedFormIsMarkedUnverifiedAndWorded) {
  EXPECT_FALSE(shipped().verified);
  for (const SurveyChapter& chapter : shipped().chapters) {
    for (const SurveyItem& item : chapter.items) {
      EXPECT_FALSE(item.label.en.empty()) << item.code;
      EXPECT_FALSE(item.label.hu.empty()) << item.code;
    }
  }
}

std::string fault(const char* json) {
  const auto read = survey_from(json);
  return read ? "none" : read.error().message;
}

TEST(Survey, ABrokenFormIsRefused) {
  EXPECT_EQ(fault("[]"), "survey.form");
  EXPECT_EQ(fault("{"), "json.syntax");
  const char* item = R"({"name":"a","title":"A","chapters":[{"code":"c","title":"C",
      "items":[{"code":"visits","label":"Vizite"}]}],"rules":[{"code":"r","text":"t",
      "breaks":"visits > last.visits"}]})";
  EXPECT_EQ(fault(item), "none");
  EXPECT_EQ(fault(R"({"name":"a","title":"A","chapters":[{"code":"c","title":"C",
      "items":[{"code":"visits","label":"V"},{"code":"visits","label":"V"}]}]})"),
            "survey.form");
  EXPECT_EQ(fault(R"({"name":"a","title":"A","chapters":[{"code":"c","title":"C",
      "items":[{"code":"visits","label":"V"}]}],"rules":[{"code":"r","text":"t",
      "breaks":"visits >"}]})"),
            "survey.expression");
  EXPECT_EQ(fault(R"({"name":"a","title":"A","chapters":[{"code":"c","title":"C",
      "items":[{"code":"visits","label":"V"}]}],"rules":[{"code":"r","text":"t",
      "breaks":"loans > 1"}]})"),
            "survey.form")
      << "a rule about an item that is not there";
}

}  // namespace
}  // namespace metodica::coordination
