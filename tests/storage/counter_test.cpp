// Numbers without gaps and without doubles, with many writers (architecture 3.14, F13).

#include <algorithm>

#include "storage/tables.hpp"

namespace metodica::test {
namespace {

class Counters : public WithTables {};
METODICA_ON_ALL_ENGINES(Counters);

TEST_P(Counters, BeginAtOneAndGiveRanges) {
  write([](UnitOfWork& work) {
    EXPECT_EQ(work.peek("lot"), 1);
    EXPECT_EQ(work.take("lot"), 1);
    EXPECT_EQ(work.take("lot", 1000), 2);
    EXPECT_EQ(work.peek("lot"), 1002);
    EXPECT_EQ(work.take("act"), 1);
    EXPECT_THROW(work.take("lot", 0), std::logic_error);
  });
}

TEST_P(Counters, TakeBackWhatWasNotCommitted) {
  write([](UnitOfWork& work) { EXPECT_EQ(work.take("lot", 3), 1); });
  const Result<void> undone = db().write(own(), [](UnitOfWork& work) -> Result<void> {
    EXPECT_EQ(work.take("lot", 50), 4);
    return invalid("registers.year_closed");
  });
  EXPECT_FALSE(undone);
  write([](UnitOfWork& work) { EXPECT_EQ(work.take("lot"), 4); });
}

TEST_P(Counters, StartWhereTheOldRegisterEnded) {
  write([](UnitOfWork& work) {
    work.start_counter("inventory", 45001);
    EXPECT_EQ(work.take("inventory"), 45001);
    work.start_counter("inventory", 45002);
    EXPECT_EQ(work.peek("inventory"), 45002);
  });
  const Result<void> back = db().write(own(), [](UnitOfWork& work) -> Result<void> {
    work.start_counter("inventory", 7);
    return {};
  });
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().status, METODICA_CONFLICT);
  read([](UnitOfWork& work) { EXPECT_EQ(work.peek("inventory"), 45002); });
}

class ManyWriters : public WithTables {};
METODICA_ON_SHARED_ENGINES(ManyWriters);

int take_numbers(Database& db, int transactions) {
  const Tenancy own = {"CJ001", {"CJ001"}};
  for (int i = 0; i < transactions; ++i) {
    const bool give_up = i % 10 == 9;
    const Result<void> done = db.write(own, [&](UnitOfWork& work) -> Result<void> {
      // Read, then write: what deferred transactions of SQLite fail at.
      work.number("SELECT COUNT(*) FROM note WHERE library = {library}");
      const std::int64_t number = work.take("note");
      work.execute("INSERT INTO note (library, number, body) VALUES ({library}, $1, '')", {number});
      return give_up ? Result<void>(invalid("given.up")) : Result<void>();
    });
    if (done.has_value() == give_up) {
      return 1;
    }
  }
  return 0;
}

TEST_P(ManyWriters, LeaveNoGap) {
  constexpr int processes = 6;
  constexpr int transactions = 40;
  database().close();
  std::vector<int> children;
  for (int i = 0; i < processes; ++i) {
    children.push_back(start_child([&] {
      const auto mine = database().another();
      if (!mine->migrate(test_modules(), "2026-01-15T10:00:00Z")) {
        return 2;
      }
      return take_numbers(*mine, transactions);
    }));
  }
  for (const int child : children) {
    EXPECT_EQ(wait_for(child), 0);
  }
  migrate(test_modules());
  read([](UnitOfWork& work) {
    constexpr int kept = processes * transactions * 9 / 10;
    EXPECT_EQ(work.number("SELECT COUNT(*) FROM note WHERE library = {library}"), kept);
    EXPECT_EQ(work.number("SELECT MAX(number) FROM note WHERE library = {library}"), kept);
    EXPECT_EQ(work.peek("note"), kept + 1);
  });
}

}  // namespace
}  // namespace metodica::test
