// Backup and restore of a desk whose registers stand in PostgreSQL.

#include <gtest/gtest.h>

#include <cstdlib>

#include "desk_process.hpp"
#include "support/needed.hpp"
#include "support/postgres_cluster.hpp"

namespace metodica::desk::test {
namespace {

namespace fs = std::filesystem;
using metodica::test::PostgresCluster;

class KeepingPostgresql : public testing::Test {
 protected:
  void SetUp() override {
    if (PostgresCluster::programs().empty())
      METODICA_MISSING("the PostgreSQL server program is not installed");
    const fs::path secret = desk_.folder() / "connection";
    write_file(secret, PostgresCluster::instance().connection() + "\n");
    fs::permissions(secret, fs::perms::owner_read | fs::perms::owner_write);
    use_schema("keeping");
    ASSERT_EQ(desk_
                  .command({"call", R"({"do":"registers.open","key":"open","args":{"opened_on":)"
                                    R"("2026-01-01","registers":[{"code":"carti","name":)"
                                    R"("Cărți","category":"book"}]}})"})
                  .status,
              0);
    ASSERT_EQ(desk_.command({"call", reception("1")}).status, 0);
  }

  static std::string reception(const std::string& number) {
    return R"({"do":"acquisition.receive","key":"r)" + number +
           R"(","args":{"source":"donation","partner":"Donator","act":{"kind":)"
           R"("donation_minutes","number":")" +
           number +
           R"(","date":"2026-01-02"},"lines":[{"title":"Baltagul","author":"Sadoveanu, Mihail",)"
           R"("language":"ro","udc":"821.135.1-31","register":"carti","copies":3,)"
           R"("unit_value":"12.5000"}]}})";
  }

  // The engine stands in the section [node], which setup wrote for SQLite.
  void use_schema(const std::string& schema) const {
    std::string ini = read_file(desk_.ini());
    const std::size_t engine = ini.find("engine = ");
    const std::size_t lang = ini.find("lang = ");
    ASSERT_LT(engine, lang);
    ini.replace(engine, lang - engine,
                "engine = postgresql\nconnection_file = connection\nschema = " + schema + "\n");
    write_file(desk_.ini(), ini);
  }

  [[nodiscard]] fs::path copy() const { return desk_.folder() / "copy"; }
  [[nodiscard]] std::string register_now() const {
    return desk_.command({"call", R"({"do":"registers.ri","args":{"register":"carti"}})"}).out;
  }

  Installation desk_;
};

TEST_F(KeepingPostgresql, ACopyBringsTheRegistersBackAsTheyWere) {
  const std::string then = register_now();
  ASSERT_NE(then.find("Baltagul"), std::string::npos) << then;
  const Ended kept = desk_.command({"backup", copy().string()});
  ASSERT_EQ(kept.status, 0) << kept.err;
  EXPECT_NE(read_file(copy() / "node.sql").find("Baltagul"), std::string::npos);

  ASSERT_EQ(desk_.command({"call", reception("2")}).status, 0);
  EXPECT_NE(register_now(), then);
  EXPECT_EQ(desk_.command({"restore", copy().string()}).status, 1) << "data are there";
  const Ended restored = desk_.command({"restore", copy().string(), "--force"});
  ASSERT_EQ(restored.status, 0) << restored.err;
  EXPECT_EQ(register_now(), then);
  const Ended verified = desk_.command({"verify"});
  EXPECT_EQ(verified.status, 0) << verified.out;
  EXPECT_EQ(desk_.command({"call", reception("3")}).status, 0) << "the registers go on";
}

}  // namespace
}  // namespace metodica::desk::test
