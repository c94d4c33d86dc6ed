// kill -9 at a random moment of a reception: every acknowledged act is there, every other one is there
// whole or not at all, and the registers still balance.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "crash/receptions.hpp"
#include "support/door.hpp"

namespace metodica::test {
namespace {

// Registers act after act, telling each acknowledged one through the pipe, until it is killed.
[[noreturn]] void work_until_killed(Door& door, int round, int pipe) {
  door.restart();
  for (int n = 0;; ++n) {
    const std::string number = std::to_string(round) + "-" + std::to_string(n);
    door.set_key("act-" + number);
    door.call("acquisition.receive", reception_of_books(number));
    if (door.status() != METODICA_OK) ::_exit(1);
    const char told = 'a';
    if (::write(pipe, &told, 1) != 1) ::_exit(1);
  }
}

int acknowledged_before_kill(Door& door, int round, std::chrono::milliseconds after) {
  int ends[2];
  if (::pipe(ends) != 0) return -1;
  const pid_t child = ::fork();
  if (child == 0) work_until_killed(door, round, ends[1]);
  ::close(ends[1]);
  std::this_thread::sleep_for(after);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  int told = 0;
  char byte = 0;
  while (::read(ends[0], &byte, 1) == 1) ++told;
  ::close(ends[0]);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
  return told;
}

TEST(Kill, LosesNothingAcknowledged) {
  const bool longer = std::getenv("METODICA_LONG") != nullptr;
  const int rounds = longer ? 400 : 40;
  Door door(TestEngine::sqlite_file);
  door.good("registers.open", opening_of_books());
  std::mt19937 random(20260115);
  std::int64_t acknowledged = 0;
  for (int round = 0; round < rounds; ++round) {
    acknowledged += acknowledged_before_kill(
        door, round, std::chrono::milliseconds(60 + static_cast<int>(random() % 120)));
  }
  door.restart();
  const Json rows = door.good("registers.rmf", Json::object({{"year", 2026}, {"part", 1}}));
  const auto registered = static_cast<std::int64_t>(rows["rows"].items().size());
  EXPECT_GT(acknowledged, 0);
  EXPECT_GE(registered, acknowledged);
  EXPECT_LE(registered, acknowledged + rounds) << "at most one act a round was not acknowledged";
  EXPECT_EQ(rows["totals"]["units"].integer(), registered * copies_an_act);
  EXPECT_TRUE(door.good("registers.verify")["ok"].boolean());
}

}  // namespace
}  // namespace metodica::test
