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

// The hub judges by its own clock; what a node writes is dated by the node.
TEST(Clocks, FarFromTheHubsHarmNothing) {
  constexpr std::int64_t year_ms = 365LL * 24 * 3600 * 1000;
  for (const std::int64_t skew_ms : {year_ms, -year_ms / 4}) {
    County county(5, 1, skew_ms);
    for (int i = 0; i < 6; ++i)
      county.work_at(0);
    EXPECT_EQ(county.sync(0), "") << skew_ms;
    EXPECT_EQ(county.difference(0), "") << skew_ms;
    const Json state = county.hub().call("hub.state", Json::object(), {}, true);
    const std::string contact =
        state["nodes"].items()[0]["libraries"].items()[0]["contact_at"].text();
    EXPECT_EQ(contact.substr(0, 7), "2026-05") << "the hub's own time";
  }
}

class Credentials : public Faults {
 protected:
  static constexpr std::int64_t hour_ms = 3600LL * 1000;

  std::string code_of(const std::string& library) {
    return county_.hub()
        .call("hub.code", Json::object({{"name", "Comuna"}, {"libraries", Json::array({library})}}),
              {}, true)["code"]
        .text();
  }
  std::string enrol(const std::string& code, char letter) {
    return county_.hub()
        .call("hub.enrol",
              Json::object({{"code", code}, {"token", std::string(64, letter)}}))["message"]
        .text();
  }
  std::string pull(char letter) {
    return county_.hub()
        .call("hub.pull",
              Json::object({{"token", std::string(64, letter)}, {"after", 0}}))["message"]
        .text();
  }
};

TEST_F(Credentials, ACodeIsGoodForADay) {
  const std::string code = code_of("64001");
  const std::string late = code_of("64002");
  county_.fate().now_ms += 24 * hour_ms - 1000;
  EXPECT_EQ(enrol(code, 'a'), "");
  county_.fate().now_ms += 2000;
  EXPECT_EQ(enrol(late, 'b'), "hub.code_refused");
}

TEST_F(Credentials, AnOldTokenEndsThreeDaysAfterTheChange) {
  ASSERT_EQ(enrol(code_of("64001"), 'a'), "");
  const Json changed = county_.hub().call(
      "hub.token",
      Json::object({{"token", std::string(64, 'a')}, {"new_token", std::string(64, 'b')}}));
  ASSERT_NE(changed["kind"].text(), "problem") << changed.dump();
  county_.fate().now_ms += 71 * hour_ms;
  EXPECT_EQ(pull('a'), "");
  county_.fate().now_ms += 2 * hour_ms;
  EXPECT_EQ(pull('a'), "hub.token_refused");
  EXPECT_EQ(pull('b'), "");
}

// The real error of the engine: what was applied before stays, nothing else, and it goes on later.
TEST_F(Faults, AFullDiskAtTheHubLosesNothing) {
  for (int i = 0; i < 12; ++i)
    county_.work_at(0);
  const std::string& library = county_.node(0).library();
  const auto limit = [&](const std::string& pages) {
    const auto done = county_.hub().app().database().write(
        {library, {library}}, [&](UnitOfWork& work) -> Result<void> {
          work.number("PRAGMA max_page_count = " + pages);
          return {};
        });
    ASSERT_TRUE(done) << done.error().message;
  };
  limit("1");  // the engine takes what the file has now
  EXPECT_EQ(county_.sync(0), "storage.disk_full");
  const std::string full = county_.hub().rows_of(library);
  EXPECT_NE(full, county_.node(0).rows_of(library));
  EXPECT_EQ(county_.sync(0), "storage.disk_full");
  limit("1073741823");
  EXPECT_EQ(county_.sync(0), "");
  EXPECT_EQ(county_.difference(0), "");
}

}  // namespace
}  // namespace metodica::sim
