// Visits and what may follow a measure.
#include "modules/coordination/visits/visit_rules.hpp"

#include <gtest/gtest.h>

namespace metodica::coordination {
namespace {

constexpr Date today(2026, 6, 15);

Visit held() {
  Visit visit;
  visit.day = today;
  visit.state = "held";
  visit.purposes = {"records"};
  visit.findings = "Registrele sunt la zi.";
  return visit;
}

template <class T>
std::string message(const Result<T>& result) {
  return result ? std::string() : result.error().message;
}
template <class T>
std::string message(Result<T>&& result) {
  return result ? std::string() : std::move(result).error().message;
}

TEST(VisitRules, AHeldVisitHasAPurposeADayAndFindings) {
  EXPECT_EQ(message(check_visit(held(), today)), "");
  Visit visit = held();
  visit.purposes.clear();
  EXPECT_EQ(message(check_visit(visit, today)), "visit.no_purpose");
  visit = held();
  visit.day = today.plus_days(1);
  EXPECT_EQ(message(check_visit(visit, today)), "visit.future");
  visit.state = "planned";
  EXPECT_EQ(message(check_visit(visit, today)), "");
  visit = held();
  visit.findings.clear();
  EXPECT_EQ(message(check_visit(visit, today)), "visit.no_findings");
}

TEST(VisitRules, WhatWasSignedStays) {
  EXPECT_TRUE(visit_may_become("planned", "held"));
  EXPECT_TRUE(visit_may_become("planned", "cancelled"));
  EXPECT_TRUE(visit_may_become("held", "signed"));
  EXPECT_FALSE(visit_may_become("planned", "signed"));
  EXPECT_FALSE(visit_may_become("held", "cancelled"));
  EXPECT_FALSE(visit_may_become("signed", "held"));
}

Measure open_measure() {
  Measure measure;
  measure.deadline = Date(2026, 6, 1);
  return measure;
}

TEST(MeasureRules, IsDoneWithoutAReasonAndDroppedWithOne) {
  auto done = measure_after(open_measure(), {"done", today, {}, ""}, today);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->state, "done");
  EXPECT_EQ(done->ended_on, today);
  EXPECT_EQ(message(measure_after(open_measure(), {"dropped", today, {}, ""}, today)),
            "measure.no_reason");
  auto dropped = measure_after(open_measure(), {"dropped", today, {}, "fără fonduri"}, today);
  ASSERT_TRUE(dropped);
  EXPECT_EQ(dropped->state, "dropped");
  EXPECT_EQ(message(measure_after(*done, {"done", today, {}, ""}, today)), "measure.closed");
}

TEST(MeasureRules, IsProlongedToALaterDayWithAReason) {
  const auto prolong = [](Date deadline, const char* reason) {
    return measure_after(open_measure(), {"prolonged", today, deadline, reason}, today);
  };
  EXPECT_EQ(message(prolong(Date(2026, 9, 1), "")), "measure.no_reason");
  EXPECT_EQ(message(prolong({}, "boală")), "measure.no_deadline");
  EXPECT_EQ(message(prolong(Date(2026, 6, 1), "boală")), "measure.not_later");
  const auto after = prolong(Date(2026, 6, 2), "boală");
  ASSERT_TRUE(after);
  EXPECT_EQ(after->deadline, Date(2026, 6, 2));
  EXPECT_EQ(after->state, "open");
  EXPECT_TRUE(after->ended_on.none());
}

TEST(MeasureRules, NothingIsNotedForTomorrow) {
  EXPECT_EQ(message(measure_after(open_measure(), {"done", today.plus_days(1), {}, ""}, today)),
            "measure.future");
}

TEST(VisitRules, PeopleAreNameAndOffice) {
  const auto person = read_met_person("  Kovács  Péter ;bibliotecar ");
  ASSERT_TRUE(person);
  EXPECT_EQ(person->name, "Kovács  Péter");
  EXPECT_EQ(person->role, "bibliotecar");
  EXPECT_EQ(message(read_met_person("; primar")), "visit.person");
  EXPECT_EQ(message(read_met_person(std::string(121, 'a'))), "visit.person");
  EXPECT_EQ(read_met_person("\u015etefan")->name, "Ștefan") << "cedilla letters become ours";
}

}  // namespace
}  // namespace metodica::coordination
