// New versions of the tables: nothing is lost, nothing is done twice, nothing goes backwards.

#include <gmock/gmock.h>

#include "storage/tables.hpp"

namespace metodica::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* now = "2026-01-15T10:00:00Z";
constexpr EmbeddedFile first = {
    "0001_book.sql",
    "-- Books.\nCREATE TABLE book (number BIGINT NOT NULL, title TEXT NOT NULL)\n"
    "-- next\n-- only: sqlite\nINSERT INTO book VALUES (1, 'sqlite')\n"
    "-- next\n-- only: postgresql\nINSERT INTO book VALUES (1, 'postgresql')\n"};
constexpr EmbeddedFile second = {"0002_year.sql",
                                 "ALTER TABLE book ADD COLUMN year BIGINT NOT NULL DEFAULT 0\n"};
constexpr EmbeddedFile broken = {
    "0002_broken.sql",
    "CREATE TABLE half (a TEXT NOT NULL)\n-- next\nINSERT INTO nowhere VALUES (1)\n"};

class Migrating : public StoredTest {
 protected:
  Result<void> migrate_to(const std::vector<EmbeddedFile>& files, const char* at = now) {
    return db().migrate({{"books", files}}, at);
  }
  std::int64_t number(const std::string& sql) {
    std::int64_t found = -1;
    EXPECT_TRUE(db().read(own(), [&](UnitOfWork& work) -> Result<void> {
      found = work.number(sql);
      return {};
    }));
    return found;
  }
  std::vector<fs::path> copies() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(database().folder())) {
      if (entry.path().filename().string().find(".before-") != std::string::npos) {
        found.push_back(entry.path());
      }
    }
    return found;
  }
};
METODICA_ON_ALL_ENGINES(Migrating);

TEST_P(Migrating, RunsStatementsOfItsEngineOnce) {
  ASSERT_TRUE(migrate_to({first}));
  ASSERT_TRUE(migrate_to({first}));
  EXPECT_EQ(number("SELECT COUNT(*) FROM book"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM schema_step WHERE module = 'books'"), 1);
  const std::string mine = db().engine() == Engine::sqlite ? "sqlite" : "postgresql";
  EXPECT_EQ(number("SELECT COUNT(*) FROM book WHERE title = '" + mine + "'"), 1);
}

TEST_P(Migrating, KeepsDataAndACopyOfTheOldState) {
  ASSERT_TRUE(migrate_to({first}));
  EXPECT_THAT(copies(), testing::IsEmpty()) << "a new database needs no copy";
  ASSERT_TRUE(migrate_to({first, second}, "2026-02-01T08:30:00Z"));
  EXPECT_EQ(number("SELECT SUM(number + year) FROM book"), 1);
  if (GetParam() != TestEngine::sqlite_file) {
    EXPECT_THAT(copies(), testing::IsEmpty());
    return;
  }
  ASSERT_THAT(copies(), testing::SizeIs(1));
  EXPECT_EQ(copies()[0].filename(), "metodica.db.before-20260201-083000");
  const auto copy = Database::open({Engine::sqlite, copies()[0].string(), "", ""});
  ASSERT_TRUE(copy);
  const Result<void> old_state = (*copy)->read(own(), [](UnitOfWork& work) -> Result<void> {
    EXPECT_EQ(work.number("SELECT COUNT(*) FROM book"), 1);
    work.number("SELECT year FROM book");
    return {};
  });
  EXPECT_FALSE(old_state) << "the copy must not have the new column";
}

TEST_P(Migrating, RefusesANewerDatabase) {
  ASSERT_TRUE(migrate_to({first, second}));
  const Result<void> done = migrate_to({first});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().status, METODICA_CONFLICT);
  EXPECT_EQ(done.error().message, "storage.newer");
  EXPECT_EQ(done.error().arguments[0], (MessageArgument{"found", std::string("books 2")}));
  EXPECT_EQ(done.error().arguments[1], (MessageArgument{"known", std::string("books 1")}));
}

TEST_P(Migrating, RefusesAChangedFile) {
  ASSERT_TRUE(migrate_to({first}));
  const std::string changed = std::string(first.content) + "-- a comment\n";
  const Result<void> done = migrate_to({EmbeddedFile{first.path, changed}});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().status, METODICA_DAMAGED);
  EXPECT_EQ(done.error().message, "storage.migration_changed");
}

TEST_P(Migrating, UndoesAFileThatFails) {
  ASSERT_TRUE(migrate_to({first}));
  const Result<void> done = migrate_to({first, broken});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "storage.failed");
  EXPECT_EQ(number("SELECT COUNT(*) FROM schema_step WHERE module = 'books'"), 1);
  // The table of the failed file is gone too, so a corrected file can make it.
  constexpr EmbeddedFile corrected = {"0002_half.sql", "CREATE TABLE half (a TEXT NOT NULL)\n"};
  EXPECT_TRUE(migrate_to({first, corrected}));
}

TEST_P(Migrating, WithNothingToDoIsQuick) {
  ASSERT_TRUE(migrate_to({first, second}));
  ASSERT_TRUE(migrate_to({first, second}));
  EXPECT_THAT(copies().size(), testing::Le(1U));
}

TEST_P(Migrating, CorrectsTheRowsOfEveryLibrary) {
  constexpr EmbeddedFile shelf = {
      "0001_shelf.sql",
      "-- tenant: shelf\nCREATE TABLE shelf (library TEXT NOT NULL, number BIGINT NOT "
      "NULL, PRIMARY KEY (library, number))\n"};
  constexpr EmbeddedFile moved = {"0002_moved.sql", "UPDATE shelf SET number = number + 100\n"};
  ASSERT_TRUE(migrate_to({shelf}));
  for (const std::string library : {"CJ001", "CJ002"}) {
    ASSERT_TRUE(db().write({library, {library}}, [](UnitOfWork& work) -> Result<void> {
      work.execute("INSERT INTO shelf (library, number) VALUES ({library}, 1)");
      return {};
    }));
  }
  ASSERT_TRUE(migrate_to({shelf, moved}));
  const Tenancy hub = {"CJ001", {"CJ001", "CJ002"}};
  ASSERT_TRUE(db().read(hub, [](UnitOfWork& work) -> Result<void> {
    EXPECT_EQ(work.number("SELECT SUM(number) FROM shelf WHERE library IN {libraries}"), 202);
    return {};
  }));
}

class MigratingTogether : public Migrating {};
METODICA_ON_SHARED_ENGINES(MigratingTogether);

TEST_P(MigratingTogether, AnOldProcessWritesNothing) {
  ASSERT_TRUE(migrate_to({first}));
  const auto newer = database().another();
  ASSERT_TRUE(newer->migrate({{"books", std::vector<EmbeddedFile>{first, second}}}, now));
  const Result<void> done = db().write(own(), [](UnitOfWork& work) -> Result<void> {
    work.execute("INSERT INTO book (number, title) VALUES (2, 'x')");
    return {};
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().status, METODICA_CONFLICT);
  EXPECT_EQ(done.error().message, "storage.restart");
  EXPECT_EQ(number("SELECT COUNT(*) FROM book"), 1) << "reading goes on";
}

TEST_P(MigratingTogether, ManyProcessesMigrateOnce) {
  database().close();
  std::vector<int> children;
  for (int i = 0; i < 4; ++i) {
    children.push_back(start_child([&] {
      const auto mine = database().another();
      const std::vector<EmbeddedFile> files = {first, second};
      const Result<void> done = mine->migrate({{"books", files}}, now);
      return done ? 0 : 1;
    }));
  }
  for (const int child : children) {
    EXPECT_EQ(wait_for(child), 0);
  }
  EXPECT_EQ(number("SELECT COUNT(*) FROM book"), 1);
  EXPECT_EQ(number("SELECT COUNT(*) FROM schema_step WHERE module = 'books'"), 2);
}

}  // namespace
}  // namespace metodica::test
