#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "json/base64.hpp"
#include "modules/coordination/training/mail_file.hpp"
#include "modules/coordination/training/telling_rules.hpp"
#include "modules/coordination/training/year_plan_rules.hpp"

namespace metodica::coordination {
namespace {

using testing::HasSubstr;

Gathering announced() {
  Gathering of;
  of.day = Date(2026, 6, 9);
  of.starts = "10:00";
  of.ends = "13:00";
  of.state = "announced";
  return of;
}

TEST(Telling, RemindersAreDueInTheLastWeek) {
  EXPECT_TRUE(is_reminder_due(announced(), Date(2026, 6, 2)));
  EXPECT_TRUE(is_reminder_due(announced(), Date(2026, 6, 9)));
  EXPECT_FALSE(is_reminder_due(announced(), Date(2026, 6, 1)));
  EXPECT_FALSE(is_reminder_due(announced(), Date(2026, 6, 10)));
  Gathering held = announced();
  held.state = "held";
  EXPECT_FALSE(is_reminder_due(held, Date(2026, 6, 9)));
}

TEST(Telling, OnlyWhatGuestsMustKnowIsAMove) {
  Gathering other = announced();
  other.title = "Alt titlu";
  other.capacity = 7;
  EXPECT_FALSE(is_moved(announced(), other));
  other.starts = "11:00";
  EXPECT_TRUE(is_moved(announced(), other));
  other = announced();
  other.passcode = "7";
  EXPECT_TRUE(is_moved(announced(), other));
}

TEST(Telling, CodesOfBadgesGoOutAndComeBack) {
  EXPECT_EQ(door_code(3, 12), "G3-12");
  const auto code = read_door_code("g3-12");
  ASSERT_TRUE(code);
  EXPECT_EQ(code->gathering, 3);
  EXPECT_EQ(code->person, 12);
  for (const char* wrong : {"", "G", "G3", "G3-", "G-12", "3-12", "G3-12x", "G3-0", "G-3-12"})
    EXPECT_FALSE(read_door_code(wrong)) << wrong;
}

TEST(Mail, IsADraftThatMailProgramsRead) {
  const std::string mail = mail_file({{"ana@example.ro", "b@example.ro\r\nX: y"},
                                      "Vă așteptăm: Circuitul cărții, achiziția și "
                                      "prelucrarea documentelor",
                                      "Bună ziua,\nȘtefan"});
  EXPECT_THAT(mail, HasSubstr("X-Unsent: 1\r\n"));
  EXPECT_THAT(mail, HasSubstr("Bcc: ana@example.ro,\r\n b@example.roX: y\r\n"))
      << "no header of a guest's own";
  EXPECT_THAT(mail, HasSubstr(base64_encoded("Bună ziua,\r\nȘtefan\r\n")));
  std::istringstream lines(mail);
  std::string subject;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(line.size(), 78U) << line;
    const std::size_t from = line.find("=?UTF-8?B?");
    if (from == std::string::npos)
      continue;
    const std::string coded = line.substr(from + 10, line.find("?=", from) - from - 10);
    EXPECT_TRUE(base64_decoded(coded));
    subject += base64_decoded(coded).value_or("");
  }
  EXPECT_EQ(subject, "Vă așteptăm: Circuitul cărții, achiziția și prelucrarea documentelor");
}

TEST(YearPlan, DaysFollowFromTheirRules) {
  PlannedKind third_wednesday;
  third_wednesday.month = 3;
  third_wednesday.weekday = 3;
  third_wednesday.week = 3;
  EXPECT_EQ(day_of(2026, third_wednesday), Date(2026, 3, 18));
  EXPECT_EQ(day_of(2028, third_wednesday), Date(2028, 3, 15));
  PlannedKind first_sunday;
  first_sunday.month = 2;
  first_sunday.weekday = 7;
  first_sunday.week = 1;
  EXPECT_EQ(day_of(2026, first_sunday), Date(2026, 2, 1));
}

TEST(YearPlan, TheFileOfTheProgramHasTheWholeYear) {
  std::ifstream in(METODICA_SOURCE_DIR "/plugin/src/modules/coordination/data/year-plan.csv");
  std::stringstream text;
  text << in.rdbuf();
  const auto plan = year_plan(text.str());
  ASSERT_EQ(plan.size(), 8U);
  EXPECT_EQ(plan.front().kind, "annual");
  EXPECT_EQ(plan.front().month, 3);
  EXPECT_TRUE(plan.back().each_centre);
  EXPECT_EQ(plan.back().month, 11);
  for (const PlannedKind& one : plan) {
    EXPECT_THAT(gathering_kinds(), testing::Contains(one.kind));
    EXPECT_THAT(gathering_topics(), testing::Contains(one.topic));
    EXPECT_THAT(gathering_modes(), testing::Contains(one.mode));
    EXPECT_LT(minutes_of_day(one.starts), minutes_of_day(one.ends));
  }
}

}  // namespace
}  // namespace metodica::coordination
