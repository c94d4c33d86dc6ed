// A stocktaking through door 1, from the decision to the minutes, on each engine.

#include <gtest/gtest.h>

#include "support/door_test.hpp"

namespace metodica::test {
namespace {

Json copy_line(std::int64_t number, const std::string& custody) {
  return Json::object({{"register", "carti"},
                       {"number", number},
                       {"title", "Volum " + std::to_string(number)},
                       {"value", "12.5000"},
                       {"language", "ro"},
                       {"udc", "821.135.1-31"},
                       {"custody", custody},
                       {"barcode", "RO" + std::to_string(1000 + number)},
                       {"acquired_on", "2015-01-15"}});
}

Json opening() {
  Json::Array copies;
  for (const std::int64_t number : {1, 2, 3, 4, 5})
    copies.push_back(copy_line(number, "adulți"));
  copies.push_back(copy_line(6, "copii"));
  Json::Array books = {Json::object(
      {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 6}})};
  return Json::object({{"opened_on", "2025-01-01"}, {"registers", books}, {"copies", copies}});
}

Json decision() {
  return Json::object({{"custody", "adulți"},
                       {"reason", "periodic"},
                       {"method", "scanning"},
                       {"decision_number", "14"},
                       {"decision_date", "2025-02-01"},
                       {"chair", "Ioana Pop"},
                       {"members", Json::array({"Dan Rus"})},
                       {"starts_on", "2025-02-03"}});
}

Json statement(std::int64_t session) {
  return Json::object({{"session", session},
                       {"keeper", "Ana Ilea"},
                       {"stated_on", "2025-02-03"},
                       {"last_entry", "preluarea din 01.01.2025"},
                       {"last_exit", "niciunul"}});
}

Json minutes(std::int64_t session) {
  return Json::object({{"session", session},
                       {"minutes_number", "3"},
                       {"minutes_date", "2025-02-05"},
                       {"ended_on", "2025-02-05"},
                       {"causes", "Sala cu acces liber."}});
}

class Stocktaking : public DoorTest {
 protected:
  void prepare() override { door().good("registers.open", opening()); }

  std::int64_t begin() {
    const Json reply = door().good("stocktaking.open", decision());
    const std::int64_t session = reply["at"]["args"]["session"].integer();
    door().good("stocktaking.statement", statement(session));
    return session;
  }

  Json state(std::int64_t session) {
    return door().good("stocktaking.state", Json::object({{"session", session}}));
  }

  std::string scan(std::int64_t session, const std::string& code) {
    door().good("stocktaking.scan", Json::object({{"session", session}, {"code", code}}));
    return state(session)["last_verdict"].text();
  }
};

TEST_P(Stocktaking, NothingIsCountedBeforeTheStatement) {
  const Json reply = door().good("stocktaking.open", decision());
  const std::int64_t session = reply["at"]["args"]["session"].integer();
  const Json refused =
      door().call("stocktaking.scan", Json::object({{"session", session}, {"code", "RO1001"}}));
  EXPECT_NE(refused.dump().find("declarația gestionarului"), std::string::npos) << refused.dump();
  EXPECT_EQ(state(session)["counts"]["found"]["units"].integer(), 0);
  EXPECT_EQ(state(session)["last_verdict"].text(), "");
}

TEST_P(Stocktaking, EachScanGetsItsVerdict) {
  const std::int64_t session = begin();
  EXPECT_EQ(scan(session, "RO1001"), "found");
  EXPECT_EQ(scan(session, "1"), "duplicate");
  EXPECT_EQ(scan(session, "carti 2"), "found");
  EXPECT_EQ(scan(session, "RO1006"), "misplaced");
  EXPECT_EQ(scan(session, "XYZ"), "unknown");
  const Json counts = state(session)["counts"];
  EXPECT_EQ(counts["expected"]["units"].integer(), 5);
  EXPECT_EQ(counts["expected"]["value"].text(), "62.5000");
  EXPECT_EQ(counts["found"]["units"].integer(), 2);
  EXPECT_EQ(counts["missing"]["units"].integer(), 3);
  EXPECT_EQ(state(session)["unregistered"].items().size(), 1U);
  EXPECT_EQ(state(session)["misplaced"].items().size(), 1U);
}

TEST_P(Stocktaking, AnUndoneScanDoesNotCount) {
  const std::int64_t session = begin();
  scan(session, "RO1001");
  scan(session, "RO1002");
  door().good("stocktaking.undo_last", Json::object({{"session", session}}));
  EXPECT_EQ(state(session)["counts"]["found"]["units"].integer(), 1);
  EXPECT_EQ(scan(session, "RO1002"), "found");
  EXPECT_EQ(state(session)["counts"]["found"]["units"].integer(), 2);
}

TEST_P(Stocktaking, ALoanWithProofIsNotMissingAndAReturnIs) {
  const std::int64_t session = begin();
  const auto note = [&](const std::string& kind) {
    door().good("stocktaking.note", Json::object({{"session", session},
                                                  {"register", "carti"},
                                                  {"number", 3},
                                                  {"kind", kind},
                                                  {"text", "contract de împrumut 17/20.01.2025"}}));
    return state(session)["counts"];
  };
  Json counts = note("loan");
  EXPECT_EQ(counts["on_loan"]["units"].integer(), 1);
  EXPECT_EQ(counts["missing"]["units"].integer(), 4);
  EXPECT_EQ(scan(session, "RO1003"), "on_loan_here");
  EXPECT_EQ(state(session)["counts"]["found"]["units"].integer(), 1);
  door().good("stocktaking.undo_last", Json::object({{"session", session}}));
  counts = note("back");
  EXPECT_EQ(counts["on_loan"]["units"].integer(), 0);
  EXPECT_EQ(counts["missing"]["units"].integer(), 5);
}

TEST_P(Stocktaking, AnExitDuringTheCountIsAMarkedMovement) {
  const std::int64_t session = begin();
  door().good(
      "registers.exit",
      Json::object(
          {{"cause", "lost_by_user"},
           {"act",
            Json::object({{"kind", "loss_statement"}, {"number", "2"}, {"date", "2025-02-04"}})},
           {"copies", Json::array({Json::object({{"register", "carti"}, {"number", 5}})})}}));
  EXPECT_EQ(scan(session, "RO1005"), "gone");
  door().good("stocktaking.refresh", Json::object({{"session", session}}));
  const Json counts = state(session)["counts"];
  EXPECT_EQ(counts["expected"]["units"].integer(), 5);
  EXPECT_EQ(counts["outside"]["units"].integer(), 1);
  EXPECT_EQ(counts["missing"]["units"].integer(), 4);
}

TEST_P(Stocktaking, ClosingNotesTheCheckAndPrintsMinutes) {
  const std::int64_t session = begin();
  for (const char* code : {"RO1001", "RO1002", "RO1004"})
    scan(session, code);
  EXPECT_NE(
      door().call("stocktaking.minutes_paper", Json::object({{"session", session}}))["kind"].text(),
      "document");
  door().good("stocktaking.close", minutes(session));
  const Json lines = door().good("registers.ri", Json::object({{"register", "carti"}}))["lines"];
  EXPECT_NE(lines.items()[0].dump().find("2025 ✓ 05.02.2025"), std::string::npos)
      << lines.items()[0].dump();
  EXPECT_EQ(lines.items()[2].dump().find("✓"), std::string::npos);
  const Json paper = door().good("stocktaking.minutes_paper", Json::object({{"session", session}}));
  EXPECT_EQ(Door::bytes_of(paper).substr(0, 5), "%PDF-");
  const Json late =
      door().call("stocktaking.scan", Json::object({{"session", session}, {"code", "RO1005"}}));
  EXPECT_EQ(state(session)["counts"]["found"]["units"].integer(), 3) << late.dump();
  EXPECT_TRUE(state(session)["session"]["closed"].boolean());
}

TEST_P(Stocktaking, OneCustodyIsCountedOnceAtATime) {
  begin();
  const Json again = door().call("stocktaking.open", decision());
  EXPECT_NE(again.dump().find("se inventariază deja"), std::string::npos) << again.dump();
  EXPECT_EQ(door().good("stocktaking.sessions")["sessions"].items().size(), 1U);
}

TEST_P(Stocktaking, TheCustodianIsRefusedInTheCommission) {
  door().good("institution.save", Json::object({{"institution_keeper", "Ana Ilea"}}));
  Json args = decision();
  args.set("chair", "Ilea Ana");
  const Json refused = door().call("stocktaking.open", args);
  EXPECT_NE(refused.dump().find("nu poate face parte din comisie"), std::string::npos)
      << refused.dump();
  EXPECT_TRUE(door().good("stocktaking.sessions")["sessions"].items().empty());
}

TEST_P(Stocktaking, EveryScreenIsDrawn) {
  const std::int64_t session = begin();
  scan(session, "RO1001");
  const Json args = Json::object({{"session", session}});
  for (const char* action :
       {"stocktaking.session", "stocktaking.differences", "stocktaking.closing"}) {
    EXPECT_EQ(door().good(action, args)["kind"].text(), "screen") << action;
  }
  EXPECT_EQ(door().good("stocktaking.list")["kind"].text(), "screen");
  EXPECT_EQ(door().good("stocktaking.new")["kind"].text(), "screen");
}

METODICA_ON_SHARED_ENGINES(Stocktaking);

}  // namespace
}  // namespace metodica::test
