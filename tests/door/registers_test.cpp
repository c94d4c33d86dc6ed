// The registers through door 1, on SQLite and PostgreSQL: what an auditor would try.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;

Json copy_line(std::int64_t number, const std::string& value) {
  return Json::object({{"register", "carti"},
                       {"number", number},
                       {"title", "Volum " + std::to_string(number)},
                       {"value", value},
                       {"language", "ro"},
                       {"udc", "821.135.1-31"},
                       {"acquired_on", "2015-01-15"}});
}

Json opening() {
  Json::Array copies = {copy_line(3, "2.5000"), copy_line(4, "0.0030")};
  Json::Array registers = {Json::object(
      {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 4}})};
  return Json::object({{"opened_on", "2025-01-01"}, {"registers", registers}, {"copies", copies}});
}

Json act(const std::string& number, const std::string& date) {
  return Json::object({{"kind", "minutes"}, {"number", number}, {"date", date}});
}

Json donation(const std::string& number, int copies = 2) {
  Json line = Json::object({{"title", "Carte"},
                            {"language", "ro"},
                            {"udc", "821.135.1"},
                            {"register", "carti"},
                            {"copies", copies},
                            {"unit_value", "10.00"}});
  return Json::object({{"source", "donation"},
                       {"partner", "Donator"},
                       {"act", act(number, "2026-01-02")},
                       {"lines", Json::array({line})}});
}

Json leaving(std::int64_t number, const std::string& cause = "worn") {
  return Json::object(
      {{"cause", cause},
       {"act", act("7", "2026-05-05")},
       {"approval", "decizia nr. 21/12.05.2026"},
       {"copies", Json::array({Json::object({{"register", "carti"}, {"number", number}})})}});
}

class Registers : public DoorTest {
 protected:
  void prepare() override { door().good("registers.open", opening()); }

  /// Runs a statement past all rules, as somebody with the file in hand might.
  bool tamper(const std::string& sql) {
    const auto done =
        door().database()->write({"57706", {"57706"}}, [&](UnitOfWork& work) -> Result<void> {
          work.execute(sql);
          return {};
        });
    return done.has_value();
  }

  static std::string without_guard(const std::string& table) {
    return GetParam() == TestEngine::postgresql ? "DROP TRIGGER " + table + "_no_change ON " + table
                                                : "DROP TRIGGER " + table + "_no_update";
  }
};

TEST_P(Registers, NothingIsRegisteredBeforeTheOpening) {
  Door fresh(GetParam());
  EXPECT_EQ(fresh.call("acquisition.receive", donation("1"))["message"].text(),
            "registers.not_opened");
  EXPECT_EQ(fresh.status(), METODICA_INVALID);
}

TEST_P(Registers, AnUnknownFieldIsNamed) {
  Json args = leaving(3);
  args.set("causa", "worn");
  const Json problem = door().call("registers.exit", args);
  EXPECT_EQ(problem["field"].text(), "causa");
  EXPECT_EQ(problem["code"].text(), "invalid");
}

TEST_P(Registers, AMissingFieldOfARowIsNamedWithItsRow) {
  Json args = leaving(3);
  args.set("copies", Json::array({Json::object({{"register", "carti"}})}));
  EXPECT_EQ(door().call("registers.exit", args)["field"].text(), "copies/0/number");
}

TEST_P(Registers, TheSameKeyGivesTheSameReplyAfterARestart) {
  door().set_key("once");
  const Json first = door().good("acquisition.receive", donation("1"));
  door().restart();
  door().set_key("once");
  EXPECT_EQ(door().good("acquisition.receive", donation("1")), first);
  EXPECT_EQ(door()
                .good("registers.rmf", Json::object({{"year", 2026}, {"part", 1}}))["rows"]
                .items()
                .size(),
            1U);
}

TEST_P(Registers, TheSameKeyForAnotherActIsAConflict) {
  door().set_key("once");
  door().good("acquisition.receive", donation("1"));
  door().set_key("once");
  EXPECT_EQ(door().call("acquisition.receive", donation("2"))["message"].text(), "app.key_reused");
  EXPECT_EQ(door().status(), METODICA_CONFLICT);
}

TEST_P(Registers, AWritingActionNeedsAKey) {
  const Json reply = door().raw(
      R"({"do":"registers.close_year","as":{"user":"x","roles":["keeper"]},"args":{"year":2025}})");
  EXPECT_EQ(reply["field"].text(), "key");
}

TEST_P(Registers, RolesAreChecked) {
  door().set_roles({"librarian"});
  EXPECT_EQ(door().call("registers.exit", leaving(3))["code"].text(), "denied");
  EXPECT_EQ(door().status(), METODICA_DENIED);
}

TEST_P(Registers, TheNeighbourSeesNothing) {
  door().set_library("57707");
  EXPECT_EQ(door().call("registers.ri", Json::object({{"register", "carti"}}))["message"].text(),
            "registers.unknown_register");
  door().set_library("99999");
  EXPECT_EQ(door().call("registers.ri", Json::object({{"register", "carti"}}))["code"].text(),
            "denied");
}

TEST_P(Registers, ARegisteredLotIsCorrectedByReversalAndANewRow) {
  door().good("acquisition.receive", donation("1"));
  const Json correction = Json::object({{"year", 2026},
                                        {"number", 1},
                                        {"reason", "valoare greșită"},
                                        {"act", act("9", "2026-02-01")}});
  EXPECT_EQ(door().good("registers.correct", correction)["value"].text(), "20.0000");
  Json right = donation("1");
  right.set("corrects", "1/2026");
  EXPECT_EQ(door().good("acquisition.receive", right)["rmf"]["number"].integer(), 2);
  const Json lines =
      door().good("registers.ri", Json::object({{"register", "carti"}, {"from", 5}}));
  const Json& wrong = lines["lines"].items().at(0);
  EXPECT_EQ(wrong["exit"]["cause"].text(), "correction");
  EXPECT_EQ(wrong["exit"]["corrects"].text(), "1/2026");
  EXPECT_THAT(wrong["remarks"].items().at(0).text(),
              HasSubstr("Înregistrat eronat, anulat prin actul nr. 9/01.02.2026"));
  EXPECT_EQ(lines["lines"].items().at(2)["number"].integer(), 7);
  EXPECT_TRUE(door().good("registers.verify")["ok"].boolean());
}

TEST_P(Registers, TheStoreRefusesToChangeThePast) {
  door().good("acquisition.receive", donation("1"));
  EXPECT_FALSE(tamper("UPDATE inventory_entry SET title = 'Altceva' WHERE library = {library}"));
  EXPECT_TRUE(door().good("registers.verify")["ok"].boolean());
}

TEST_P(Registers, AChangedPastIsFound) {
  door().good("acquisition.receive", donation("1"));
  ASSERT_TRUE(tamper(without_guard("inventory_entry")));
  ASSERT_TRUE(
      tamper("UPDATE inventory_entry SET language_column = 'hu' WHERE library = {library} AND "
             "number = 5"));
  const Json reply = door().good("registers.verify");
  EXPECT_FALSE(reply["ok"].boolean());
  const std::string found = reply["problems"].dump();
  EXPECT_THAT(found, HasSubstr("amprenta"));
  EXPECT_THAT(found, HasSubstr("„ro” RMF arată 4 existente, iar în RI sunt 3"));
}

TEST_P(Registers, APaperPrintedAgainIsMarked) {
  const Json args = Json::object({{"register", "carti"}});
  door().set_key("print-1");
  const std::string original = Door::bytes_of(door().good("registers.ri_paper", args));
  door().set_key("print-1");
  EXPECT_EQ(Door::bytes_of(door().good("registers.ri_paper", args)), original)
      << "same key, same paper";
  const std::string again = Door::bytes_of(door().good("registers.ri_paper", args));
  EXPECT_EQ(again.substr(0, 5), "%PDF-");
  EXPECT_NE(again, original) << "the second print carries its mark";
}

TEST_P(Registers, YearsCloseInOrder) {
  EXPECT_EQ(door().call("registers.close_year", Json::object({{"year", 2026}}))["message"].text(),
            "registers.close_order");
  door().good("registers.close_year", Json::object({{"year", 2025}}));
  EXPECT_EQ(door().call("registers.close_year", Json::object({{"year", 2025}}))["message"].text(),
            "registers.closed_before");
  Json late = leaving(3);
  late.set("registered_on", "2025-06-01").set("act", act("7", "2025-05-05"));
  EXPECT_EQ(door().call("registers.exit", late)["message"].text(), "registers.year_closed");
  EXPECT_TRUE(door().good("registers.verify")["ok"].boolean());
}

TEST_P(Registers, OpeningLinesMayComeAhead) {
  Door fresh(GetParam());
  fresh.good("registers.opening_lines",
             Json::object({{"copies", Json::array({copy_line(3, "2.5000")})}}));
  Json args = opening();
  args.set("copies", Json::array({copy_line(4, "0.0030")}));
  EXPECT_EQ(fresh.good("registers.open", args)["units"].integer(), 2);
}

TEST_P(Registers, EveryScreenIsDrawnInEveryLanguage) {
  door().good("acquisition.receive", donation("1"));
  door().set_draw("html");
  for (const std::string lang : {"ro", "en", "hu"}) {
    door().set_lang(lang);
    for (const std::string action :
         {"registers.movement", "registers.inventory", "registers.closing", "registers.check",
          "institution.settings", "host.waiting"}) {
      EXPECT_THAT(door().good(action)["html"].text(), HasSubstr("<h1")) << action;
    }
  }
}

METODICA_ON_SHARED_ENGINES(Registers);

}  // namespace
}  // namespace metodica::test
