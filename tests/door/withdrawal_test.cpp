// A withdrawal through door 1, from the proposal to RMF part II, on each engine.

#include <gtest/gtest.h>

#include "support/door_test.hpp"

namespace metodica::test {
namespace {

Json copy_line(std::int64_t number, bool heritage = false) {
  Json line = Json::object({{"register", "carti"},
                            {"number", number},
                            {"title", "Volum " + std::to_string(number)},
                            {"value", "2.5000"},
                            {"language", "ro"},
                            {"udc", "63"},
                            {"barcode", "RO" + std::to_string(1000 + number)},
                            {"acquired_on", "2007-05-02"}});
  if (heritage)
    line.set("heritage", true);
  return line;
}

Json opening() {
  Json::Array copies = {copy_line(1), copy_line(2), copy_line(3, true)};
  Json::Array books = {Json::object(
      {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 3}})};
  return Json::object({{"opened_on", "2025-01-01"}, {"registers", books}, {"copies", copies}});
}

/// One copy that enters today: number 4.
Json donation() {
  Json line = Json::object({{"title", "Carte nouă"},
                            {"language", "ro"},
                            {"udc", "821.135.1"},
                            {"register", "carti"},
                            {"copies", 1},
                            {"unit_value", "10.00"}});
  return Json::object(
      {{"source", "donation"},
       {"partner", "Donator"},
       {"act", Json::object({{"kind", "minutes"}, {"number", "1"}, {"date", "2025-02-01"}})},
       {"lines", Json::array({line})}});
}

Json proposed(const std::vector<std::string>& codes) {
  Json::Array copies;
  for (const auto& code : codes)
    copies.push_back(Json::object({{"code", code}, {"state", "cotor rupt"}}));
  return Json::object({{"cause", "worn"}, {"copies", std::move(copies)}});
}

Json finding(const std::string& copy, const std::string& verdict) {
  return Json::object({{"copy", copy}, {"verdict", verdict}, {"finding", "constatat de comisie"}});
}

Json examination(std::int64_t proposal, Json::Array copies) {
  return Json::object({{"proposal", proposal},
                       {"decision_number", "19"},
                       {"decision_date", "2025-02-02"},
                       {"chair", "Ioana Pop"},
                       {"members", Json::array({"Dan Rus"})},
                       {"minutes_number", "7"},
                       {"minutes_date", "2025-02-05"},
                       {"destination", "waste_paper"},
                       {"copies", std::move(copies)}});
}

Json approval(std::int64_t proposal) {
  return Json::object(
      {{"proposal", proposal}, {"decision_number", "21"}, {"decision_date", "2025-02-12"}});
}

class Withdrawal : public DoorTest {
 protected:
  void prepare() override {
    door().good("registers.open", opening());
    door().good("acquisition.receive", donation());
  }

  std::int64_t propose(const std::vector<std::string>& codes) {
    return door().good("withdrawal.propose", proposed(codes))["at"]["args"]["proposal"].integer();
  }

  std::string reason_of(const std::string& cause, Json copy) {
    const Json reply =
        door().good("withdrawal.check",
                    Json::object({{"cause", cause}, {"copies", Json::array({std::move(copy)})}}));
    return reply["copies"].items().at(0)["reason"].text();
  }

  std::size_t exits() {
    return door()
        .good("registers.rmf", Json::object({{"year", exit_year_}, {"part", 2}}))["rows"]
        .items()
        .size();
  }

  void remember_year(const Json& screen) {
    // "1/2026" stands in the notice of the approval
    const std::string& notice = screen["notice"].text();
    const std::size_t slash = notice.find("1/");
    ASSERT_NE(slash, std::string::npos) << notice;
    exit_year_ = std::stoll(notice.substr(slash + 2, 4));
  }

 private:
  std::int64_t exit_year_ = 2025;
};

TEST_P(Withdrawal, EachRuleGivesItsReason) {
  const auto number = [](std::int64_t of) {
    return Json::object({{"register", "carti"}, {"number", of}});
  };
  EXPECT_EQ(reason_of("worn", number(1)), "");
  EXPECT_EQ(reason_of("worn", Json::object({{"barcode", "RO1002"}})), "");
  EXPECT_EQ(reason_of("worn", number(3)), "withdrawal.refused.heritage");
  EXPECT_EQ(reason_of("worn", number(4)), "withdrawal.refused.too_young");
  EXPECT_EQ(reason_of("missing", number(4)), "");
  EXPECT_EQ(reason_of("worn", number(99)), "withdrawal.refused.unknown");
}

TEST_P(Withdrawal, WhatIsRefusedDoesNotStopTheOthers) {
  const std::int64_t proposal = propose({"RO1001", "4"});
  const Json screen = door().good("withdrawal.proposal", Json::object({{"proposal", proposal}}));
  EXPECT_NE(screen.dump().find("se poate elimina de la"), std::string::npos);
  EXPECT_EQ(reason_of("worn", Json::object({{"barcode", "RO1001"}})),
            "withdrawal.refused.in_proposal");
}

TEST_P(Withdrawal, OnlyRefusedCopiesMakeNoProposal) {
  const Json refused = door().call("withdrawal.propose", proposed({"4", "RO1003"}));
  EXPECT_EQ(refused["message"].text(), "withdrawal.refused.too_young");
  EXPECT_EQ(refused["field"].text(), "copies/0/code");
  door().set_draw("screen");  // a person sees every reason, beside its copy
  const std::string page = door().call("withdrawal.propose", proposed({"4", "RO1003"})).dump();
  EXPECT_NE(page.find("se poate elimina de la"), std::string::npos) << page;
  EXPECT_NE(page.find("bun de patrimoniu"), std::string::npos) << page;
  door().set_draw("");
  EXPECT_EQ(door().good("withdrawal.list").dump().find("\"withdrawal.proposal\""),
            std::string::npos);
}

TEST_P(Withdrawal, ApprovalWritesTheExitOfTheAcceptedCopies) {
  const std::int64_t proposal = propose({"RO1001", "RO1002"});
  door().good("withdrawal.examine",
              examination(proposal, {finding("carti 1", "accept"), finding("carti 2", "reject")}));
  remember_year(door().good("withdrawal.approve", approval(proposal)));
  EXPECT_EQ(exits(), 1U);
  const Json lines = door().good("registers.ri", Json::object({{"register", "carti"}}))["lines"];
  EXPECT_NE(lines.items()[0].dump().find("worn"), std::string::npos) << lines.items()[0].dump();
  EXPECT_EQ(reason_of("worn", Json::object({{"barcode", "RO1001"}})), "withdrawal.refused.gone");
  EXPECT_EQ(reason_of("worn", Json::object({{"barcode", "RO1002"}})), "");  // kept, so free again
  const Json again = door().call("withdrawal.approve", approval(proposal));
  EXPECT_NE(again.dump().find("Pasul nu se poate face"), std::string::npos) << again.dump();
  EXPECT_EQ(exits(), 1U);
}

TEST_P(Withdrawal, NothingIsApprovedBeforeTheCommission) {
  const std::int64_t proposal = propose({"RO1001"});
  door().call("withdrawal.approve", approval(proposal));
  EXPECT_EQ(exits(), 0U);
}

TEST_P(Withdrawal, TheCommissionJudgesEveryCopy) {
  const std::int64_t proposal = propose({"RO1001", "RO1002"});
  const Json reply =
      door().call("withdrawal.examine", examination(proposal, {finding("carti 1", "accept")}));
  EXPECT_NE(reply.dump().find("nu s-a pronunțat"), std::string::npos) << reply.dump();
}

TEST_P(Withdrawal, ARefusedProposalFreesItsCopies) {
  const std::int64_t proposal = propose({"RO1001"});
  door().good("withdrawal.refuse",
              Json::object({{"proposal", proposal}, {"reason", "Se recondiționează."}}));
  EXPECT_EQ(reason_of("worn", Json::object({{"barcode", "RO1001"}})), "");
  EXPECT_EQ(exits(), 0U);
}

TEST_P(Withdrawal, ThePapersArePdf) {
  const std::int64_t proposal = propose({"RO1001"});
  const Json args = Json::object({{"proposal", proposal}});
  EXPECT_EQ(Door::bytes_of(door().good("withdrawal.list_paper", args)).substr(0, 5), "%PDF-");
  EXPECT_NE(door().call("withdrawal.minutes_paper", args)["kind"].text(), "document");
  door().good("withdrawal.examine", examination(proposal, {finding("carti 1", "accept")}));
  door().good("withdrawal.approve", approval(proposal));
  EXPECT_EQ(Door::bytes_of(door().good("withdrawal.minutes_paper", args)).substr(0, 5), "%PDF-");
}

TEST_P(Withdrawal, OnlyTheManagerApproves) {
  const std::int64_t proposal = propose({"RO1001"});
  door().good("withdrawal.examine", examination(proposal, {finding("carti 1", "accept")}));
  door().set_roles({"keeper", "commission", "librarian", "administrator"});
  door().call("withdrawal.approve", approval(proposal));
  EXPECT_EQ(door().status(), METODICA_DENIED);
}

TEST_P(Withdrawal, EveryScreenIsDrawn) {
  const Json args = Json::object({{"proposal", propose({"RO1001"})}});
  for (const char* action : {"withdrawal.proposal", "withdrawal.examination", "withdrawal.approval",
                             "withdrawal.refusal"}) {
    EXPECT_EQ(door().good(action, args)["kind"].text(), "screen") << action;
  }
  EXPECT_EQ(door().good("withdrawal.list")["kind"].text(), "screen");
  EXPECT_EQ(door().good("withdrawal.new")["kind"].text(), "screen");
}

METODICA_ON_SHARED_ENGINES(Withdrawal);

}  // namespace
}  // namespace metodica::test
