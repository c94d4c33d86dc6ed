/// The tables of the storage tests: one of each kind.
#pragma once

#include <array>

#include "support/test_database.hpp"

namespace metodica::test {

inline constexpr std::array<EmbeddedFile, 1> test_files = {{{"0001_tables.sql",
                                                             R"(-- Tables for tests.
-- tenant: note
-- tenant: entry
-- append-only: entry
CREATE TABLE note (
  library TEXT NOT NULL,
  number BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE TABLE entry (
  library TEXT NOT NULL,
  number BIGINT NOT NULL,
  title TEXT NOT NULL,
  price_e4 BIGINT NOT NULL,
  PRIMARY KEY (library, number)
)
-- next
CREATE TABLE norm (
  name TEXT NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL,
  allowed SMALLINT NOT NULL DEFAULT 1 CHECK (allowed IN (0, 1))
)
)"}}};

inline std::vector<Migrations> test_modules() {
  return {{"test", test_files}};
}

inline Batch notes() {
  return {"note", {{"number", ColumnKind::integer}, {"body", ColumnKind::text}}};
}

/// A database with these tables, already open.
class WithTables : public StoredTest {
 protected:
  void SetUp() override {
    StoredTest::SetUp();
    if (!IsSkipped() && !HasFatalFailure()) {
      migrate(test_modules());
    }
  }

  /// Runs in a write transaction and expects it to succeed.
  void write(const std::function<void(UnitOfWork&)>& work, const Tenancy& caller = own()) {
    const Result<void> done = db().write(caller, [&](UnitOfWork& unit) -> Result<void> {
      work(unit);
      return {};
    });
    ASSERT_TRUE(done) << done.error().message;
  }
  void read(const std::function<void(UnitOfWork&)>& work, const Tenancy& caller = own()) {
    const Result<void> done = db().read(caller, [&](UnitOfWork& unit) -> Result<void> {
      work(unit);
      return {};
    });
    ASSERT_TRUE(done) << done.error().message;
  }
};

}  // namespace metodica::test
