// Each trap of Koha that concerns an adapter, numbered and named as our notes on Koha number them.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "koha/src/codes.hpp"
#include "rest_fixture.hpp"

namespace metodica::koha::test {
namespace {

using Traps = RestTest;
using TrapsInside = KohaTest;

// 2. Koha runs its database without strict mode: a long barcode is cut, a taken one is swallowed.
TEST_F(Traps, T02_ALongBarcodeIsRefusedNotCut) {
  const std::string long_one(21, '7');
  EXPECT_EQ(create(new_copy(long_one, 1)).code, "too_long_barcode");
  EXPECT_EQ(create(new_copy(std::string(20, '7'), 1), "k2").outcome, Outcome::done_confirmed);
  add_item("RO1");
  EXPECT_EQ(change("RO1", Json::object({{"barcode", long_one}})).code, "too_long_barcode");
  EXPECT_EQ(change("RO1", Json::object({{"call_number", std::string(256, '8')}})).code,
            "too_long_call_number");
  EXPECT_EQ(change("RO1", Json::object({{"price", "1000000.0000"}})).code, "invalid_price");
  EXPECT_EQ(change("RO1", Json::object({{"price", "45.5050"}})).code, "invalid_price");
}

TEST_F(Traps, T02_ATakenBarcodeIsRefusedAndNoItemIsMissing) {
  add_item("RO1");
  add_item("RO2");
  EXPECT_EQ(create(new_copy("RO1", 5)).code, "barcode_in_use");
  EXPECT_EQ(change("RO2", Json::object({{"barcode", "RO1"}})).code, "barcode_in_use");
  EXPECT_EQ(data_.items().size(), 2U);
  EXPECT_EQ(data_.writes, 0);
}

// The characters of a barcode count, not its bytes.
TEST_F(Traps, T02_LengthsAreCountedInCharacters) {
  EXPECT_EQ(characters("ăîșțâ"), 5U);
  std::string twenty;
  for (int i = 0; i < 20; ++i) {
    twenty += "ș";
  }
  EXPECT_EQ(create(new_copy(twenty, 1)).outcome, Outcome::done_confirmed);
}

// 3. Every change of an item over REST empties the local subfields.
TEST_F(Traps, T03_LocalSubfieldsAreNotWiped) {
  const std::int64_t with =
      add_item("RO1", Json::object({{"extended_subfields", "<subfield code=\"j\">x</subfield>"}}));
  add_item("RO2", Json::object({{"extended_subfields", Json()}}));
  const auto refused = change("RO1", Json::object({{"call_number", "1"}}));
  EXPECT_EQ(refused.outcome, Outcome::refused);
  EXPECT_EQ(refused.code, "has_subfields");
  EXPECT_FALSE((*data_.item(with))["extended_subfields"].text().empty());
  EXPECT_EQ(change("RO2", Json::object({{"call_number", "1"}})).outcome, Outcome::done_confirmed);
}

TEST_F(Traps, T03_AKohaThatDoesNotTellItsSubfieldsIsNotChanged) {
  rest_.missing_fields = {"extended_subfields"};
  add_item("RO1");
  EXPECT_EQ(change("RO1", Json::object({{"call_number", "1"}})).code, "subfields_unknown");
  EXPECT_EQ(data_.writes, 0);
}

// 3, inside: Koha's own code changes only what is named.
TEST_F(TrapsInside, T03_InsideKohaTheSubfieldsStay) {
  const std::int64_t id = add_item("RO1", Json::object({{"extended_subfields", "<x/>"}}));
  EXPECT_EQ(change("RO1", Json::object({{"call_number", "1"}})).outcome, Outcome::done_confirmed);
  EXPECT_EQ((*data_.item(id))["extended_subfields"].text(), "<x/>");
}

// 5. Login checks can fail open: one request without credentials must be refused.
TEST_F(Traps, T05_AKohaOpenToAllIsNotUsed) {
  rest_.open_to_all = true;
  add_item("RO1");
  const Problem problem = failed_reading();
  EXPECT_EQ(problem.status, METODICA_DENIED);
  EXPECT_EQ(problem.message, "koha.open_to_all");
  EXPECT_EQ(rest_.count("PUT", ""), 0U);
  const auto checks = host().info->self_test(context());
  ASSERT_TRUE(checks);
  EXPECT_EQ(checks->front()["check"].text(), "login_needed");
  EXPECT_EQ(checks->front()["result"].text(), "failed");
}

// 6. A search for 0803 also finds 30803.
TEST_F(Traps, T06_ABarcodeIsFoundExactly) {
  add_item("30803");
  EXPECT_TRUE(copy("0803")["missing"].boolean());
  rest_.loose_match = true;
  EXPECT_TRUE(copy("0803")["missing"].boolean()) << "Koha's answer must be compared again";
  add_item("0803");
  EXPECT_EQ(copy("0803")["barcode"].text(), "0803");
  for (const Seen& one : rest_.seen()) {
    if (one.path == "/items" && one.logged_in) {
      EXPECT_THAT(one.query, testing::HasSubstr("_match=exact"));
    }
  }
}

// 7. One row with a NULL where Koha's definition wants text turns the whole page into a 500.
TEST_F(Traps, T07_ABadRowIsLeftOutAndReported) {
  data_.fill(1500, title_);
  rest_.bad_rows = {1300, 1301, 2700};
  const auto all = walked();
  EXPECT_EQ(all.size(), 1497U);
  std::set<std::string> ids;
  for (const Json& one : all) {
    ids.insert(one["id"].text());
  }
  EXPECT_EQ(ids.size(), 1497U);
  EXPECT_FALSE(ids.contains("0000001300"));
  EXPECT_FALSE(ids.contains("0000002700"));
  EXPECT_THAT(log_, testing::Contains(testing::HasSubstr("koha.bad_row")));
  EXPECT_LT(rest_.count("GET", "/items"), 60U);
}

// 8. What arrives in part is a new line whose parent is the old one.
TEST_F(Traps, T08_SplitOrderLinesAreOne) {
  const auto line = [](int id, int parent, int quantity, int received, const char* status) {
    return Json::object({{"order_id", id},
                         {"parent_order_id", parent},
                         {"basket_id", 12},
                         {"fund_id", 7},
                         {"quantity", quantity},
                         {"quantity_received", received},
                         {"unit_price", 45.5},
                         {"status", status},
                         {"biblio", Json::object({{"title", "Luceafărul"}})},
                         {"basket", Json::object({{"vendor_id", 4}})}});
  };
  data_.rows["order_lines"] = {line(31, 31, 2, 0, "partial"), line(32, 32, 1, 0, "ordered"),
                               line(33, 31, 2, 2, "complete"), line(34, 33, 1, 1, "complete")};
  const auto lines = host().acquisitions->order_lines(context(), "", 100);
  ASSERT_TRUE(lines) << lines.error().message;
  ASSERT_EQ(lines->size(), 2U);
  EXPECT_EQ((*lines)[0]["copies"].integer(), 5);
  EXPECT_EQ((*lines)[0]["received"].integer(), 3);
  EXPECT_EQ((*lines)[0]["state"].text(), "part");
  EXPECT_EQ((*lines)[0]["vendor"].text(), "0000000004");
  EXPECT_EQ((*lines)[0]["price"].text(), "45.5000");
  EXPECT_EQ((*lines)[1]["state"].text(), "ordered");
}

// 9. cn_sort has no UDC order, so nothing of ours may come from it.
TEST_F(Traps, T09_KohasSortKeyIsNotUsed) {
  add_item("RO1", Json::object({{"call_number_sort", "51075"}}));
  EXPECT_EQ(copy("RO1").dump().find("51075"), std::string::npos);
}

// 10, 11, 14. No saved report, no SQL, no svc and no cookie: only the API, with a token.
TEST_F(Traps, T10_T11_T14_OnlyTheApiWithAToken) {
  add_item("RO1", Json::object({{"extended_subfields", Json()}}));
  EXPECT_EQ(change("RO1", Json::object({{"call_number", "1"}})).outcome, Outcome::done_confirmed);
  int writes = 0;
  for (const Seen& one : rest_.seen()) {
    if (one.method == "PUT") {
      ++writes;
      EXPECT_TRUE(one.logged_in);
      EXPECT_THAT(one.path, testing::MatchesRegex("/biblios/[0-9]+/items/[0-9]+"));
    }
  }
  EXPECT_EQ(writes, 1);
  EXPECT_EQ(rest_.tokens_given, 1);
}

// 12. A worker is forked: its connection and its token belong to another process.
TEST_F(Traps, T12_AForkedWorkerStartsAgain) {
  add_item("RO1");
  ASSERT_FALSE(copy("RO1").has("missing"));
  const pid_t child = ::fork();
  if (child == 0) {
    const bool good = adapter_->start() && copy("RO1")["barcode"].text() == "RO1";
    ::_exit(good ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(copy("RO1")["barcode"].text(), "RO1") << "the parent's own connection still works";
}

// 13. After an upgrade of Koha a worker that starts sees the new definition.
TEST_F(Traps, T13_ANewDefinitionIsReadAtTheStart) {
  const auto make = new_copy("RO1", 1);
  EXPECT_EQ(create(make).outcome, Outcome::done_confirmed);
  rest_.missing_paths = {"post /biblios/{biblio_id}/items"};
  adapter_->stop();
  ASSERT_TRUE(adapter_->start());
  EXPECT_EQ(create(new_copy("RO2", 2), "k2").code, "unsupported");
}

// 15. Case, accents and trailing blanks do not count for Koha.
TEST_F(Traps, T15_CodesAreComparedAsKohaDoes) {
  EXPECT_TRUE(same_code("ROSVC1", "rosvc1  "));
  EXPECT_TRUE(same_code("CĂRȚI-ș", "carti-s"));
  EXPECT_TRUE(same_code("\u015f\u0163", "șț"));
  EXPECT_FALSE(same_code("RO-1", "RO1"));
  EXPECT_FALSE(same_code(" RO1", "RO1"));
  add_item("ROSVC1");
  EXPECT_EQ(copy("rosvc1 ")["barcode"].text(), "ROSVC1");
  EXPECT_EQ(create(new_copy("rosvc1", 5)).code, "barcode_in_use");
  const auto two = host().holdings_write->create(context("k2"),
                                                 {new_copy("carte-ș", 6), new_copy("CARTE-S", 7)});
  ASSERT_TRUE(two);
  EXPECT_EQ((*two)[0].outcome, Outcome::done_confirmed);
  EXPECT_EQ((*two)[1].code, "barcode_in_use");
}

// Paging goes by id: rows that are added or deleted meanwhile move nothing.
TEST_F(Traps, PagesDoNotShiftWhileOthersWrite) {
  data_.fill(2100, title_);
  int lines = 0;
  std::set<std::string> ids;
  ASSERT_TRUE(host().holdings->walk(context(), Json::object(), "", [&](const Json& line) {
    if (++lines == 500) {
      data_.remove_item(1202);
      data_.remove_item(1203);
    }
    EXPECT_TRUE(ids.insert(line["id"].text()).second);
    return true;
  }));
  EXPECT_EQ(ids.size(), 2100U);
}

}  // namespace
}  // namespace metodica::koha::test
