// Processing through door 1, on SQLite and PostgreSQL: from the waiting copy to class, call number,
// label and shelf list.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Json copy_line(std::int64_t number, const std::string& author, const std::string& title,
               const std::string& udc) {
  Json line = Json::object({{"register", "carti"},
                            {"number", number},
                            {"title", title},
                            {"author", author},
                            {"value", "10.0000"},
                            {"language", "ro"},
                            {"content", "82"},
                            {"custody", "adulti"},
                            {"barcode", "B" + std::to_string(1000 + number)},
                            {"acquired_on", "2015-01-15"}});
  if (!udc.empty())
    line.set("udc", udc);
  return line;
}

Json opening() {
  Json::Array copies = {copy_line(1, "Rebreanu, Liviu", "Ion", "821.135.1-31"),
                        copy_line(2, "Rebreanu, Liviu", "Ion", "821.135.1-31"),
                        copy_line(3, "Rebreanu, Liviu", "Itic Ștrul, dezertor", ""),
                        copy_line(4, "", "Antologia basmului. Vol. 10", ""),
                        copy_line(5, "", "Antologia basmului. Vol. 2", "")};
  Json::Array registers = {Json::object(
      {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 5}})};
  return Json::object({{"opened_on", "2025-01-01"}, {"registers", registers}, {"copies", copies}});
}

Json mark(std::int64_t number, const std::string& udc = {}) {
  Json args = Json::object({{"register", "carti"}, {"number", number}});
  if (!udc.empty())
    args.set("udc", udc);
  return args;
}

std::vector<std::string> texts(const Json& rows, std::string_view member) {
  std::vector<std::string> all;
  for (const Json& row : rows.items())
    all.push_back(row[member].text());
  return all;
}

class Processing : public DoorTest {
 protected:
  void open() { door().good("registers.open", opening()); }
  std::string call_number(std::int64_t number) {
    const Json lines = door().good(
        "registers.ri", Json::object({{"register", "carti"}, {"from", number}, {"to", number}}));
    return lines["lines"].items().at(0)["call_number"].text();
  }
};

TEST_P(Processing, TheQueueShowsTitlesThatLackSomething) {
  open();
  const std::string screen = door().good("processing.queue").dump();
  EXPECT_THAT(screen, HasSubstr("Itic Ștrul, dezertor"));
  EXPECT_THAT(screen, HasSubstr("fără CZU și cotă"));
  EXPECT_THAT(screen, HasSubstr("\"fără cotă\""));
}

TEST_P(Processing, AllCopiesOfATitleGetTheCallNumberAndLeaveTheQueue) {
  open();
  const Json given = door().good("processing.give_mark", mark(1).set("scope", "all"));
  EXPECT_EQ(given["call_number"].text(), "821.135.1-31 R43i");
  EXPECT_EQ(given["copies"].items().size(), 2U);
  EXPECT_EQ(call_number(1), "821.135.1-31 R43i");
  EXPECT_EQ(call_number(2), "821.135.1-31 R43i");
  EXPECT_EQ(call_number(3), "");
  EXPECT_THAT(door().good("processing.queue").dump(), Not(HasSubstr("\"Ion\"")));
}

TEST_P(Processing, AnotherWorkOfTheAuthorGetsALongerWorkMark) {
  open();
  door().good("processing.give_mark", mark(1));
  EXPECT_EQ(door().good("processing.give_mark", mark(3, "821.135.1-31"))["call_number"].text(),
            "821.135.1-31 R43it");
}

TEST_P(Processing, ASecondCopyTakesOverTheMarkOfItsTitle) {
  open();
  door().good("processing.give_mark", mark(1).set("section", "L").set("author_mark", "R99"));
  const Json screen = door().good("processing.copy", mark(2));
  EXPECT_THAT(screen.dump(), HasSubstr("L 821.135.1-31 R99i"));
}

TEST_P(Processing, AWrongClassIsRefusedWithItsPosition) {
  open();
  const Json refused = door().call("processing.give_mark", mark(3, "821.13.5"));
  EXPECT_EQ(door().status(), METODICA_INVALID);
  EXPECT_EQ(refused["message"].text(), "udc.misplaced_dot");
  EXPECT_EQ(refused["field"].text(), "udc");
  const Json shown = door().good("processing.copy", mark(3, "94((498)"));
  EXPECT_THAT(shown.dump(), HasSubstr("poziția"));
  const Json nothing = door().call("processing.give_mark", mark(3));
  EXPECT_EQ(nothing["message"].text(), "udc.empty") << "a copy without a class needs one";
}

TEST_P(Processing, UnknownAndWithdrawnCopiesAreNamed) {
  open();
  EXPECT_EQ(door().call("processing.give_mark", mark(99, "5"))["message"].text(),
            "registers.copy_unknown");
  door().good(
      "registers.exit",
      Json::object(
          {{"cause", "lost_by_user"},
           {"act", Json::object({{"kind", "minutes"}, {"number", "7"}, {"date", "2025-02-01"}})},
           {"copies", Json::array({mark(2)})}}));
  EXPECT_EQ(door().call("processing.give_mark", mark(2, "5"))["message"].text(),
            "processing.copy_gone");
}

TEST_P(Processing, TheShelfIsInFilingOrderAndLosesWhatIsGone) {
  open();
  door().good("processing.give_mark", mark(4, "398.21"));
  door().good("processing.give_mark", mark(5, "398.21"));
  door().good("processing.give_mark", mark(1).set("section", "C"));
  door().good("processing.give_mark", mark(2).set("section", "-"));
  door().good("processing.give_mark", mark(3, "821.135.1-31"));
  EXPECT_THAT(texts(door().good("processing.marks")["lines"], "call_number"),
              ElementsAre("398.21 A58 v.2", "398.21 A58 v.10", "821.135.1-31 R43i",
                          "821.135.1-31 R43it", "C 821.135.1-31 R43i"));
  EXPECT_THAT(texts(door().good("processing.marks",
                                Json::object({{"from", "82"}, {"section", "-"}}))["lines"],
                    "call_number"),
              ElementsAre("821.135.1-31 R43i", "821.135.1-31 R43it"));
  EXPECT_THAT(door().good("processing.shelf_list", Json::object({{"section", "C"}})).dump(),
              Not(HasSubstr("398.21")));
}

TEST_P(Processing, RulesAndTheTableOfTheLibraryDecideNewMarks) {
  open();
  door().good("processing.rules_save",
              Json::object({{"rules", Json::array({Json::object({{"prefix", "821.135.1"},
                                                                 {"replacement", "821RO"}})})}}));
  // "prefix,number,note\nRebo,292,\n"
  door().good(
      "processing.author_table_load",
      Json::object(
          {{"name", "Tabela bibliotecii"},
           {"file", Json::object({{"name", "t.csv"},
                                  {"base64", "cHJlZml4LG51bWJlcixub3RlClJlYm8sMjkyLAo="}})}}));
  EXPECT_EQ(door().good("processing.give_mark", mark(1))["call_number"].text(), "821RO-31 R292i");
  const Json author =
      door().good("processing.author_mark",
                  Json::object({{"surname", "Rebreanu"}, {"forename", "Liviu"}, {"title", "Ion"}}));
  EXPECT_EQ(author["author_mark"].text(), "R292");
  EXPECT_EQ(author["work_mark"].text(), "i");
  EXPECT_EQ(author["table"].text(), "Tabela bibliotecii");
  const Json wrong = door().call(
      "processing.rules_save",
      Json::object({{"rules", Json::array({Json::object({{"prefix", "x"}, {"depth", 2}})})}}));
  EXPECT_EQ(wrong["field"].text(), "rules/0/prefix");
}

TEST_P(Processing, LabelsArePrintedOnceAndTheSameAgainForTheSameKey) {
  open();
  door().good("processing.give_mark", mark(1).set("scope", "all"));
  const Json all = Json::object({{"kind", "spine"}, {"which", "new"}});
  door().set_key("labels-1");
  const std::string first = Door::bytes_of(door().good("processing.labels_paper", all));
  EXPECT_THAT(first, testing::StartsWith("%PDF"));
  door().set_key("labels-1");
  EXPECT_EQ(Door::bytes_of(door().good("processing.labels_paper", all)), first);
  EXPECT_EQ(door().call("processing.labels_paper", all)["message"].text(), "processing.no_labels");
  door().good("processing.give_mark", mark(1).set("section", "C"));
  door().good("processing.labels_paper", all);  // the changed mark needs a new label
  door().good("processing.labels_paper", Json::object({{"kind", "barcode"},
                                                       {"which", "range"},
                                                       {"register", "carti"},
                                                       {"from", 1},
                                                       {"to", 5}}));
  const Json late =
      door().call("processing.labels_paper",
                  Json::object({{"kind", "spine"}, {"which", "test"}, {"start", 66}}));
  EXPECT_EQ(late["field"].text(), "start") << "L7651 has 65 labels";
}

TEST_P(Processing, TheShelfListIsPrinted) {
  open();
  door().good("processing.give_mark", mark(1).set("scope", "all"));
  const Json paper = door().good("processing.shelf_list_paper");
  EXPECT_THAT(Door::bytes_of(paper), testing::StartsWith("%PDF"));
}

TEST_P(Processing, TheScreenKeepsWhatWasTyped) {
  open();
  door().set_draw("data");
  const Json again =
      door().call("processing.save", mark(3, "821.135.1-31").set("section", "12345"));
  EXPECT_THAT(again.dump(), HasSubstr("12345"));
  EXPECT_EQ(again["kind"].text(), "screen");
  const Json saved = door().good("processing.save", mark(3, "821.135.1-31"));
  EXPECT_THAT(saved["notice"].text(), HasSubstr("821.135.1-31 R43i"));
}

TEST_P(Processing, AFieldEmptiedOnTheScreenStaysEmpty) {
  open();
  door().good("processing.save", mark(1)
                                     .set("as_typed", "1")
                                     .set("shelf_udc", "821RO")
                                     .set("author_mark", "R43")
                                     .set("copy", 4)
                                     .set("scope", "all"));
  EXPECT_EQ(call_number(1), "821RO R43 ex.4");
  EXPECT_EQ(call_number(2), "821RO R43 ex.5");
  const Json none = door().call("processing.save", mark(1).set("as_typed", "1"));
  EXPECT_EQ(none["field"].text(), "shelf_udc");
}

TEST_P(Processing, UdcToolsAnswerPrograms) {
  EXPECT_THAT(
      [&] {
        std::vector<std::string> sorted;
        const Json reply = door().good(
            "processing.udc.sort",
            Json::object({{"notations", Json::array({"592", "37", "592/599", "37:004", "5"})}}));
        for (const Json& one : reply["sorted"].items())
          sorted.push_back(one.text());
        return sorted;
      }(),
      ElementsAre("37", "37:004", "5", "592/599", "592"));
  const Json checked = door().good("processing.udc.check", Json::object({{"notation", "4++5"}}));
  EXPECT_FALSE(checked["ok"].boolean(true));
  EXPECT_GT(checked["problems"].items().at(0)["position"].integer(), 0);
  EXPECT_TRUE(
      door().good("processing.udc.check", Json::object({{"notation", "94(498)"}}))["ok"].boolean());
  const Json key = door().good("processing.udc.key", Json::object({{"notation", "37"}}));
  EXPECT_EQ(key["key"].text().substr(0, 4), "3337");
}

TEST_P(Processing, ShelfReadingNamesTheLeastMoves) {
  const Json read =
      door().good("processing.shelf_read",
                  Json::object({{"marks", Json::array({"5 A12", "61 B20", "53 C30", "62 D40"})}}));
  EXPECT_EQ(read["in_order"].integer(), 3);
  ASSERT_EQ(read["moves"].items().size(), 1U);
}

METODICA_ON_SHARED_ENGINES(Processing);

}  // namespace
}  // namespace metodica::test
