// Who may be proposed, and what the exit will hold; exit 1/2026 is 7.3 of the domain note on
// registers.

#include "modules/withdrawal/withdrawal_rules.hpp"

#include <gtest/gtest.h>

namespace metodica::withdrawal {
namespace {

constexpr Date today(2026, 5, 15);

Candidate old_copy() {
  Candidate candidate;
  candidate.known = true;
  candidate.withdrawable_from = Date(2007, 11, 2);
  return candidate;
}

TEST(WithdrawalRules, AnOldCopyMayBeProposed) {
  EXPECT_EQ(refusal("worn", old_copy(), today), "");
}

TEST(WithdrawalRules, SixMonthsBindWearOnly) {
  Candidate young = old_copy();
  young.withdrawable_from = Date(2026, 5, 16);
  EXPECT_EQ(refusal("worn", young, today), "too_young");
  EXPECT_EQ(refusal("obsolete", young, today), "too_young");
  EXPECT_EQ(refusal("missing", young, today), "");
  young.withdrawable_from = today;
  EXPECT_EQ(refusal("worn", young, today), "");
}

TEST(WithdrawalRules, HeritageIsNotWornOut) {
  Candidate heritage = old_copy();
  heritage.heritage = true;
  EXPECT_EQ(refusal("worn", heritage, today), "heritage");
  EXPECT_EQ(refusal("missing", heritage, today), "");
}

TEST(WithdrawalRules, ALentCopyIsNotWornOutButMayBeLost) {
  Candidate lent = old_copy();
  lent.on_loan = true;
  EXPECT_EQ(refusal("worn", lent, today), "on_loan");
  EXPECT_EQ(refusal("disaster", lent, today), "on_loan");
  EXPECT_EQ(refusal("lost_by_user", lent, today), "");
}

TEST(WithdrawalRules, WhatCannotBeNamedComesFirst) {
  EXPECT_EQ(refusal("worn", Candidate{}, today), "unknown");
  Candidate many;
  many.ambiguous = true;
  EXPECT_EQ(refusal("worn", many, today), "ambiguous");
  Candidate gone = old_copy();
  gone.gone = true;
  gone.on_loan = true;
  EXPECT_EQ(refusal("worn", gone, today), "gone");
  Candidate twice = gone;
  twice.listed_twice = true;
  EXPECT_EQ(refusal("worn", twice, today), "listed_twice");
  Candidate other = old_copy();
  other.in_proposal = true;
  EXPECT_EQ(refusal("missing", other, today), "in_proposal");
}

TEST(WithdrawalRules, TotalsOfTheWorkedExample) {
  Totals totals;
  totals.add("book", "ro", "82", Money::from_e4(30));
  totals.add("book", "ro", "82", Money::from_e4(1250));
  totals.add("book", "ro", "63", Money::from_e4(25000));
  totals.add("book", "hu", "82", Money::from_e4(47500));
  EXPECT_EQ(totals.whole.units, 4);
  EXPECT_EQ(totals.whole.value.exact(), "7.3780");
  EXPECT_EQ(totals.category.at("book").units, 4);
  EXPECT_EQ(totals.language.at("ro").units, 3);
  EXPECT_EQ(totals.language.at("hu").value.exact(), "4.7500");
  EXPECT_EQ(totals.content.at("82").units, 3);
  EXPECT_EQ(totals.content.at("63").units, 1);
}

}  // namespace
}  // namespace metodica::withdrawal
