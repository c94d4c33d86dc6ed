// Faults by name: what each looks like to the node, and that nothing is lost on the way.

#include <gtest/gtest.h>

#include "sim/county.hpp"

namespace metodica::sim {
namespace {

class Faults : public testing::Test {
 protected:
  void SetUp() override {
    for (int i = 0; i < 3; ++i)
      county_.work_at(0);
    ASSERT_EQ(county_.sync(0), "");
  }
  [[nodiscard]] std::filesystem::path copy() { return county_.hub().folder() / "old.db"; }

  County county_{3, 2};
};

TEST_F(Faults, ADeadLineLosesNothing) {
  county_.weather(0).split = true;
  for (int i = 0; i < 4; ++i)
    county_.work_at(0);
  EXPECT_EQ(county_.sync(0), "http.unreachable");
  EXPECT_NE(county_.difference(0), "");
  EXPECT_EQ(county_.settle(), "");
  EXPECT_EQ(county_.difference(0), "");
}

TEST_F(Faults, ANodeFromAnOldBackupIsFoundBeforeItWrites) {
  county_.node(0).back_up(copy());
  for (int i = 0; i < 4; ++i)
    county_.work_at(0);
  ASSERT_EQ(county_.sync(0), "");
  county_.node(0).restore(copy());
  EXPECT_EQ(county_.sync(0), "sync.restored");
  EXPECT_NE(county_.work_at(0).find("sync.locked"), std::string::npos);
  EXPECT_EQ(county_.sync(0), "sync.restored");

  EXPECT_EQ(county_.recover(0), "");
  EXPECT_EQ(county_.difference(0), "");
  EXPECT_EQ(county_.node(0).faults_of(county_.node(0).library()), "");
  for (int i = 0; i < 4; ++i)
    EXPECT_EQ(county_.work_at(0).find("locked"), std::string::npos);
  EXPECT_EQ(county_.sync(0), "");
  EXPECT_EQ(county_.difference(0), "");
}

TEST_F(Faults, ANodeFromAnOldBackupThatWroteIsFound) {
  county_.node(0).back_up(copy());
  for (int i = 0; i < 4; ++i)
    county_.work_at(0);
  ASSERT_EQ(county_.sync(0), "");
  county_.node(0).restore(copy());
  for (int i = 0; i < 9; ++i)
    county_.work_at(0);
  EXPECT_EQ(county_.sync(0), "sync.restored");
  EXPECT_EQ(county_.recover(0), "sync.used_twice");
  // Nothing was changed, and nothing may be registered until somebody decides.
  EXPECT_NE(county_.work_at(0).find("sync.locked"), std::string::npos);
  const std::string ours = county_.node(0).rows_of(county_.node(0).library());

  const Json healed = county_.node(0).call(
      "hub.heal",
      Json::object({{"number", "3"}, {"dated", "2026-06-02"}, {"found_by", "Popescu Ana"}}));
  EXPECT_EQ(healed["kind"].text(), "screen") << healed.dump();
  EXPECT_NE(county_.node(0).rows_of(county_.node(0).library()), ours);
  EXPECT_EQ(county_.difference(0), "");
  EXPECT_EQ(county_.node(0).faults_of(county_.node(0).library()), "");
  EXPECT_EQ(county_.sync(0), "");

  // The registers are closed to deletions again, and numbers follow those of the hub.
  const std::string& library = county_.node(0).library();
  const auto removed = county_.node(0).app().database().write(
      {library, {library}}, [](UnitOfWork& work) -> Result<void> {
        work.execute("DELETE FROM movement_lot WHERE library = {library}");
        return {};
      });
  EXPECT_FALSE(removed);
  for (int i = 0; i < 4; ++i)
    EXPECT_EQ(county_.work_at(0).find("locked"), std::string::npos);
  EXPECT_EQ(county_.sync(0), "");
  EXPECT_EQ(county_.difference(0), "");
}

TEST_F(Faults, AHubFromAnOldBackupIsToldApart) {
  county_.hub().back_up(copy());
  for (int i = 0; i < 4; ++i)
    county_.work_at(0);
  ASSERT_EQ(county_.sync(0), "");
  county_.hub().restore(copy());
  EXPECT_EQ(county_.sync(0), "sync.hub_behind");
}

TEST_F(Faults, ARevokedNodeIsRefused) {
  county_.hub().call("hub.revoke", Json::object({{"node", "n1"}}), {}, true);
  EXPECT_EQ(county_.sync(0), "hub.token_refused");
}

TEST_F(Faults, AClockFarAheadHarmsNothing) {
  Place late(county_.fate(), county_.hub().folder() / "late", "70000", -400LL * 24 * 3600 * 1000);
  EXPECT_EQ(county_.settle(), "");
  EXPECT_EQ(county_.difference(0), "");
}

}  // namespace
}  // namespace metodica::sim
