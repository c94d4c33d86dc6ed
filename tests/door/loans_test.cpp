// Copies on loan, typed by hand, through door 1 on the standalone host.

#include <gtest/gtest.h>

#include "support/door.hpp"
#include "support/small_stock.hpp"

namespace metodica::test {
namespace {

Json lent(const std::string& barcode, const std::string& since, const std::string& due) {
  return Json::object({{"barcode", barcode}, {"since", since}, {"due", due}});
}

class TypedLoans : public testing::Test {
 protected:
  void SetUp() override {
    door().good("registers.open", opening_with({}));
    door().good("acquisition.receive", donation_of_two("821.135.1"));
  }

  Door& door() { return door_; }

  std::size_t listed() {
    const Json screen = door().good("stocktaking.loans");
    for (const Json& block : screen["blocks"].items()) {
      if (block["block"].text() == "table")
        return block["rows"].items().size();
    }
    return 99;
  }

 private:
  Door door_;
};

TEST_F(TypedLoans, AreListedUntilTheCopyComesBack) {
  EXPECT_EQ(listed(), 0U);
  door().good("stocktaking.lend", lent("X1", "2026-02-01", "2026-02-15"));
  door().good("stocktaking.lend", lent("X2", "", ""));
  door().restart();
  EXPECT_EQ(listed(), 2U);
  EXPECT_NE(door().good("stocktaking.loans").dump().find("15.02.2026"), std::string::npos);
  door().good("stocktaking.give_back", Json::object({{"barcode", "X1"}}));
  EXPECT_EQ(listed(), 1U);
}

TEST_F(TypedLoans, AreKnownToTheStocktaking) {
  door().good("stocktaking.lend", lent("X1", "2026-02-01", "2026-02-15"));
  const Json decision = Json::object({{"custody", ""},
                                      {"reason", "periodic"},
                                      {"method", "scanning"},
                                      {"decision_number", "14"},
                                      {"decision_date", "2026-03-01"},
                                      {"chair", "Ioana Pop"},
                                      {"members", Json::array({"Dan Rus"})},
                                      {"starts_on", "2026-03-03"}});
  const Json opened = door().good("stocktaking.open", decision);
  const Json state = door().good("stocktaking.state", opened["at"]["args"]);
  EXPECT_EQ(state["counts"]["on_loan"]["units"].integer(), 1);
}

TEST_F(TypedLoans, AWrongOneIsRefusedAtItsField) {
  const auto field = [&](const Json& args) {
    return door().call("stocktaking.lend", args)["problem"]["field"].text() +
           door().call("stocktaking.lend", args)["field"].text();
  };
  EXPECT_EQ(field(lent("NOT-THERE", "", "")), "barcode");
  EXPECT_EQ(field(lent("X1", "2999-01-01", "")), "since");
  EXPECT_EQ(field(lent("X1", "2026-02-10", "2026-02-01")), "due");
  EXPECT_EQ(listed(), 0U);
}

TEST(LoansMenu, IsLeftOutWhereTheHostLendsByItself) {
  Door with;
  EXPECT_NE(with.good("app.menu").dump().find("stocktaking.loans"), std::string::npos);
  Door without(TestEngine::sqlite_file, "template");
  EXPECT_EQ(without.good("app.menu").dump().find("stocktaking.loans"), std::string::npos);
}

}  // namespace
}  // namespace metodica::test
