#include "ui/screen.hpp"

#include <gtest/gtest.h>

#include "ui/menu.hpp"

namespace metodica {
namespace {

TEST(Screen, StepsCarryTheirMeaningInBasicBlocks) {
  const Json json = Screen("a.b", "Recepția lotului")
                        .steps(3, {"Document", "Numărare", "Preț", "Recepție"})
                        .json();
  EXPECT_EQ(
      json.dump(),
      R"({"kind":"screen","id":"a.b","title":"Recepția lotului","blocks":[{"block":"steps","at":3,)"
      R"("names":["Document","Numărare","Preț","Recepție"],"else":[{"block":"text","text":"3/4 · Preț"}]}]})");
}

TEST(Screen, EveryRichBlockHasElseOfBasicBlocks) {
  Table table("t");
  table.column("a", "A").row({"1"});
  Scanner scan;
  scan.action = "s.scan";
  scan.label = "Cod";
  scan.verdict = {Level::bad, "Loc greșit", "Raftul 3.1"};
  scan.args = Json::object({{"session", "s1"}});
  scan.keys = {{.label = "Raft nou", .action = "s.shelf", .key = "F2"}};
  Screen screen("a.b", "T");
  screen.steps(1, {"a"})
      .figures({{"găsite", "412"}})
      .scanner(scan)
      .tabs(0, {{"I", "r.s"}})
      .picture("<svg/>", "alt", table);
  const std::vector<std::string> basic = {"heading", "text",  "form", "table",
                                          "actions", "group", "lines"};
  const Json json = screen.json();
  ASSERT_EQ(json["blocks"].items().size(), 5U);
  for (const Json& block : json["blocks"].items()) {
    ASSERT_FALSE(block["else"].items().empty()) << block.dump();
    for (const Json& inner : block["else"].items()) {
      EXPECT_NE(std::find(basic.begin(), basic.end(), inner["block"].text()), basic.end())
          << inner.dump();
    }
  }
}

TEST(Screen, ScannerWithoutRichHostsIsAForm) {
  Scanner scan;
  scan.action = "s.scan";
  scan.label = "Cod";
  scan.args = Json::object({{"session", "s1"}});
  const Json json = Screen("a.b", "T").scanner(scan).json();
  const Json& form = json["blocks"].items()[0]["else"].items()[0];
  EXPECT_EQ(form["action"].text(), "s.scan");
  EXPECT_EQ(form["fields"].items()[0]["name"].text(), "code");
  EXPECT_EQ(form["fields"].items()[1]["value"].text(), "s1");
}

TEST(Table, CellsFillTheColumns) {
  Table table("lots");
  table.column("n", "Nr.", CellKind::integer)
      .column("t", "Titlu")
      .column("s", "Stare", CellKind::tag);
  table.row({"1", Cell::link("Ion", "r.lot", Json::object({{"lot", 1}})).note("Rebreanu"),
             Cell::tag("complet", Level::good)},
            {{.label = "Scoate", .action = "r.remove", .writes = true}});
  table.row({"2"});
  table.next("r.list", Json::object({{"after", "2"}}));
  EXPECT_EQ(
      table.json().dump(),
      R"({"block":"table","id":"lots","columns":[{"name":"n","label":"Nr.","kind":"integer"},)"
      R"({"name":"t","label":"Titlu","kind":"text"},{"name":"s","label":"Stare","kind":"tag"}],"rows":[)"
      R"({"cells":["1",{"text":"Ion","action":"r.lot","args":{"lot":1},"note":"Rebreanu"},{"tag":"complet","level":"good"}],)"
      R"("actions":[{"label":"Scoate","action":"r.remove","args":{},"writes":true}]},{"cells":["2","",""]}],)"
      R"("next":{"action":"r.list","args":{"after":"2"}}})");
}

TEST(Menu, ShowsWhatARoleMaySee) {
  const std::vector<MenuEntry> entries = {
      {"r.ri", "RI", 2, {}, "r.ri", "registers"},
      {"r.rmf", "RMF", 1, {"manager", "librarian"}, "r.rmf", "registers"},
      {"w.list", "W", 1, {"manager"}, "w.list", "withdrawal"},
  };
  const Messages say("ro");
  const Json librarian = menu_json(entries, {"librarian"}, say);
  ASSERT_EQ(librarian["groups"].items().size(), 1U);
  const Json& group = librarian["groups"].items()[0];
  EXPECT_EQ(group["title"].text(), say("menu.registers"));
  ASSERT_EQ(group["entries"].items().size(), 2U);
  EXPECT_EQ(group["entries"].items()[0]["id"].text(), "r.rmf");
  EXPECT_EQ(menu_json(entries, {"manager"}, say)["groups"].items().size(), 2U);
  EXPECT_FALSE(may_see(entries[2], {"reader"}));
}

}  // namespace
}  // namespace metodica
