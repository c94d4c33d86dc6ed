// A register has no way back: the engine itself refuses every change of an entered row.

#include <gmock/gmock.h>

#include "storage/tables.hpp"

namespace metodica::test {
namespace {

class AppendOnly : public WithTables {
 protected:
  void SetUp() override {
    WithTables::SetUp();
    if (!IsSkipped() && !HasFatalFailure()) {
      write([](UnitOfWork& work) {
        work.execute(
            "INSERT INTO entry (library, number, title, price_e4) VALUES ({library}, 1, "
            "'Moromeții', 455000)");
      });
    }
  }
};
METODICA_ON_ALL_ENGINES(AppendOnly);

TEST_P(AppendOnly, RefusesEveryChange) {
  std::vector<std::string> changes = {
      "UPDATE entry SET price_e4 = 0 WHERE library = {library}",
      "DELETE FROM entry WHERE library = {library} AND number = 1",
      "INSERT INTO entry (library, number, title, price_e4) VALUES ({library}, 1, 'alta', 0)"
      " ON CONFLICT (library, number) DO UPDATE SET title = excluded.title"};
  if (db().engine() == Engine::sqlite) {
    changes.emplace_back(
        "INSERT OR REPLACE INTO entry (library, number, title, price_e4) VALUES ({library}, 1, "
        "'alta', 0)");
  } else {
    changes.emplace_back("WITH mine AS (SELECT {library}) DELETE FROM entry");
  }
  for (const std::string& sql : changes) {
    const Result<void> done = db().write(own(), [&](UnitOfWork& work) -> Result<void> {
      work.execute(sql);
      return {};
    });
    ASSERT_FALSE(done) << sql;
    EXPECT_THAT(std::get<std::string>(done.error().arguments.at(0).value),
                testing::HasSubstr("append-only table entry"))
        << sql;
  }
  read([](UnitOfWork& work) {
    const auto row =
        work.one<std::string, Money>("SELECT title, price_e4 FROM entry WHERE library = {library}");
    ASSERT_TRUE(row);
    EXPECT_EQ(std::get<0>(*row), "Moromeții");
    EXPECT_EQ(std::get<1>(*row), Money::from_e4(455000));
  });
}

TEST_P(AppendOnly, TakesNewRows) {
  write([](UnitOfWork& work) {
    work.execute(
        "INSERT INTO entry (library, number, title, price_e4) VALUES ({library}, 2, 'a', 1)");
    EXPECT_EQ(work.number("SELECT COUNT(*) FROM entry WHERE library = {library}"), 2);
  });
}

}  // namespace
}  // namespace metodica::test
