// Meetings and courses through door 1: a course of June from the plan to the attestations.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/base64.hpp"
#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;
using testing::Not;

Json course() {
  return Json::object({{"title", "Circuitul cărții: achiziția"},
                       {"kind", "course"},
                       {"topic", "acquisition"},
                       {"day", "2026-06-09"},
                       {"starts", "10:00"},
                       {"ends", "13:00"},
                       {"mode", "online"},
                       {"link", "https://zoom.us/j/123"},
                       {"passcode", "secret7"},
                       {"capacity", 2},
                       {"hours", 3}});
}

class Gatherings : public DoorTest {
 protected:
  void prepare() override { door().set_roles({"methodologist"}); }

  Json state(const std::string& to) {
    return door().call("coordination.gathering_state",
                       Json::object({{"number", 1}, {"state", to}}));
  }
  void hold() {
    EXPECT_NE(state("announced")["kind"].text(), "problem");
    EXPECT_NE(state("held")["kind"].text(), "problem");
  }
  void enrol(const Json::Array& people) {
    door().good("coordination.register", Json::object({{"number", 1}, {"people", people}}));
  }
  std::string screen() {
    return door().good("coordination.gathering", Json::object({{"number", 1}})).dump();
  }
  Json presence(const char* csv, bool add) {
    const Json file = Json::object({{"name", "participants.csv"}, {"base64", base64_encoded(csv)}});
    return door().good("coordination.presence_file",
                       Json::object({{"number", 1}, {"file", file}, {"add", add}}));
  }
};

TEST_P(Gatherings, ACourseFromThePlanToTheAttestations) {
  door().good("coordination.keep_gathering", course());
  enrol({"Pop Ana; Florești; ana@example.ro", "Kovács Péter; Sic"});
  hold();
  presence("Name,User Email,Duration (Minutes)\nAna POP,,100\nAna POP,,70\nStrain Om,,5\n", false);
  door().good("coordination.attest", Json::object({{"number", 1}}));
  door().good("coordination.attest", Json::object({{"number", 1}}));
  door().restart();
  const std::string shown = screen();
  EXPECT_THAT(shown, HasSubstr("\"1/"));
  EXPECT_THAT(shown, Not(HasSubstr("\"2/"))) << "only those present get one, and only once";
  EXPECT_THAT(shown, Not(HasSubstr("Strain Om")));
  // The year of the number is the one of the day on which it is given.
  const std::int64_t year = std::stoll(shown.substr(shown.find("\"1/") + 3, 4));
  const Json paper =
      door().good("coordination.attestation", Json::object({{"year", year}, {"attestation", 1}}));
  EXPECT_THAT(Door::bytes_of(paper).substr(0, 5), "%PDF-");
}

TEST_P(Gatherings, AnAttestationIsCheckedWithoutTheDatabase) {
  door().good("coordination.keep_gathering", course());
  enrol({"Țurcaș Ștefan; Florești"});
  hold();
  presence("Name,Duration (Minutes)\nTurcas Stefan,170\n", false);
  door().good("coordination.attest", Json::object({{"number", 1}}));
  const std::string shown = screen();
  const std::int64_t year = std::stoll(shown.substr(shown.find("\"1/") + 3, 4));
  const Json which = Json::object({{"year", year}, {"attestation", 1}});
  std::string text = door().good("coordination.attestation_code", which)["text"].text();
  const std::string pem = Door::bytes_of(door().good("coordination.public_key"));
  EXPECT_EQ(std::filesystem::status(door().folder() / "attestation-57706.key").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(door().good("coordination.attestation_code", which)["text"].text(), text)
      << "a reprint has the same code";
  const auto verify = [&](const std::string& of, const std::string& key) {
    return door().good("coordination.verify_attestation",
                       Json::object({{"text", of}, {"public_key", key}}));
  };
  door().set_roles({"reader"});
  EXPECT_EQ(verify(text, "")["verdict"].text(), "genuine") << "with the library's own key";
  EXPECT_EQ(verify(text, "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")["verdict"]
                .text(),
            "altered")
      << "with the key of another library";
  const Json genuine = verify(text, pem);
  EXPECT_EQ(genuine["verdict"].text(), "genuine");
  EXPECT_EQ(genuine["name"].text(), "Țurcaș Ștefan");
  EXPECT_EQ(genuine["day"].text(), "2026-06-09");
  EXPECT_EQ(genuine["hours"].integer(), 3);
  text[30] = text[30] == 'A' ? 'B' : 'A';
  EXPECT_EQ(verify(text, pem)["verdict"].text(), "altered");
  const Json drawn = door().good("coordination.check_attestation",
                                 Json::object({{"text", text}, {"public_key", pem}}));
  EXPECT_THAT(drawn.dump(), HasSubstr("Falsă"));
}

TEST_P(Gatherings, AFreedSeatGoesToWhoWaitsLongest) {
  door().good("coordination.keep_gathering", course());
  enrol({"Unu", "Doi", "Trei", "Patru"});
  EXPECT_THAT(screen(), HasSubstr("așteaptă loc"));
  const Json gone =
      door().good("coordination.withdraw", Json::object({{"number", 1}, {"person", 1}}));
  EXPECT_THAT(gone.dump(), HasSubstr("Locul trece la Trei"));
  enrol({"Unu"});
  EXPECT_THAT(door().good("coordination.gatherings", Json::object({{"year", 2026}})).dump(),
              HasSubstr("2 așteaptă"));
}

TEST_P(Gatherings, ThoseWhoOnlyCameOnlineMayBeAdded) {
  door().good("coordination.keep_gathering", course());
  hold();
  presence("Name,Duration (Minutes)\nIlie Ștefan,60\n", true);
  EXPECT_THAT(screen(), HasSubstr("Ilie Ștefan"));
}

TEST_P(Gatherings, StepsAreKept) {
  door().good("coordination.keep_gathering", course());
  EXPECT_EQ(state("held")["message"].text(), "gathering.no_step");
  const Json early = door().call("coordination.attest", Json::object({{"number", 1}}));
  EXPECT_EQ(early["message"].text(), "gathering.not_held");
  state("cancelled");
  const Json late = door().call("coordination.register",
                                Json::object({{"number", 1}, {"people", Json::array({"Unu"})}}));
  EXPECT_EQ(late["message"].text(), "gathering.closed");
}

TEST_P(Gatherings, ErasedPeopleLeaveTheirNumbers) {
  door().good("coordination.keep_gathering", course());
  enrol({"Pop Ana; Florești"});
  hold();
  door().good(
      "coordination.presence",
      Json::object({{"number", 1},
                    {"people", Json::array({Json::object({{"person", "1"}, {"minutes", 170}})})}}));
  door().good("coordination.attest", Json::object({{"number", 1}}));
  const auto person = [&] {
    return door().good("coordination.person", Json::object({{"person", 1}})).dump();
  };
  EXPECT_THAT(person(), HasSubstr("Florești"));
  door().good("coordination.anonymise", Json::object({{"person", 1}}));
  EXPECT_THAT(person(), Not(HasSubstr("Florești")));
  EXPECT_THAT(screen(), Not(HasSubstr("Pop Ana")));
  EXPECT_THAT(screen(), HasSubstr("\"1/"));
}

TEST_P(Gatherings, NamesAndLinksAreForTheMethodologistOnly) {
  door().good("coordination.keep_gathering", course());
  enrol({"Pop Ana; Florești"});
  door().set_roles({"librarian"});
  EXPECT_EQ(door().call("coordination.gathering", Json::object({{"number", 1}}))["code"].text(),
            "denied");
  door().set_roles({"manager"});
  EXPECT_THAT(screen(), Not(HasSubstr("zoom.us")));
}

TEST_P(Gatherings, TheFeedHasNoNamesAndNoLinks) {
  door().good("coordination.keep_gathering", course());
  enrol({"Pop Ana; Florești"});
  const auto feed = [&] {
    return Door::bytes_of(door().good("coordination.calendar", Json::object({{"year", 2026}})));
  };
  EXPECT_THAT(feed(), Not(HasSubstr("BEGIN:VEVENT"))) << "what is only planned is not told";
  state("announced");
  EXPECT_THAT(feed(), HasSubstr("DTSTART;TZID=Europe/Bucharest:20260609T100000"));
  EXPECT_THAT(feed(), HasSubstr("SEQUENCE:1"));
  for (const char* secret : {"zoom", "secret7", "Pop"})
    EXPECT_THAT(feed(), Not(HasSubstr(secret)));
  state("cancelled");
  EXPECT_THAT(feed(), HasSubstr("STATUS:CANCELLED"));
}

METODICA_ON_SHARED_ENGINES(Gatherings);

}  // namespace
}  // namespace metodica::test
