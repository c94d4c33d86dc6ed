// The host's database and our journal know no common transaction: what a crash, a lost connection
// or a file that was exchanged leaves between them.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "branch_fixture.hpp"

namespace metodica::biblioteq {
namespace {

constexpr const char* nine = R"({"title":"book/12","barcode":"RO1000009"})";
constexpr const char* copies_of_ion = "SELECT COUNT(*) FROM book_copy_info WHERE item_oid = 12";
// As a crash behind the host's commit leaves the journal.
constexpr const char* crash = "INSERT INTO begun SELECT * FROM done; DELETE FROM done";

class Crash : public BranchTest {};
class CrashOfFile : public BranchTest {};
class CrashOfServer : public BranchTest {};

TEST_P(Crash, BehindTheCommitOfTheHostNothingIsDoneTwice) {
  opened();
  const auto made = create("c1", nine);
  const auto changed = change("k1", "RO1000009", R"({"note":"cadou"})");
  const auto removed = retire("r1", "RO1000003");
  const auto title = create_title("t1", R"({"title":"Carte nouă"})");
  in_journal(crash);
  opened();
  EXPECT_EQ(in_journal("SELECT COUNT(*) FROM begun"), "0");
  EXPECT_EQ(in_journal("SELECT COUNT(*) FROM done"), "4");
  EXPECT_EQ(create("c1", nine), made);
  EXPECT_EQ(change("k1", "RO1000009", R"({"note":"altul"})"), changed);
  EXPECT_EQ(retire("r1", "RO1000001"), removed);
  EXPECT_EQ(create_title("t1", R"({"title":"Carte nouă"})"), title);
  EXPECT_EQ(as_host(copies_of_ion), "3");
  EXPECT_EQ(as_host("SELECT notes FROM book_copy_info WHERE copyid = 'RO1000009'"), "cadou");
}

TEST_P(Crash, BeforeTheCommitOfTheHostItIsDoneLater) {
  opened();
  EXPECT_TRUE(create("c1", nine).is_done());
  EXPECT_TRUE(change("k1", "RO1000001", R"({"note":"cadou"})").is_done());
  in_journal(crash);
  as_host("DELETE FROM book_copy_info WHERE copyid = 'RO1000009'");
  as_host("UPDATE book_copy_info SET notes = '' WHERE copyid = 'RO1000001'");
  opened();
  EXPECT_EQ(in_journal("SELECT COUNT(*) FROM done"), "0");
  EXPECT_TRUE(create("c1", nine).is_done());
  EXPECT_EQ(as_host(copies_of_ion), "4");
  EXPECT_TRUE(change("k1", "RO1000001", R"({"note":"cadou"})").is_done());
  EXPECT_EQ(as_host("SELECT notes FROM book_copy_info WHERE copyid = 'RO1000001'"), "cadou");
}

// The answer to a commit was lost with the connection: settled in the same process, by its key.
TEST_P(Crash, WithoutANewStartTheKeySettles) {
  opened();
  const auto made = create("c1", nine);
  in_journal(crash);
  EXPECT_EQ(create("c1", nine), made);
  EXPECT_EQ(as_host(copies_of_ion), "4");
}

TEST_P(Crash, KilledAtAnyMomentNothingIsLostOrDoneTwice) {
  constexpr int copies = 12;
  const auto item = [](int number) {
    return R"({"title":"book/12","barcode":"K)" + std::to_string(number) + R"("})";
  };
  const auto all = [&] {
    for (int number = 0; number < copies; ++number) {
      EXPECT_TRUE(create("c" + std::to_string(number), item(number)).is_done()) << number;
    }
  };
  for (int before_kill = 1; before_kill < copies; before_kill += 4) {
    const pid_t child = ::fork();
    if (child == 0) {
      if (open()) {
        all();
      }
      ::pause();
    }
    const std::string enough =
        std::string(copies_of_ion) + " AND copyid = 'K" + std::to_string(before_kill) + "'";
    for (int tries = 0; tries < 2000 && as_host(enough) == "0"; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
  }
  opened();
  all();
  EXPECT_EQ(as_host(copies_of_ion), std::to_string(3 + copies));
  EXPECT_EQ(as_host("SELECT quantity FROM book WHERE myoid = 12"), std::to_string(3 + copies));
  EXPECT_EQ(in_journal("SELECT COUNT(*) FROM begun"), "0");
}

// Users copy the file as backup and bring it back: what is written into the old one would be lost.
TEST_P(CrashOfFile, AFileThatWasExchangedIsOpenedAgain) {
  opened();
  std::filesystem::rename(folder_ / "branch.db", folder_ / "away.db");
  const auto lost = host().holdings_write->create(context("c1"), {*Json::parse(nine)});
  ASSERT_FALSE(lost);
  EXPECT_EQ(lost.error().status, METODICA_UNREACHABLE);
  std::filesystem::copy_file(folder_ / "away.db", folder_ / "branch.db");
  EXPECT_TRUE(create("c1", nine).is_done());
  EXPECT_EQ(as_host(copies_of_ion), "4");
}

TEST_P(CrashOfServer, AServerThatClosedTheConnectionIsAskedAgain) {
  opened();
  as_host(
      "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity"
      " WHERE datname = current_database() AND pid <> pg_backend_pid()");
  const auto lost = host().holdings_write->create(context("c1"), {*Json::parse(nine)});
  ASSERT_FALSE(lost);
  EXPECT_EQ(lost.error().status, METODICA_UNREACHABLE);
  EXPECT_TRUE(create("c1", nine).is_done());
  EXPECT_EQ(as_host(copies_of_ion), "4");
}

std::string engine_name(const testing::TestParamInfo<Engine>& tested) {
  return tested.param == Engine::sqlite ? "sqlite" : "postgresql";
}

INSTANTIATE_TEST_SUITE_P(Engines, Crash, testing::Values(Engine::sqlite, Engine::postgresql),
                         engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, CrashOfFile, testing::Values(Engine::sqlite), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, CrashOfServer, testing::Values(Engine::postgresql), engine_name);

}  // namespace
}  // namespace metodica::biblioteq
