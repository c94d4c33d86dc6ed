// What a node writes into its outbox: every change of a replicated table, once, in order.

#include <gmock/gmock.h>

#include "storage/outbox.hpp"
#include "support/test_database.hpp"

namespace metodica::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* tables = R"(-- tenant: book
-- tenant: loan_day
-- append-only: loan_day
-- replicated: book
-- replicated: loan_day
CREATE TABLE book (
  library TEXT NOT NULL,
  number BIGINT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE TABLE loan_day (
  library TEXT NOT NULL,
  day TEXT NOT NULL,
  loans SMALLINT NOT NULL,
  PRIMARY KEY (library, day)
)
)";
constexpr const char* more_columns = R"(ALTER TABLE book ADD COLUMN shelf TEXT NOT NULL DEFAULT ''
)";
const EmbeddedFile both[] = {{"0001_books.sql", tables}, {"0002_shelf.sql", more_columns}};

class Outbox : public StoredTest {
 protected:
  void SetUp() override {
    StoredTest::SetUp();
    if (!IsSkipped())
      migrate({{"books", both}});
  }

  void write(const std::function<void(UnitOfWork&)>& work) {
    const auto done = db().write(own(), [&](UnitOfWork& unit) -> Result<void> {
      work(unit);
      return {};
    });
    ASSERT_TRUE(done) << done.error().message;
  }

  void start() {
    write([](UnitOfWork& work) {
      fill_outbox(work);
      work.execute(
          "INSERT INTO sync_node (library, capture, node, hub, sent, sent_hash, news, enrolled_at, "
          "contact_at, problem) VALUES ({library}, 1, 'n1', '', 0, '', 0, '', '', '')");
    });
  }

  static void add_book(UnitOfWork& work, std::int64_t number, const char* title) {
    work.execute("INSERT INTO book (library, number, title) VALUES ({library}, $1, $2)",
                 {number, title});
  }

  /// "1 reset", "2 book insert 7 Ion": sequence, table, operation, number or day, title.
  std::vector<std::string> rows() {
    std::vector<std::string> all;
    const auto done = db().read(own(), [&](UnitOfWork& work) -> Result<void> {
      work.each<std::int64_t, std::string, std::string, std::string>(
          "SELECT sequence, subject, key, body FROM outbox WHERE library = {library} ORDER BY "
          "sequence",
          {},
          [&](std::int64_t sequence, const std::string& subject, const std::string& key,
              const std::string& body) {
            EXPECT_EQ(key, "CJ001/" + std::to_string(sequence));
            all.push_back(std::to_string(sequence) + " " + subject + " " + body);
          });
      return {};
    });
    EXPECT_TRUE(done);
    return all;
  }
};

TEST_P(Outbox, IsEmptyUntilTheNodeIsEnrolled) {
  write([](UnitOfWork& work) { add_book(work, 1, "Ion"); });
  EXPECT_THAT(rows(), ElementsAre());
}

TEST_P(Outbox, BeginsWithEverythingThatExists) {
  write([](UnitOfWork& work) {
    add_book(work, 2, "Moromeții");
    add_book(work, 1, "Ion");
    work.execute("INSERT INTO loan_day (library, day, loans) VALUES ({library}, '2026-01-05', 3)");
  });
  start();
  EXPECT_THAT(rows(), ElementsAre(HasSubstr("1 reset"), HasSubstr("Ion"), HasSubstr("Moromeții"),
                                  HasSubstr("4 loan_day")));
}

TEST_P(Outbox, TakesEveryChangeInOrder) {
  start();
  write([](UnitOfWork& work) {
    add_book(work, 1, "Ion \"quoted\" \\ țș");
    work.execute("UPDATE book SET shelf = 'A' WHERE library = {library} AND number = 1");
  });
  write([](UnitOfWork& work) {
    work.execute("DELETE FROM book WHERE library = {library} AND number = 1");
  });
  const auto all = rows();
  ASSERT_EQ(all.size(), 4U);
  EXPECT_THAT(all[1], HasSubstr(R"("op":"insert")"));
  EXPECT_THAT(all[2], testing::AllOf(HasSubstr(R"("op":"update")"), HasSubstr("\"A\"")));
  EXPECT_THAT(all[3], HasSubstr(R"("op":"delete")"));
}

TEST_P(Outbox, KeepsTheOrderOfABatch) {
  start();
  write([](UnitOfWork& work) {
    Batch batch("book", {{"number", ColumnKind::integer}, {"title", ColumnKind::text}});
    for (std::int64_t number = 1; number <= 300; ++number)
      batch.add({number, "T" + std::to_string(number)});
    work.insert(batch);
  });
  const auto all = rows();
  ASSERT_EQ(all.size(), 301U);
  for (std::size_t i = 1; i < all.size(); ++i)
    EXPECT_THAT(all[i], HasSubstr("\"T" + std::to_string(i) + "\""));
}

TEST_P(Outbox, GivesBackWhatWasRolledBack) {
  start();
  const auto done = db().write(own(), [](UnitOfWork& work) -> Result<void> {
    add_book(work, 1, "Ion");
    return invalid("test");
  });
  EXPECT_FALSE(done);
  write([](UnitOfWork& work) { add_book(work, 2, "Baltagul"); });
  const auto all = rows();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_THAT(all[1], HasSubstr("2 book"));
}

TEST_P(Outbox, KnowsTheShapeOfItsTables) {
  write([](UnitOfWork& work) {
    EXPECT_THAT(replicated_names(work), ElementsAre("book", "loan_day"));
    const ReplicatedTable book = replicated_table(work, "book");
    EXPECT_THAT(book.key, ElementsAre("library", "number"));
    ASSERT_NE(book.find("shelf"), nullptr);
    EXPECT_EQ(book.find("number")->kind, ColumnKind::integer);
    EXPECT_FALSE(book.kept);
    EXPECT_TRUE(replicated_table(work, "loan_day").kept);
    EXPECT_TRUE(replicated_table(work, "counter").columns.empty());
  });
}

METODICA_ON_ALL_ENGINES(Outbox);

}  // namespace
}  // namespace metodica::test
