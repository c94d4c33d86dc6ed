#include "modules/coordination/distribution/share_rules.hpp"

#include <gtest/gtest.h>

namespace metodica::coordination {
namespace {

ShareTitle title(std::int64_t number, std::int64_t copies, std::int64_t bani) {
  ShareTitle of;
  of.number = number;
  of.title = "T" + std::to_string(number);
  of.copies = copies;
  of.price = Money::from_bani(bani);
  return of;
}

ShareRecipient recipient(std::int64_t unit, std::int64_t budget_bani = 0) {
  return {unit, "B" + std::to_string(unit), "", Money::from_bani(budget_bani)};
}

TEST(ShareOut, WishesAreServedInTheSameMeasure) {
  const Allocation wishes = {{{1, 10}, 6}, {{1, 20}, 3}};
  const Allocation given = share_out({title(1, 6, 1000)}, {recipient(10), recipient(20)}, wishes);
  EXPECT_EQ(copies_of(given, 1, 10), 4);
  EXPECT_EQ(copies_of(given, 1, 20), 2);
}

TEST(ShareOut, NobodyGetsMoreThanWishedAndTheRestIsReserve) {
  const Allocation wishes = {{{1, 10}, 2}};
  const auto titles = std::vector{title(1, 6, 1000)};
  const Allocation given = share_out(titles, {recipient(10), recipient(20)}, wishes);
  EXPECT_EQ(copies_of(given, 1, 10), 2);
  EXPECT_EQ(copies_of(given, 1, 20), 0);
  EXPECT_EQ(reserve_of(titles[0], given), 4);
}

TEST(ShareOut, WhatNobodyWishedGoesRound) {
  const auto titles = std::vector{title(1, 5, 1000)};
  const Allocation given = share_out(titles, {recipient(10), recipient(20), recipient(30)}, {});
  EXPECT_EQ(copies_of(given, 1, 10), 2);
  EXPECT_EQ(copies_of(given, 1, 20), 2);
  EXPECT_EQ(copies_of(given, 1, 30), 1);
  EXPECT_EQ(reserve_of(titles[0], given), 0);
}

TEST(ShareOut, NoBudgetIsPassed) {
  const auto titles = std::vector{title(1, 10, 1999), title(2, 10, 501)};
  const auto recipients = std::vector{recipient(10, 5000), recipient(20)};
  const Allocation given = share_out(titles, recipients, {{{1, 10}, 10}});
  EXPECT_EQ(copies_of(given, 1, 10), 2) << "a third would cost 59,97";
  EXPECT_LE(sum_of(titles, given, 10).value, Money::from_bani(5000));
  EXPECT_TRUE(check_allocation(titles, recipients, given));
}

// Whatever the wishes: copies and values add up to the whole, to the ban.
TEST(ShareOut, EverythingBalances) {
  std::vector<ShareTitle> titles;
  std::vector<ShareRecipient> recipients;
  Allocation wishes;
  for (std::int64_t t = 1; t <= 40; ++t)
    titles.push_back(title(t, 7 + t % 13, 999 + 37 * t));
  for (std::int64_t u = 1; u <= 81; ++u) {
    recipients.push_back(recipient(u, u % 5 == 0 ? 0 : 10000 + 100 * u));
    for (std::int64_t t = 1; t <= 40; ++t) {
      if ((u * 7 + t * 3) % 11 == 0)
        wishes[{t, u}] = 1 + (u + t) % 4;
    }
  }
  const Allocation given = share_out(titles, recipients, wishes);
  EXPECT_TRUE(check_allocation(titles, recipients, given));
  std::int64_t whole = 0, reserve = 0, values = 0;
  for (const ShareTitle& of : titles) {
    whole += of.price.e4() * of.copies;
    reserve += of.price.e4() * reserve_of(of, given);
    EXPECT_GE(reserve_of(of, given), 0);
  }
  for (const ShareRecipient& one : recipients)
    values += sum_of(titles, given, one.unit).value.e4();
  EXPECT_EQ(values + reserve, whole);
  EXPECT_EQ(given, share_out(titles, recipients, wishes)) << "the same input, the same table";
}

TEST(CheckAllocation, SaysWhatIsWrong) {
  const auto titles = std::vector{title(1, 3, 1000)};
  const auto many = check_allocation(titles, {recipient(10)}, {{{1, 10}, 4}});
  ASSERT_FALSE(many);
  EXPECT_EQ(many.error().message, "share.too_many");
  const auto dear = check_allocation(titles, {recipient(10, 2000)}, {{{1, 10}, 3}});
  ASSERT_FALSE(dear);
  EXPECT_EQ(dear.error().message, "share.over_budget");
}

TEST(NoteNumber, IsOfYearCampaignAndPlace) {
  EXPECT_EQ(note_number(2026, 3, 11), "2026-3/12");
}

}  // namespace
}  // namespace metodica::coordination
