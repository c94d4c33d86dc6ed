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

TEST_P(Gatherings, WhoRegisteredIsToldOfAMove) {
  door().good("coordination.keep_gathering", course());
  state("announced");
  enrol({"Pop Ana; Florești; ana@example.ro"});
  Json moved = course();
  moved.set("number", 1);
  moved.set("title", "Alt titlu");
  door().good("coordination.keep_gathering", moved);
  EXPECT_THAT(screen(), Not(HasSubstr("De anunțat schimbarea"))) << "a title is no move";
  moved.set("day", "2026-06-16");
  door().good("coordination.keep_gathering", moved);
  EXPECT_THAT(screen(), HasSubstr("De anunțat schimbarea (1)"));
  enrol({"Nou Venit"});
  const Json change = Json::object({{"number", 1}, {"about", "change"}});
  const std::string page = door().good("coordination.tell", change).dump();
  EXPECT_THAT(page, HasSubstr("ana@example.ro"));
  EXPECT_THAT(page, HasSubstr("Înainte: 09.06.2026, 10:00–13:00"));
  EXPECT_THAT(page, HasSubstr("Când: 16.06.2026"));
  EXPECT_THAT(page, Not(HasSubstr("Nou Venit"))) << "knew the new day";
  Json mail = change;
  mail.set("subject", "Schimbare");
  mail.set("text", "Bună ziua");
  EXPECT_THAT(Door::bytes_of(door().good("coordination.tell_mail", mail)),
              HasSubstr("Bcc: ana@example.ro"));
  door().good("coordination.told", change);
  EXPECT_THAT(screen(), Not(HasSubstr("De anunțat schimbarea")));
  EXPECT_THAT(Door::bytes_of(door().good("coordination.calendar", Json::object({{"year", 2026}}))),
              HasSubstr("SEQUENCE:3"));
  state("cancelled");
  EXPECT_THAT(door().good("coordination.tell", change).dump(), HasSubstr("s-a anulat"));
}

TEST_P(Gatherings, PresenceIsScannedAtTheDoor) {
  door().good("coordination.keep_gathering", course());
  enrol({"Pop Ana; Florești", "Kovács Péter; Sic", "Trei"});
  const auto arrive = [&](const char* code) {
    return door().call("coordination.arrive", Json::object({{"number", 1}, {"code", code}}));
  };
  EXPECT_EQ(arrive("G1-1")["message"].text(), "door.not_open");
  state("announced");
  EXPECT_THAT(Door::bytes_of(door().good("coordination.badges", Json::object({{"number", 1}})))
                  .substr(0, 5),
              "%PDF-");
  EXPECT_THAT(arrive("G1-2").dump(), HasSubstr("Bun venit"));
  EXPECT_EQ(arrive("G2-2")["message"].text(), "door.no_code");
  EXPECT_EQ(arrive("mâine")["message"].text(), "door.no_code");
  EXPECT_EQ(arrive("G1-3")["message"].text(), "door.no_seat") << "waits for a seat";
  state("held");
  door().good("coordination.attest", Json::object({{"number", 1}}));
  EXPECT_THAT(screen(), HasSubstr("\"1/"));
  EXPECT_THAT(screen(), Not(HasSubstr("\"2/")));
}

TEST_P(Gatherings, OpinionsAreCountedWithoutNames) {
  door().good("coordination.keep_gathering", course());
  hold();
  const auto sheet = [&](const char* useful, const char* clear) {
    door().good("coordination.keep_opinion",
                Json::object({{"number", 1}, {"useful", useful}, {"clear", clear}}));
  };
  sheet("5", "4");
  sheet("5", "1");
  sheet("4", "4");
  const Json shown = door().good("coordination.opinions", Json::object({{"number", 1}}));
  EXPECT_THAT(shown.dump(), HasSubstr("4,67"));
  EXPECT_THAT(shown.dump(), HasSubstr("3,00"));
  EXPECT_EQ(
      door().call("coordination.keep_opinion", Json::object({{"number", 1}}))["message"].text(),
      "opinion.empty");
  EXPECT_THAT(
      Door::bytes_of(door().good("coordination.opinion_paper", Json::object({{"number", 1}})))
          .substr(0, 5),
      "%PDF-");
}

TEST_P(Gatherings, TheUsualYearIsPlannedOnce) {
  const Json year = Json::object({{"year", 2027}});
  door().good("coordination.plan_year", year);
  const auto list = [&] { return door().good("coordination.gatherings", year).dump(); };
  EXPECT_THAT(list(), HasSubstr("17.03.2027"));
  EXPECT_THAT(door().good("coordination.plan_year", year).dump(),
              HasSubstr("Toate erau deja în plan"));
}

TEST_P(Gatherings, EachFeedHasItsOwn) {
  door().good("coordination.keep_gathering", course());
  state("announced");
  door().good("coordination.keep_deadline",
              Json::object({{"day", "2026-02-28"}, {"title", "CULT 1 pentru anul 2025"}}));
  const auto feed = [&](const char* field, Json value) {
    Json args = Json::object({{"year", 2026}});
    args.set(field, std::move(value));
    return Door::bytes_of(door().good("coordination.calendar", args));
  };
  EXPECT_THAT(feed("what", "deadlines"), HasSubstr("DTSTART;VALUE=DATE:20260228"));
  EXPECT_THAT(feed("what", "deadlines"), Not(HasSubstr("gathering-")));
  EXPECT_THAT(feed("what", "training"), HasSubstr("gathering-1"));
  EXPECT_THAT(feed("what", "training"), Not(HasSubstr("CULT")));
  EXPECT_THAT(feed("what", "meetings"), Not(HasSubstr("gathering-1")));
  EXPECT_THAT(feed("unit", 57706), HasSubstr("gathering-1")) << "what is for the whole county";
  EXPECT_THAT(door().good("coordination.feeds").dump(), HasSubstr("deadlines"));
}

METODICA_ON_SHARED_ENGINES(Gatherings);

}  // namespace
}  // namespace metodica::test
