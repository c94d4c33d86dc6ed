// Processes that are forked, and processes that are killed (rules K2 to K4, F15).

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>

#include "storage/tables.hpp"

namespace metodica::test {
namespace {

class Forked : public WithTables {};
METODICA_ON_ALL_ENGINES(Forked);

TEST_P(Forked, ChildIsRefusedAndHarmsNothing) {
  write([](UnitOfWork& work) { EXPECT_EQ(work.take("lot"), 1); });
  const int code = in_child([&] {
    const Result<void> done = db().write(own(), [](UnitOfWork& work) -> Result<void> {
      work.take("lot");
      return {};
    });
    if (done || done.error().status != METODICA_FORKED) {
      return 1;
    }
    // Both ways in which a child can drop what it inherited.
    db().abandon();
    database().close();
    return 0;
  });
  EXPECT_EQ(code, 0);
  EXPECT_EQ(in_child([&] {
              database().close();
              return 0;
            }),
            0);
  write([](UnitOfWork& work) {
    EXPECT_EQ(work.take("lot"), 2) << "the parent's session still works";
  });
}

TEST_P(Forked, AbandonedAnswersNothing) {
  db().abandon();
  db().abandon();
  const Result<void> done = db().read(own(), [](UnitOfWork&) -> Result<void> { return {}; });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().status, METODICA_FORKED);
}

class Killed : public WithTables {};
METODICA_ON_SHARED_ENGINES(Killed);

// Writes rows one transaction each and tells the pipe the number of each committed one.
int write_until_killed(TestDatabase& database, int pipe) {
  const auto mine = database.another();
  if (!mine->migrate(test_modules(), "2026-01-15T10:00:00Z")) {
    return 1;
  }
  for (;;) {
    std::int64_t number = 0;
    const Result<void> done =
        mine->write({"CJ001", {"CJ001"}}, [&](UnitOfWork& work) -> Result<void> {
          number = work.take("note");
          Batch batch = notes();
          batch.add({2 * number, "first half"});
          batch.add({2 * number + 1, "second half"});
          work.insert(batch);
          return {};
        });
    if (!done || ::write(pipe, &number, sizeof number) != sizeof number) {
      return 2;
    }
  }
}

TEST_P(Killed, LosesNothingThatWasAcknowledged) {
  database().close();
  std::int64_t acknowledged = 0;
  std::int64_t last = 0;
  for (int round = 0; round < 10; ++round) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const int child = start_child([&] { return write_until_killed(database(), ends[1]); });
    ::close(ends[1]);
    // Begin to count when it works; die at some moment after that.
    std::int64_t number = 0;
    ASSERT_EQ(::read(ends[0], &number, sizeof number), static_cast<ssize_t>(sizeof number));
    std::this_thread::sleep_for(std::chrono::milliseconds(7 + 5 * round));
    ::kill(child, SIGKILL);
    EXPECT_EQ(wait_for(child), 128 + SIGKILL);
    do {
      EXPECT_GT(number, last);
      last = number;
      ++acknowledged;
    } while (::read(ends[0], &number, sizeof number) == static_cast<ssize_t>(sizeof number));
    ::close(ends[0]);
  }
  migrate(test_modules());
  read([&](UnitOfWork& work) {
    const std::int64_t taken = work.peek("note") - 1;
    EXPECT_GE(taken, last);
    // Between the commit and the acknowledgement one row a round can be cut off; none may be half.
    EXPECT_LE(taken, acknowledged + 10);
    EXPECT_EQ(work.number("SELECT COUNT(*) FROM note WHERE library = {library}"), 2 * taken);
    EXPECT_EQ(work.number("SELECT MAX(number) FROM note WHERE library = {library}"), 2 * taken + 1);
  });
  EXPECT_TRUE(db().integrity().empty());
}

}  // namespace
}  // namespace metodica::test
