// A share-out through door 1, from both sides: wishes, allocation, papers, the prepared act, its
// signature, and what the county sees of it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Distribution : public DoorTest {
 protected:
  void prepare() override {
    const Json::Array books = {Json::object(
        {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 0}})};
    door().good("registers.open",
                Json::object({{"opened_on", "2026-01-01"}, {"registers", books}}));
    door().good("institution.save",
                Json::object({{"institution_siruta", 57706}, {"institution_name", "Biblioteca"}}));
    door().good("coordination.keep_share", Json::object({{"kind", "purchase"},
                                                         {"title", "Achiziție centralizată"},
                                                         {"giver", "Consiliul Județean Cluj"}}));
    const auto title = [](const char* name, int copies, const char* price, const char* udc) {
      return Json::object({{"title", name}, {"copies", copies}, {"price", price}, {"udc", udc}});
    };
    door().good(
        "coordination.keep_share_titles",
        Json::object({{"number", 1},
                      {"titles", Json::array({title("Ion", 5, "28,83", "821.135.1-31"),
                                              title("Moromeții", 4, "35,50", "821.135.1-31")})}}));
    const auto library = [](int unit, const char* budget) {
      return Json::object(
          {{"unit", unit}, {"name", "B" + std::to_string(unit)}, {"budget", budget}});
    };
    door().good("coordination.keep_share_recipients",
                Json::object(
                    {{"number", 1},
                     {"recipients", Json::array({library(57706, "130,00"), library(55384, "")})}}));
  }

  Json of(const char* action) { return door().good(action, Json::object({{"number", 1}})); }
  std::string share() { return of("coordination.share").dump(); }
  void wish() {
    const auto line = [](const char* title, int copies) {
      return Json::object({{"title", title}, {"copies", copies}});
    };
    door().good(
        "coordination.keep_share_wishes",
        Json::object({{"campaign", "1"}, {"wishes", Json::array({line("1", 3), line("2", 1)})}}));
  }
  // "Actul 2026-1/1 din 23.11.2026, ...": the day on which it was sent.
  std::string day_of(const std::string& act) {
    const std::string sub =
        door().good("coordination.share_act", Json::object({{"key", act}}))["sub"].text();
    return sub.substr(sub.find(" din ") + 5, 10);
  }
  std::string key() {
    const std::string page = door().good("coordination.shares_here").dump();
    const std::size_t at = page.find("\"key\":\"");
    return at == std::string::npos ? "" : page.substr(at + 7, page.find('"', at + 7) - at - 7);
  }
};

TEST_P(Distribution, FromWishesToTheSignedAct) {
  wish();
  of("coordination.share_out");
  of("coordination.send_share");
  EXPECT_THAT(share(), HasSubstr("neprimit"));
  EXPECT_THAT(Door::bytes_of(of("coordination.share_paper")).substr(0, 5), "%PDF-");
  EXPECT_THAT(Door::bytes_of(door().good("coordination.share_note",
                                         Json::object({{"number", 1}, {"unit", 57706}})))
                  .substr(0, 5),
              "%PDF-");
  const std::string act = key();
  EXPECT_THAT(act, HasSubstr("-1/1"));
  const Json lines = Json::array({Json::object({{"line", "0"}, {"received", 3}}),
                                  Json::object({{"line", "1"}, {"received", 1}})});
  const Json draft =
      door().good("coordination.take_share", Json::object({{"key", act}, {"lines", lines}}));
  const std::string id = draft["at"]["args"]["id"].text();
  EXPECT_THAT(share(), HasSubstr("în recepție"));
  EXPECT_EQ(
      door()
          .good("registers.rmf", Json::object({{"year", std::stoi(act)}, {"part", 1}}))["rows"]
          .items()
          .size(),
      0U)
      << "no register changes before the signature";
  EXPECT_EQ(door()
                .call("coordination.take_share",
                      Json::object({{"key", act}, {"lines", lines}}))["message"]
                .text(),
            "share.taken_before");
  door().good("acquisition.sign",
              Json::object({{"id", id},
                            {"registered_on", day_of(act)},
                            {"committee", Json::array({"Ana Pop", "Ion Rus", "Eva Nagy"})}}));
  EXPECT_THAT(share(), HasSubstr("semnat, lotul 1/"));
  EXPECT_THAT(door().good("coordination.shares_here").dump(), HasSubstr("semnat, lotul 1/"));
}

TEST_P(Distribution, DifferencesAreSaid) {
  wish();
  of("coordination.share_out");
  of("coordination.send_share");
  const auto take = [&](int received, const char* note) {
    const Json line = Json::object({{"line", "0"}, {"received", received}, {"note", note}});
    return door().call("coordination.take_share",
                       Json::object({{"key", key()}, {"lines", Json::array({line})}}));
  };
  EXPECT_EQ(take(9, "")["message"].text(), "share.more_than_sent");
  EXPECT_EQ(take(1, "")["message"].text(), "share.say_why");
  EXPECT_EQ(take(1, "un exemplar deteriorat")["kind"].text(), "screen");
  EXPECT_THAT(share(), HasSubstr("un exemplar deteriorat"));
}

TEST_P(Distribution, BudgetsAndCopiesAreKept) {
  wish();
  of("coordination.share_out");
  const auto give = [&](int copies) {
    return door().call(
        "coordination.keep_share_lines",
        Json::object(
            {{"number", 1},
             {"title", 1},
             {"lines", Json::array({Json::object({{"unit", "57706"}, {"copies", copies}})})}}));
  };
  EXPECT_EQ(give(6)["message"].text(), "share.too_many");
  EXPECT_EQ(give(4)["message"].text(), "share.over_budget");
  EXPECT_EQ(give(1)["kind"].text(), "screen");
  EXPECT_EQ(door()
                .call("coordination.keep_share_lines",
                      Json::object({{"number", 1},
                                    {"title", 1},
                                    {"lines", Json::array({Json::object(
                                                  {{"unit", "99"}, {"copies", 1}})})}}))["message"]
                .text(),
            "share.no_recipient");
}

TEST_P(Distribution, WhatWasSentIsSettled) {
  EXPECT_EQ(door().call("coordination.send_share", Json::object({{"number", 1}}))["message"].text(),
            "share.nothing");
  of("coordination.share_out");
  of("coordination.send_share");
  EXPECT_EQ(door().call("coordination.share_out", Json::object({{"number", 1}}))["message"].text(),
            "share.settled");
  EXPECT_THAT(door().good("coordination.shares_here").dump(), HasSubstr("Acum nu se cere nimic"))
      << "the wishes are over";
}

METODICA_ON_SHARED_ENGINES(Distribution);

}  // namespace
}  // namespace metodica::test
