#include "modules/coordination/training/gathering_rules.hpp"

#include <gtest/gtest.h>

#include "modules/coordination/training/attendance_csv.hpp"

namespace metodica::coordination {
namespace {

Gathering course() {
  Gathering of;
  of.title = "Circuitul cărții";
  of.kind = "course";
  of.day = Date(2026, 6, 9);
  of.starts = "10:00";
  of.ends = "13:30";
  of.mode = "in_person";
  of.place = "Biblioteca Județeană";
  return of;
}

std::string field_of(const Result<void>& result) {
  return result ? "" : result.error().field;
}

TEST(GatheringRules, TimesOfDay) {
  EXPECT_EQ(minutes_of_day("09:30"), 570);
  EXPECT_EQ(minutes_of_day("00:00"), 0);
  EXPECT_EQ(minutes_of_day("23:59"), 1439);
  for (const char* wrong : {"", "9:30", "24:00", "10:60", "10.30", "10:3a", "10:300"})
    EXPECT_EQ(minutes_of_day(wrong), -1) << wrong;
  EXPECT_EQ(length_of(course()), 210);
}

TEST(GatheringRules, FaultsAreAtTheirFields) {
  EXPECT_TRUE(check_gathering(course()));
  Gathering of = course();
  of.ends = "10:00";
  EXPECT_EQ(field_of(check_gathering(of)), "ends");
  of = course();
  of.starts = "mâine";
  EXPECT_EQ(field_of(check_gathering(of)), "starts");
  of = course();
  of.place.clear();
  EXPECT_EQ(field_of(check_gathering(of)), "place");
  of.mode = "online";
  EXPECT_EQ(field_of(check_gathering(of)), "link");
  of.link = "http://zoom.us/j/1";
  EXPECT_EQ(field_of(check_gathering(of)), "link");
  of.link = "https://zoom.us/j/1";
  EXPECT_TRUE(check_gathering(of));
}

TEST(GatheringRules, StatesFollowEachOther) {
  EXPECT_TRUE(may_follow("planned", "announced"));
  EXPECT_TRUE(may_follow("announced", "held"));
  EXPECT_TRUE(may_follow("planned", "cancelled"));
  EXPECT_FALSE(may_follow("planned", "held"));
  EXPECT_FALSE(may_follow("held", "cancelled"));
  EXPECT_FALSE(may_follow("cancelled", "announced"));
  EXPECT_FALSE(may_follow("held", "planned"));
}

TEST(GatheringRules, SeatsThenTheWaitingList) {
  EXPECT_EQ(seat_for(2, 1), "registered");
  EXPECT_EQ(seat_for(2, 2), "waiting");
  EXPECT_EQ(seat_for(0, 5000), "registered");
}

TEST(GatheringRules, PeopleAreTypedALine) {
  const auto whole = read_person(" Pop Ana ; Florești;ana@example.ro ");
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->name, "Pop Ana");
  EXPECT_EQ(whole->place, "Florești");
  EXPECT_EQ(whole->email, "ana@example.ro");
  const auto bare = read_person("Kovács Péter");
  ASSERT_TRUE(bare);
  EXPECT_EQ(bare->place, "");
  for (const char* wrong : {"", " ; Florești", "Pop Ana; Florești; ana", "Pop; a; b@c; d"})
    EXPECT_FALSE(read_person(wrong)) << wrong;
}

TEST(AttendanceCsv, LinesOfJoinsAreAddedUp) {
  const auto read = presences_from_csv(
      "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
      "Ana Pop (Biblioteca Florești),ana@example.ro,06/09/2026 10:00,06/09/2026 11:00,60,Yes\n"
      "Ana Pop (Biblioteca Florești),ana@example.ro,06/09/2026 11:05,06/09/2026 13:00,115,Yes\n"
      "ȘTEFAN Ilie,,06/09/2026 10:00,06/09/2026 13:00,180,Yes\n");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ(read->at(0).name, "Ana Pop");
  EXPECT_EQ(read->at(0).minutes, 175);
  EXPECT_EQ(read->at(1).name, "ȘTEFAN Ilie");
}

TEST(AttendanceCsv, LinesOfTheMeetingAboveAreSkipped) {
  const auto read = presences_from_csv(
      "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
      "123,Circuitul cărții,06/09/2026 10:00,06/09/2026 13:00,host@example.ro,180,2\n\n"
      "Name (Original Name),User Email,Total Duration (Minutes),Guest\n"
      "Ana Pop,ana@example.ro,175,Yes\n");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ(read->at(0).minutes, 175);
}

TEST(AttendanceCsv, JoinsBelowTheLinesOfTheMeeting) {
  const auto read = presences_from_csv(
      "\xEF\xBB\xBFTopic,ID,Host name,Duration (minutes),Start time,End time,Participants\n"
      "Circuitul cărții,123,Metodist,180,06/09/2026 10:00,06/09/2026 13:00,2\n\n"
      "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room\n"
      "Ana Pop,ana@example.ro,06/09/2026 09:50,06/09/2026 10:00,10,Yes,Yes\n"
      "Ana Pop,ana@example.ro,06/09/2026 10:00,06/09/2026 11:00,60,Yes,No\n"
      "Ana Pop,ana@example.ro,06/09/2026 11:05,06/09/2026 13:00,115,Yes,No\n");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ(read->at(0).email, "ana@example.ro");
  EXPECT_EQ(read->at(0).minutes, 175) << "the waiting room does not count";
}

TEST(AttendanceCsv, RomanianHeadersAndSemicolons) {
  const auto read =
      presences_from_csv("Nume (nume original);E-mail;Durata totală (minute)\nAna Pop;;175\n");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->at(0).minutes, 175);
}

TEST(AttendanceCsv, SaysWhatIsWrong) {
  const auto minutes = presences_from_csv("Name,Duration (Minutes)\nAna Pop,mult\n");
  ASSERT_FALSE(minutes);
  EXPECT_EQ(minutes.error().message, "gathering.csv_minutes");
  EXPECT_EQ(presences_from_csv("Name,Duration (Minutes)\n").error().message,
            "gathering.csv_nobody");
  EXPECT_EQ(presences_from_csv("a,b\n1,2\n").error().message, "exchange.csv_column_missing");
}

}  // namespace
}  // namespace metodica::coordination
