// States of libraries over time, posts, codes, the steps of a handover, the card.
#include "modules/coordination/network/network_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "modules/coordination/network/handover_rules.hpp"
#include "modules/coordination/network/vcard.hpp"

namespace metodica::coordination {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string message(Result<void> result) {
  return result ? std::string() : std::move(result).error().message;
}

StatusPeriod period(const char* state, Date from, Date to = {}, const char* reason = "") {
  StatusPeriod made;
  made.siruta = 57706;
  made.state = state;
  made.reason = reason;
  made.from = from;
  made.to = to;
  return made;
}

TEST(Status, ClosingNeedsAReasonAndMergingAPlace) {
  EXPECT_EQ(message(check_next_status({}, period("full_time", {2020, 1, 1}))), "");
  EXPECT_EQ(message(check_next_status({}, period("closed", {2020, 1, 1}))), "network.no_reason");
  StatusPeriod merged = period("merged", {2020, 1, 1}, {}, "hotărâre");
  EXPECT_EQ(message(check_next_status({}, merged)), "network.no_target");
  merged.merged_into = 57706;
  EXPECT_EQ(message(check_next_status({}, merged)), "network.no_target") << "into itself";
  merged.merged_into = 55008;
  EXPECT_EQ(message(check_next_status({}, merged)), "");
}

TEST(Status, ANewStateBeginsAfterTheLastOneAndOldDaysKeepTheirs) {
  const std::vector<StatusPeriod> known = {period("full_time", {1950, 1, 1}, {2018, 9, 30}),
                                           period("closed", {2018, 10, 1}, {}, "fără spațiu")};
  EXPECT_EQ(message(check_next_status(known, period("half_time", {2018, 10, 1}))),
            "network.status_before");
  EXPECT_EQ(message(check_next_status(known, period("half_time", {2018, 10, 2}))), "");
  ASSERT_NE(status_on(known, {2018, 9, 30}), nullptr);
  EXPECT_EQ(status_on(known, {2018, 9, 30})->state, "full_time");
  EXPECT_EQ(status_on(known, {2026, 1, 1})->state, "closed");
  EXPECT_EQ(status_on(known, {1949, 12, 31}), nullptr);
}

TEST(Posts, OnlyLastingAndHeldOnesMakeStaff) {
  StaffPost half;
  half.norm_percent = 50;
  half.person = 1;
  half.from = Date(2020, 1, 1);
  StaffPost vacant = half;
  vacant.person = 0;
  StaffPost ended = half;
  ended.to = Date(2026, 5, 31);
  EXPECT_EQ(staffed_percent({half, vacant, ended}, {2026, 6, 1}), 50);
  EXPECT_EQ(staffed_percent({half, vacant, ended}, {2026, 5, 31}), 100);
  EXPECT_EQ(staffed_percent({half}, {2019, 12, 31}), 0);
  half.retires_on = Date(2019, 1, 1);
  EXPECT_EQ(message(check_post(half)), "network.retires");
  ended.to = Date(2019, 1, 1);
  EXPECT_EQ(message(check_post(ended)), "network.post_ends");
}

TEST(Isil, HasTheShapeOfTheStandardOrIsEmpty) {
  for (const char* good : {"", "RO-CJ-57706", "RO-BJC", "oclc-x/y:z", "RO-1234567890123"})
    EXPECT_EQ(message(check_isil(good)), "") << good;
  for (const char* bad :
       {"RO", "RO-", "-57706", "ROMAN-1", "RO-Țaga", "RO-12345678901234", "RO-CJ 1", "R0-1"})
    EXPECT_EQ(message(check_isil(bad)), "network.isil") << bad;
}

TEST(Handover, StepsAreDueByTheTermOfTheDayOfLeaving) {
  const auto terms = terms_from_csv(
      "handover.notice,2000-01-01,0,0,-30,no,anunț\n"
      "handover.stocktaking,2000-01-01,0,0,0,yes,Legea 334/2002 art. 40 alin. (9)\n"
      "handover.induction,2000-01-01,0,0,90,no,curs\n"
      "handover.induction,2027-01-01,0,0,10,no,curs\n");
  const auto steps = steps_due(terms, {2026, 10, 1});
  ASSERT_EQ(steps.size(), handover_steps().size());
  EXPECT_EQ(steps[0].deadline, Date(2026, 9, 1));
  EXPECT_EQ(steps[1].step, "stocktaking");
  EXPECT_EQ(steps[1].deadline, Date(2026, 10, 1));
  EXPECT_EQ(steps[1].reference, "Legea 334/2002 art. 40 alin. (9)");
  EXPECT_EQ(steps.back().deadline, Date(2026, 12, 30));
}

TEST(Handover, ClosesWhenNothingWaitsOrNobodySucceeds) {
  auto steps = steps_due({}, {2026, 10, 1});
  EXPECT_EQ(message(check_closing(steps, true)), "handover.waits") << "the stocktaking waits";
  for (HandoverStep& step : steps) {
    if (step.step == "notice" || step.step == "stocktaking" || step.step == "minutes")
      step.done_on = Date(2026, 10, 1);
  }
  EXPECT_EQ(message(check_closing(steps, true)), "");
  EXPECT_EQ(message(check_closing(steps, false)), "handover.waits");
}

TEST(Card, EscapesAndFoldsBetweenCharacters) {
  LibraryCard card;
  card.name = "Biblioteca Comunală; „Ștefan, cel” din Țaga și ținuturile Câmpiei Transilvaniei";
  card.address = "Str. Principală nr. 1";
  card.place = "Țaga";
  card.note = "luni\nmarți";
  card.uid = "siruta-1";
  const std::string text = vcard_of(card);
  EXPECT_TRUE(text.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\n"));
  EXPECT_TRUE(text.ends_with("END:VCARD\r\n"));
  EXPECT_THAT(text, HasSubstr("ADR:;;Str. Principală nr. 1;Țaga;;;\r\n"));
  EXPECT_THAT(text, HasSubstr("NOTE:luni\\nmarți\r\n"));
  EXPECT_THAT(text, HasSubstr("Comunală\\; „Ștefan\\, cel”"));
  EXPECT_THAT(text, Not(HasSubstr("EMAIL")));
  EXPECT_THAT(text, Not(HasSubstr("RELATED")));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(line.size(), 76U) << "75 bytes and the carriage return";
    EXPECT_NE(static_cast<unsigned char>(line.front()) & 0xC0U, 0x80U) << "a broken character";
  }
}

TEST(Card, NamesPeopleOnlyWhenGiven) {
  LibraryCard card;
  card.name = "B";
  card.members = {"Ilie Marin"};
  EXPECT_THAT(vcard_of(card), HasSubstr("RELATED;TYPE=contact;VALUE=text:Ilie Marin\r\n"));
}

}  // namespace
}  // namespace metodica::coordination
