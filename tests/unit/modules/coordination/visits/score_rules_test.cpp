// Who is due: each term by itself, its cap, and what is left out.
#include "modules/coordination/visits/score_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace metodica::coordination {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

constexpr Date today(2026, 6, 15);

std::vector<DatedTerm> terms() {
  return terms_from_csv(
      "code,valid_from,points,most,period,verified,reference\n"
      "visit.months,2000-01-01,2,24,0,no,practică\n"
      "visit.overdue,2000-01-01,5,20,0,no,practică\n"
      "visit.overdue,2026-07-01,9,90,0,no,practică nouă\n"
      "visit.new_librarian,2000-01-01,10,10,12,no,practică\n"
      "visit.requests,2000-01-01,2,10,90,no,practică\n"
      "visit.route,2000-01-01,3,6,30,no,practică\n"
      "visit.return_late,2000-01-01,8,8,0,yes,lege, cu virgulă\n");
}

DueFacts visited(Date day) {
  DueFacts facts;
  facts.last_visit = day;
  return facts;
}

std::vector<std::string> codes(const DueScore& score) {
  std::vector<std::string> all;
  for (const ScorePart& part : score.parts)
    all.push_back(part.code);
  return all;
}

TEST(Score, ALibraryNeverVisitedHasTheMostForItsMonths) {
  const DueScore score = due_score({}, terms(), today);
  EXPECT_EQ(score.points, 24);
  ASSERT_EQ(score.parts.size(), 1U);
  EXPECT_TRUE(score.parts.front().never);
}

TEST(Score, MonthsAreWholeOnesAndCapped) {
  EXPECT_EQ(due_score(visited({2026, 5, 16}), terms(), today).points, 0);
  EXPECT_EQ(due_score(visited({2026, 5, 15}), terms(), today).points, 2);
  EXPECT_EQ(due_score(visited({2025, 12, 20}), terms(), today).points, 10);
  EXPECT_EQ(due_score(visited({2019, 1, 1}), terms(), today).points, 24);
  EXPECT_EQ(months_between(Date(2026, 1, 31), Date(2026, 2, 28)), 1);
  EXPECT_EQ(months_between(Date(2026, 3, 1), Date(2026, 2, 1)), 0);
}

TEST(Score, OverdueMeasuresCountUpToTheirMost) {
  DueFacts facts = visited(today);
  facts.overdue = 3;
  EXPECT_EQ(due_score(facts, terms(), today).points, 15);
  facts.overdue = 9;
  EXPECT_EQ(due_score(facts, terms(), today).points, 20);
  EXPECT_EQ(due_score(facts, terms(), Date(2026, 7, 1)).points, 81)
      << "the weight that begins on that day holds";
}

TEST(Score, ALibrarianIsNewUntilVisitedOrAYearInThePost) {
  DueFacts facts = visited({2026, 1, 1});
  facts.new_librarian = Date(2026, 3, 1);
  EXPECT_THAT(codes(due_score(facts, terms(), today)), Contains("visit.new_librarian"));
  facts.last_visit = Date(2026, 3, 1);
  EXPECT_THAT(codes(due_score(facts, terms(), today)), Not(Contains("visit.new_librarian")));
  facts.last_visit = Date(2025, 1, 1);
  facts.new_librarian = Date(2025, 6, 14);
  EXPECT_THAT(codes(due_score(facts, terms(), today)), Not(Contains("visit.new_librarian")));
}

TEST(Score, TermsWithoutAnAnswerOrAWeightAreNamedAndNotCounted) {
  const DueScore none = due_score(visited(today), terms(), today);
  EXPECT_EQ(none.points, 0);
  EXPECT_THAT(none.unknown,
              ElementsAre("visit.return_late", "visit.growth", "visit.stock_check", "visit.route"));
  DueFacts facts = visited(today);
  facts.return_late = true;
  facts.growth_short = true;  // no weight among these terms
  facts.route_visits = 5;
  const DueScore some = due_score(facts, terms(), today);
  EXPECT_EQ(some.points, 8 + 6);
  EXPECT_THAT(some.unknown, ElementsAre("visit.growth", "visit.stock_check"));
  facts.return_late = false;
  EXPECT_EQ(due_score(facts, terms(), today).points, 6) << "in time is an answer and no point";
}

TEST(Score, PartsStandHighestFirst) {
  DueFacts facts;
  facts.requests = 4;
  facts.overdue = 2;
  EXPECT_THAT(codes(due_score(facts, terms(), today)),
              ElementsAre("visit.months", "visit.overdue", "visit.requests"));
}

TEST(Terms, AReferenceMayHoldCommasAndBadLinesAreLeftOut) {
  const auto all = terms();
  EXPECT_EQ(all.size(), 7U);
  EXPECT_EQ(all.back().reference, "lege, cu virgulă");
  EXPECT_TRUE(all.back().verified);
  EXPECT_TRUE(terms_from_csv("visit.months,2000-13-01,2,24,0,no,x\nvisit.months,x\n").empty());
}

TEST(Terms, OfTwoFromOneDayTheLaterHolds) {
  auto all = terms();
  all.push_back({"visit.overdue", Date(2000, 1, 1), 6, 30, 0, false, "hotărâre"});
  EXPECT_EQ(term_on(all, "visit.overdue", today).points, 6);
  EXPECT_EQ(term_on(all, "visit.overdue", Date(1999, 1, 1)).points, 0);
  EXPECT_EQ(term_on(all, "nothing", today).code, "nothing");
}

}  // namespace
}  // namespace metodica::coordination
