// Keeping and leaving: backup, restore, export, verify, doctor.

#include <gtest/gtest.h>

#include "desk_process.hpp"

namespace metodica::desk::test {
namespace {

namespace fs = std::filesystem;

class Keeping : public testing::Test {
 protected:
  void SetUp() override {
    write_file(table(),
               "registru;nr inventar;titlu;autor;pret;limba;czu\n"
               "carti;1;Ion;Rebreanu, Liviu;12,50;ro;821.135.1-31\n"
               "carti;x2;Greșit;;8,00;ro;821\n"
               "carti;2;Baltagul;Sadoveanu, Mihail;8,00;ro;821.135.1-31\n");
    const Ended imported = desk_.command({"import", "opening", table().string()});
    EXPECT_EQ(imported.status, 1) << "one row is wrong";
    EXPECT_NE(imported.out.find("Row 3"), std::string::npos) << imported.out;
    const Ended opened = desk_.command(
        {"call",
         R"({"do":"registers.open","args":{"opened_on":"2026-01-01","registers":[{"code":"carti",)"
         R"("name":"Cărți","category":"book","last_number":2}]}})"});
    ASSERT_EQ(opened.status, 0) << opened.out;
    std::error_code error;
    fs::create_directories(desk_.folder() / "attachments", error);
    write_file(desk_.folder() / "attachments" / "factura.txt", "factura 1203");
  }

  [[nodiscard]] fs::path table() const { return desk_.folder() / "opening.csv"; }
  [[nodiscard]] fs::path copy() const { return desk_.folder() / "copy"; }
  [[nodiscard]] bool has_both_copies() const {
    const Ended asked =
        desk_.command({"call", R"({"do":"registers.ri","args":{"register":"carti"}})"});
    return asked.out.find("Baltagul") != std::string::npos &&
           asked.out.find("20.5000") != std::string::npos;
  }

  Installation desk_;
};

TEST_F(Keeping, ACopyBringsEverythingBack) {
  ASSERT_EQ(desk_.command({"backup", copy().string()}).status, 0);
  for (const char* name :
       {"node.db", "desk.db", "catalogue.db", "attachments/factura.txt", "metodica.ini"}) {
    EXPECT_TRUE(fs::exists(copy() / name)) << name;
  }
  EXPECT_EQ(desk_.command({"restore", copy().string()}).status, 1) << "data are there";
  for (const char* name : {"node.db", "node.db-wal", "node.db-shm", "desk.db", "catalogue.db"}) {
    fs::remove(desk_.folder() / name);
  }
  fs::remove(desk_.folder() / "attachments" / "factura.txt");
  EXPECT_FALSE(has_both_copies());
  for (const char* name : {"node.db", "node.db-wal", "node.db-shm", "catalogue.db"})
    fs::remove(desk_.folder() / name);
  const Ended restored = desk_.command({"restore", copy().string()});
  EXPECT_EQ(restored.status, 0) << restored.err;
  EXPECT_TRUE(has_both_copies());
  EXPECT_EQ(read_file(desk_.folder() / "attachments" / "factura.txt"), "factura 1203");
  EXPECT_NE(desk_.command({"user", "list"}).out.find("admin"), std::string::npos);
  EXPECT_EQ(desk_.command({"verify"}).status, 0);
}

TEST_F(Keeping, ADamagedCopyTakesNobodysPlace) {
  ASSERT_EQ(desk_.command({"backup", copy().string()}).status, 0);
  std::string bytes = read_file(copy() / "node.db");
  bytes[bytes.size() / 2] ^= 1;
  write_file(copy() / "node.db", bytes);
  const Ended refused = desk_.command({"restore", copy().string(), "--force"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("node.db"), std::string::npos) << refused.err;
  EXPECT_TRUE(has_both_copies());
}

TEST_F(Keeping, AnExtraFileIsNoticedToo) {
  ASSERT_EQ(desk_.command({"backup", copy().string()}).status, 0);
  write_file(copy() / "attachments" / "other.txt", "x");
  EXPECT_EQ(desk_.command({"restore", copy().string(), "--force"}).status, 1);
}

TEST_F(Keeping, ACopyGoesIntoAnEmptyFolderOnly) {
  fs::create_directories(copy());
  write_file(copy() / "mine.txt", "x");
  EXPECT_EQ(desk_.command({"backup", copy().string()}).status, 1);
  EXPECT_EQ(read_file(copy() / "mine.txt"), "x");
}

TEST_F(Keeping, AnExportHoldsTheRegistersInEveryForm) {
  const Ended ended = desk_.command({"export", copy().string()});
  ASSERT_EQ(ended.status, 0) << ended.err;
  const std::string csv = read_file(copy() / "ri-carti.csv");
  EXPECT_EQ(csv.rfind("register;number;", 0), 0U) << csv;
  EXPECT_NE(csv.find("Baltagul"), std::string::npos);
  EXPECT_NE(read_file(copy() / "ri-carti.jsonl").find("\"title\":\"Ion\""), std::string::npos);
  EXPECT_EQ(read_file(copy() / "ri-carti.pdf").rfind("%PDF-", 0), 0U);
}

TEST_F(Keeping, TheDoctorTouchesNothing) {
  const std::string before = read_file(desk_.folder() / "node.db");
  const Ended ended = desk_.command({"doctor"});
  EXPECT_EQ(ended.status, 0) << ended.out;
  EXPECT_EQ(read_file(desk_.folder() / "node.db"), before);
  write_file(desk_.ini(), read_file(desk_.ini()) + "nonsense = 1\n");
  EXPECT_EQ(desk_.command({"doctor"}).status, 1);
}

TEST_F(Keeping, VerifyEndsWithOneWhenADatabaseIsDamaged) {
  write_file(desk_.folder() / "node.db",
             "this is no database, but it is long enough to be looked at");
  EXPECT_EQ(desk_.command({"verify"}).status, 1);
}

}  // namespace
}  // namespace metodica::desk::test
