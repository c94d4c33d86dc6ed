// What a module may rely on in one transaction, the same on every engine.

#include <gmock/gmock.h>

#include <limits>

#include "storage/tables.hpp"

namespace metodica::test {
namespace {

class Unit : public WithTables {};
METODICA_ON_ALL_ENGINES(Unit);

TEST_P(Unit, GivesBackWhatWasWritten) {
  const std::string text = "„Învățătură” și țară, O'Neill \"x\" \\ {1,2} $1 ?\n\ttab";
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  write([&](UnitOfWork& work) {
    EXPECT_EQ(work.execute("INSERT INTO norm (name, value) VALUES ($1, $2)", {text, most}), 1);
    EXPECT_EQ(work.execute("INSERT INTO norm (name, value) VALUES ($1, $2)", {"", least}), 1);
  });
  read([&](UnitOfWork& work) {
    std::vector<std::pair<std::string, std::int64_t>> rows;
    work.each<std::string, std::int64_t>(
        "SELECT name, value FROM norm ORDER BY value", {},
        [&](std::string name, std::int64_t value) { rows.emplace_back(std::move(name), value); });
    EXPECT_THAT(rows, testing::ElementsAre(std::pair(std::string(), least), std::pair(text, most)));
  });
}

TEST_P(Unit, BindsMoneyAndDates) {
  write([](UnitOfWork& work) {
    work.execute("INSERT INTO norm (name, value) VALUES ($1, $2)",
                 {Date(2026, 2, 28), Money::from_e4(455000)});
  });
  read([](UnitOfWork& work) {
    const auto row = work.one<Date, Money>("SELECT name, value FROM norm");
    ASSERT_TRUE(row);
    EXPECT_EQ(std::get<0>(*row), Date(2026, 2, 28));
    EXPECT_EQ(std::get<1>(*row), Money::from_e4(455000));
  });
}

TEST_P(Unit, CountsChangedRows) {
  write([](UnitOfWork& work) {
    for (const int number : {1, 2, 3}) {
      work.execute("INSERT INTO norm (name, value) VALUES ($1, $2)",
                   {std::to_string(number), number});
    }
    EXPECT_EQ(work.execute("UPDATE norm SET value = value + $1 WHERE value >= $2", {10, 2}), 2);
    EXPECT_EQ(work.execute("UPDATE norm SET value = 0 WHERE name = $1", {"nobody"}), 0);
    EXPECT_EQ(work.execute("DELETE FROM norm WHERE value > $1", {5}), 2);
    EXPECT_EQ(
        work.execute("INSERT INTO norm (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
                     {"1", 9}),
        0);
    EXPECT_EQ(work.number("SELECT value FROM norm WHERE name = $1", {"1"}), 1);
  });
}

TEST_P(Unit, KeepsTheOrderOfPlaceholders) {
  write([](UnitOfWork& work) {
    work.execute("INSERT INTO norm (value, name) VALUES ($1, $2)", {7, "seven"});
    const auto row = work.one<std::string>(
        "SELECT name FROM norm WHERE value = $1 AND name = $2 AND value < $1 + $3",
        {7, "seven", 1});
    ASSERT_TRUE(row);
    EXPECT_EQ(std::get<0>(*row), "seven");
  });
}

TEST_P(Unit, RefusesPlaceholdersOutOfOrder) {
  write([](UnitOfWork& work) {
    EXPECT_THROW(work.execute("UPDATE norm SET value = $2 WHERE name = $1", {"a", 1}),
                 std::logic_error);
    EXPECT_THROW(work.execute("DELETE FROM norm WHERE value = ?", {1}), std::logic_error);
    EXPECT_THROW(work.execute("DELETE FROM norm WHERE value = $1", {}), std::logic_error);
    EXPECT_THROW(work.execute("DELETE FROM norm WHERE value = $1", {1, 2}), std::logic_error);
  });
}

TEST_P(Unit, StopsWhenToldAndReadsAgain) {
  write([](UnitOfWork& work) {
    for (int number = 0; number < 20; ++number) {
      work.execute("INSERT INTO norm (name, value) VALUES ($1, $2)",
                   {std::to_string(number), number});
    }
    for (int again = 0; again < 3; ++again) {
      int seen = 0;
      work.each<std::int64_t>("SELECT value FROM norm ORDER BY value", {}, [&](std::int64_t value) {
        EXPECT_EQ(value, seen);
        return ++seen < 5;
      });
      EXPECT_EQ(seen, 5);
      EXPECT_EQ(work.number("SELECT value FROM norm ORDER BY value DESC"), 19);
    }
  });
  // A statement left halfway must not keep the old state open.
  write([](UnitOfWork& work) { work.execute("UPDATE norm SET value = value + 1"); });
  read([](UnitOfWork& work) { EXPECT_EQ(work.number("SELECT SUM(value) FROM norm"), 210); });
}

TEST_P(Unit, ReturnsRowsOfChanges) {
  write([](UnitOfWork& work) {
    work.execute("INSERT INTO norm (name, value) VALUES ($1, $2)", {"a", 1});
    EXPECT_EQ(work.number("UPDATE norm SET value = value + $1 WHERE name = $2 RETURNING value",
                          {41, "a"}),
              42);
  });
}

TEST_P(Unit, RollsBackOnAProblem) {
  const Result<void> done = db().write(own(), [](UnitOfWork& work) -> Result<void> {
    work.execute("INSERT INTO norm (name, value) VALUES ('a', 1)");
    return invalid("registers.year_closed");
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "registers.year_closed");
  read([](UnitOfWork& work) { EXPECT_EQ(work.number("SELECT COUNT(*) FROM norm"), 0); });
}

TEST_P(Unit, RollsBackOnAnException) {
  EXPECT_THROW(
      static_cast<void>(db().write(own(),
                                   [](UnitOfWork& work) -> Result<void> {
                                     work.execute("INSERT INTO norm (name, value) VALUES ('a', 1)");
                                     throw std::runtime_error("defect");
                                   })),
      std::runtime_error);
  read([](UnitOfWork& work) { EXPECT_EQ(work.number("SELECT COUNT(*) FROM norm"), 0); });
}

TEST_P(Unit, AnErrorDoomsTheTransaction) {
  const Result<void> done = db().write(own(), [](UnitOfWork& work) -> Result<void> {
    work.execute("INSERT INTO norm (name, value) VALUES ('a', 1)");
    EXPECT_THROW(work.execute("INSERT INTO norm (name, value) VALUES ('a', 2)"), StorageError);
    EXPECT_THROW(work.number("SELECT COUNT(*) FROM norm"), StorageError);
    return {};
  });
  ASSERT_FALSE(done) << "a swallowed error must not be committed";
  EXPECT_EQ(done.error().status, METODICA_DEFECT);
  read([](UnitOfWork& work) { EXPECT_EQ(work.number("SELECT COUNT(*) FROM norm"), 0); });
}

TEST_P(Unit, GoesOnAfterAFailedStatement) {
  const auto add = [&](int value) {
    const Result<void> done = db().write(own(), [&](UnitOfWork& work) -> Result<void> {
      EXPECT_EQ(work.number("INSERT INTO norm (name, value) VALUES ($1, $2) RETURNING value",
                            {std::to_string(value), value}),
                value);
      work.execute("INSERT INTO norm (name, value) VALUES ($1, $2)",
                   {"x" + std::to_string(value), value});
      return {};
    });
    return done.has_value();
  };
  EXPECT_TRUE(add(1));
  EXPECT_FALSE(add(1));
  EXPECT_TRUE(add(2));
  EXPECT_FALSE(add(2));
  EXPECT_FALSE(add(1));
  EXPECT_TRUE(add(3));
  read([](UnitOfWork& work) { EXPECT_EQ(work.number("SELECT SUM(value) FROM norm"), 12); });
}

TEST_P(Unit, SaysWhatTheEngineRefused) {
  const Result<void> done = db().write(own(), [](UnitOfWork& work) -> Result<void> {
    work.execute("INSERT INTO norm (name, value, allowed) VALUES ('a', 1, 2)");
    return {};
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "storage.failed");
  ASSERT_EQ(done.error().arguments.size(), 1U);
  const std::string reason = std::get<std::string>(done.error().arguments[0].value);
  EXPECT_THAT(reason, testing::HasSubstr("allowed"));
  EXPECT_THAT(reason, testing::Not(testing::HasSubstr("Severity")));
}

TEST_P(Unit, ReadingWritesNothing) {
  read([](UnitOfWork& work) {
    EXPECT_THROW(work.execute("INSERT INTO norm (name, value) VALUES ('a', 1)"), std::logic_error);
    EXPECT_THROW(work.number("DELETE FROM norm RETURNING value"), std::logic_error);
    EXPECT_THROW(work.take("lot"), std::logic_error);
    EXPECT_THROW(work.insert(notes()), std::logic_error);
    EXPECT_EQ(work.number("SELECT COUNT(*) FROM norm"), 0);
  });
}

TEST_P(Unit, RefusesAStatementInsideRows) {
  write([](UnitOfWork& work) { work.execute("INSERT INTO norm (name, value) VALUES ('a', 1)"); });
  read([](UnitOfWork& work) {
    work.each<std::int64_t>("SELECT value FROM norm", {}, [&](std::int64_t) {
      EXPECT_THROW(work.number("SELECT COUNT(*) FROM norm"), std::logic_error);
    });
    EXPECT_EQ(work.number("SELECT COUNT(*) FROM norm"), 1);
  });
}

TEST_P(Unit, WritesTheOutboxInOrder) {
  write([](UnitOfWork& work) {
    write_outbox(work, "lot", "k1", R"({"n":1})", "2026-01-15T10:00:00Z");
    write_outbox(work, "lot", "k2", "{}", "2026-01-15T10:00:01Z");
  });
  read([](UnitOfWork& work) {
    std::vector<std::string> keys;
    work.each<std::string>(
        "SELECT key FROM outbox WHERE library = {library} AND sent = 0 ORDER BY sequence", {},
        [&](std::string key) { keys.push_back(std::move(key)); });
    EXPECT_THAT(keys, testing::ElementsAre("k1", "k2"));
  });
}

TEST_P(Unit, InsertsAHardBatch) {
  constexpr int rows = 10000;
  const auto body = [](int row) {
    return "rând " + std::to_string(row) +
           " \"ghilimele\" 'apostrof' \\bară\\ {acolade, virgulă} ș ț NULL\n";
  };
  write([&](UnitOfWork& work) {
    Batch batch = notes();
    for (int row = 0; row < rows; ++row) {
      batch.add({row, row == 7 ? std::string() : body(row)});
    }
    work.insert(batch);
  });
  read([&](UnitOfWork& work) {
    int row = 0;
    work.each<std::string, std::int64_t, std::string>(
        "SELECT library, number, body FROM note WHERE library = {library} ORDER BY number", {},
        [&](std::string library, std::int64_t number, std::string text) {
          ASSERT_EQ(library, "CJ001");
          ASSERT_EQ(number, row);
          ASSERT_EQ(text, row == 7 ? "" : body(row));
          ++row;
        });
    EXPECT_EQ(row, rows);
  });
}

TEST_P(Unit, InsertsBatchesOfSharedTables) {
  Batch batch("norm", {{"name", ColumnKind::text},
                       {"value", ColumnKind::integer},
                       {"allowed", ColumnKind::integer}});
  batch.add({"a", 1, false});
  batch.add({"b", -2, true});
  write([&](UnitOfWork& work) {
    work.insert(batch);
    work.insert(Batch("norm", {{"name", ColumnKind::text}}));
    EXPECT_EQ(work.number("SELECT SUM(value) FROM norm"), -1);
    EXPECT_EQ(work.number("SELECT allowed FROM norm WHERE name = $1", {"a"}, 9), 0);
  });
  EXPECT_THROW(batch.add({"c"}), std::logic_error);
}

}  // namespace
}  // namespace metodica::test
