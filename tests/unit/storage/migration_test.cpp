#include "storage/migration.hpp"

#include <gmock/gmock.h>

namespace metodica {
namespace {

constexpr EmbeddedFile file = {"registers/0003_lot.sql",
                               "-- Lots.\n"
                               "-- tenant: lot\n"
                               "-- append-only: lot\n"
                               "-- tenant: act\n"
                               "CREATE TABLE lot (a TEXT) -- tenant: no\n"
                               "\n"
                               "-- next\n"
                               "-- only: sqlite\n"
                               "CREATE INDEX one ON lot (a)\n"
                               "--next\n"
                               "-- only: postgresql\n"
                               "CREATE INDEX two ON lot (a)\n"
                               "-- next\n"
                               "-- next\n"
                               "INSERT INTO act VALUES ('-- next')"};

TEST(Migration, IsReadWithItsDeclarations) {
  const Migration migration = read_migration(file);
  EXPECT_EQ(migration.number, 3);
  EXPECT_EQ(migration.name, "0003_lot.sql");
  EXPECT_THAT(migration.tenant, testing::ElementsAre("lot", "act"));
  EXPECT_THAT(migration.append_only, testing::ElementsAre("lot"));
}

TEST(Migration, GivesEachEngineItsStatements) {
  const Migration migration = read_migration(file);
  EXPECT_THAT(
      statements_of(migration, Engine::sqlite),
      testing::ElementsAre("CREATE TABLE lot (a TEXT) -- tenant: no", "CREATE INDEX one ON lot (a)",
                           "INSERT INTO act VALUES ('-- next')"));
  EXPECT_THAT(
      statements_of(migration, Engine::postgresql),
      testing::ElementsAre("CREATE TABLE lot (a TEXT) -- tenant: no", "CREATE INDEX two ON lot (a)",
                           "INSERT INTO act VALUES ('-- next')"));
}

TEST(Migration, NeedsANumber) {
  EXPECT_THROW(read_migration({"lot.sql", ""}), std::logic_error);
  EXPECT_THROW(read_migration({"0000_lot.sql", ""}), std::logic_error);
}

}  // namespace
}  // namespace metodica
