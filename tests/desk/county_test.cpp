// A hub on PostgreSQL and three nodes as real processes over TLS on loopback: programs are killed
// in the middle, and in the end the county has what the nodes have.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <thread>

#include "desk_process.hpp"
#include "support/needed.hpp"
#include "support/postgres_cluster.hpp"

namespace metodica::desk::test {
namespace {

namespace fs = std::filesystem;
using metodica::test::PostgresCluster;

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// A certificate that names this machine's loopback address and vouches for itself.
void make_certificate(const fs::path& folder, const std::string& name) {
  const std::string stem = (folder / name).string();
  const std::string command =
      "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=hub "
      "-addext subjectAltName=IP:127.0.0.1 -keyout " +
      stem + ".key -out " + stem + ".pem 2>/dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0);
  fs::permissions(stem + ".key", fs::perms::owner_read | fs::perms::owner_write);
}

std::string reception(int number) {
  return R"({"do":"acquisition.receive","key":"r)" + std::to_string(number) +
         R"(","args":{"source":"donation","partner":"Donator","act":{"kind":)"
         R"("donation_minutes","number":")" +
         std::to_string(number) +
         R"(","date":"2026-01-02"},"lines":[{"title":"Baltagul","author":"Sadoveanu, Mihail",)"
         R"("language":"ro","udc":"821.135.1-31","register":"carti","copies":40,)"
         R"("unit_value":"12.5000"}]}})";
}

class CountyOfProcesses : public testing::Test {
 protected:
  void SetUp() override {
    if (PostgresCluster::programs().empty())
      METODICA_MISSING("the PostgreSQL server program is not installed");
    make_certificate(hub_.folder(), "hub");
    make_certificate(hub_.folder(), "stranger");
    write_file(hub_.folder() / "connection", PostgresCluster::instance().connection() + "\n");
    fs::permissions(hub_.folder() / "connection", fs::perms::owner_read | fs::perms::owner_write);
    std::string ini = read_file(hub_.ini());
    const std::size_t engine = ini.find("engine = ");
    ini.replace(engine, ini.find("lang = ") - engine,
                "engine = postgresql\nconnection_file = connection\nschema = " +
                    std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) +
                    "\n");
    write_file(hub_.ini(), ini + "tls_certificate = hub.pem\ntls_key = hub.key\n");
    const Ended made = hub_.command({"hub", "init"});
    ASSERT_EQ(made.status, 0) << made.err;
    serve();
    for (int i = 0; i < 3; ++i)
      furnish(i);
  }

  void serve() { serving_ = std::make_unique<Serving>(hub_); }
  void pull_the_plug() { serving_->stop(SIGKILL); }

  void furnish(int i) {
    Installation& node = nodes_[i];
    std::string ini = read_file(node.ini());
    replace_all(ini, "CJ001", library(i));
    write_file(node.ini(), ini + "[hub]\nurl = https://127.0.0.1:" + std::to_string(hub_.port()) +
                               "\nca_file = " + (hub_.folder() / "hub.pem").string() + "\n");
    const Ended opened = node.command(
        {"call", R"({"do":"registers.open","key":"open","args":{"opened_on":"2026-01-01",)"
                 R"("registers":[{"code":"carti","name":"Cărți","category":"book"}]}})"});
    ASSERT_EQ(opened.status, 0) << opened.out << opened.err;
    ASSERT_EQ(node.command({"call", reception(1)}).status, 0);
  }

  Ended enrol(int i) {
    const Ended made = hub_.command({"hub", "code", "Comuna " + std::to_string(i), library(i)});
    EXPECT_EQ(made.status, 0) << made.err;
    return nodes_[i].command({"sync", "--enrol", made.out.substr(made.out.find("Code: ") + 6, 19)});
  }

  // Begins an exchange and ends it with kill -9 after some milliseconds.
  void kill_sync(int i, int ms) {
    const std::string ini = nodes_[i].ini();
    const pid_t process = ::fork();
    if (process == 0) {
      ::execl(METODICA_PROGRAM, METODICA_PROGRAM, "sync", "--config", ini.c_str(), nullptr);
      ::_exit(127);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
  }

  // As a restarted server does to everybody who is connected.
  static void cut_connections() {
    const std::string command =
        (PostgresCluster::programs() / "psql").string() + " -q -t -d '" +
        PostgresCluster::instance().connection() +
        "' -c 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> "
        "pg_backend_pid() AND datname = current_database()' > /dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0);
  }

  static std::string library(int i) { return "6000" + std::to_string(i); }
  std::string register_at(const Installation& where, int i) {
    return where
        .command({"call", R"({"do":"registers.rmf","as":{"user":"x","library":")" + library(i) +
                              R"(","roles":["methodologist"]},"args":{"year":2026,"part":1}})"})
        .out;
  }

  Installation hub_;
  Installation nodes_[3];
  std::unique_ptr<Serving> serving_;
};

TEST_F(CountyOfProcesses, SurvivesAPulledPlug) {
  for (int i = 0; i < 3; ++i) {
    const Ended enrolled = enrol(i);
    ASSERT_EQ(enrolled.status, 0) << enrolled.err << enrolled.out;
  }
  for (int round = 2; round < 5; ++round) {
    const int i = round % 3;
    ASSERT_EQ(nodes_[i].command({"call", reception(round)}).status, 0);
    kill_sync(i, 40 * round);
    std::thread plug([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(150 * round));
      pull_the_plug();
      serve();
    });
    const Ended done = nodes_[i].command({"sync"});
    plug.join();
    EXPECT_EQ(done.status, 0) << done.err;
  }
  for (int i = 0; i < 3; ++i) {
    const Ended last = nodes_[i].command({"sync"});
    ASSERT_EQ(last.status, 0) << last.err;
    const std::string here = register_at(nodes_[i], i);
    EXPECT_NE(here.find("Donator"), std::string::npos) << here;
    EXPECT_EQ(register_at(hub_, i), here);
  }
  const Ended state = hub_.command({"hub", "state"});
  EXPECT_NE(state.out.find("Comuna 2 (n3): 60002"), std::string::npos) << state.out;
}

TEST_F(CountyOfProcesses, GoesOnWhenTheDatabaseCutsItOff) {
  ASSERT_EQ(enrol(0).status, 0);
  for (int number = 2; number < 12; ++number)
    ASSERT_EQ(nodes_[0].command({"call", reception(number)}).status, 0);
  std::atomic<bool> over = false;
  std::thread cutting([&] {
    for (int i = 0; i < 12 && !over; ++i) {
      cut_connections();
      std::this_thread::sleep_for(std::chrono::milliseconds(60));
    }
  });
  const Ended done = nodes_[0].command({"sync"});
  over = true;
  cutting.join();
  EXPECT_EQ(done.status, 0) << done.err;
  ASSERT_EQ(nodes_[0].command({"sync"}).status, 0);
  EXPECT_EQ(register_at(hub_, 0), register_at(nodes_[0], 0));
}

TEST_F(CountyOfProcesses, TrustsTheRightCertificateOnly) {
  std::string ini = read_file(nodes_[0].ini());
  replace_all(ini, "/hub.pem", "/stranger.pem");
  write_file(nodes_[0].ini(), ini);
  const Ended refused = enrol(0);
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("127.0.0.1"), std::string::npos) << refused.err;
  EXPECT_EQ(nodes_[0].command({"call", R"({"do":"sync.state"})"}).out.find("\"enrolled\":true"),
            std::string::npos);
  replace_all(ini, "https://", "http://");
  write_file(nodes_[0].ini(), ini);
  EXPECT_NE(nodes_[0].command({"sync"}).err.find("https://"), std::string::npos);
}

TEST_F(CountyOfProcesses, GivesNoCodeTwice) {
  const Ended made = hub_.command({"hub", "code", "Comuna", library(0)});
  const std::string code = made.out.substr(made.out.find("Code: ") + 6, 19);
  ASSERT_EQ(nodes_[0].command({"sync", "--enrol", code}).status, 0);
  const Ended second = nodes_[1].command({"sync", "--enrol", code});
  EXPECT_EQ(second.status, 1);
  EXPECT_NE(second.err.find("code"), std::string::npos) << second.err;
  EXPECT_EQ(nodes_[0].command({"hub", "state"}).status, 1) << "a node is no hub";
  ASSERT_EQ(hub_.command({"hub", "revoke", "n1"}).status, 0);
  EXPECT_EQ(nodes_[0].command({"sync"}).status, 1);
}

}  // namespace
}  // namespace metodica::desk::test
