// Visits, measures and assistance through door 1, on SQLite and PostgreSQL.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/base64.hpp"
#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* places =
    "siruta,name,type,population_2021,library_name,methodical_centre\n"
    "57706,Florești,commune,52735,Biblioteca Comunală Florești,Cluj\n"
    "55687,Apahida,commune,17239,Biblioteca Comunală Apahida,Cluj\n"
    "60169,Negreni,commune,2084,,\n";

Json held_visit() {
  const auto parsed = Json::parse(
      R"({"siruta":"57706","day":"2026-05-12","state":"held","methodologist":"Ana Pop","km":64,
          "purposes":{"records":true,"authority":true},
          "people":["Ilie Marin; bibliotecar","Kovács Péter; primar"],
          "findings":"RMF este la zi, RI are 12 rânduri fără clasă.",
          "measures":[{"text":"Se completează clasele în RI","owner":"bibliotecar",
                       "deadline":"2026-06-30","norm":"Legea 334/2002 art. 40"}]})");
  return *parsed;
}

class Visits : public DoorTest {
 protected:
  void prepare() override {
    const Json file = Json::object({{"name", "u.csv"}, {"base64", base64_encoded(places)}});
    door().good("coordination.import_units", Json::object({{"file", file}}));
    door().set_roles({"methodologist"});
  }

  std::string screen(const char* action, const Json& args = Json::object()) {
    return door().good(std::string("coordination.") + action, args).dump();
  }
  std::string visit() { return screen("visit", Json::object({{"number", 1}})); }
  std::string measure() { return screen("measure", Json::object({{"measure", 1}})); }
  Json follow(const Json& step) {
    Json args = step;
    args.set("measure", 1);
    return door().call("coordination.follow_measure", args);
  }
  std::string problem(const char* action, const Json& args) {
    return door().call(std::string("coordination.") + action, args)["message"].text();
  }
};

TEST_P(Visits, AVisitIsRecordedOnceAndSigned) {
  door().set_key("visit-1");
  door().good("coordination.keep_visit", held_visit());
  door().set_key("visit-1");
  door().good("coordination.keep_visit", held_visit());
  const std::string year = screen("visits", Json::object({{"year", 2026}}));
  EXPECT_THAT(year, HasSubstr("Ana Pop"));
  EXPECT_THAT(year, Not(HasSubstr("\"128\""))) << "the same key counts once";
  EXPECT_THAT(visit(), HasSubstr("Kovács Péter"));
  EXPECT_THAT(visit(), HasSubstr("Se completează clasele în RI"));

  door().good("coordination.visit_state",
              Json::object({{"number", 1}, {"state", "signed"}, {"signed_on", "2026-05-12"}}));
  Json changed = held_visit();
  changed.set("number", 1);
  EXPECT_EQ(problem("keep_visit", changed), "visit.signed");
  EXPECT_EQ(problem("visit_state", Json::object({{"number", 1}, {"state", "cancelled"}})),
            "visit.no_step");
  EXPECT_EQ(problem("add_measure", *Json::parse(R"({"visit":1,"text":"X",
                                                    "deadline":"2026-12-01"})")),
            "visit.not_open");
}

TEST_P(Visits, WhoIsDueIsExplained) {
  const std::string before = screen("visits_due");
  EXPECT_THAT(before, HasSubstr("nicio vizită cunoscută"));
  EXPECT_THAT(before, HasSubstr("fond neverificat în termen")) << "what cannot be answered is said";
  door().good("coordination.keep_visit", held_visit());
  const std::string score = screen("visit_score", Json::object({{"siruta", 57706}}));
  EXPECT_THAT(score, HasSubstr("o măsură cu termen depășit")) << "its deadline is past";
  EXPECT_THAT(score, HasSubstr("5 × fiecare, cel mult 20"));
  door().good("coordination.set_term",
              *Json::parse(R"({"code":"visit.overdue","from":"2026-01-01","points":7,"most":30,
                               "reference":"hotărârea biroului"})"));
  EXPECT_THAT(screen("visit_score", Json::object({{"siruta", 57706}})),
              HasSubstr("7 × fiecare, cel mult 30"));
}

TEST_P(Visits, AMergedUnitIsNotDueAndStaysInHistory) {
  EXPECT_THAT(screen("visits_due"), HasSubstr("Negreni"));
  door().good("coordination.set_status",
              *Json::parse(R"({"siruta":60169,"state":"merged","from":"2020-01-01",
                               "merged_into":"57706","reason":"hotărârea consiliului"})"));
  EXPECT_THAT(screen("visits_due"), Not(HasSubstr("Negreni")));
  EXPECT_THAT(screen("profile", Json::object({{"siruta", 60169}})), HasSubstr("unită cu Florești"));
}

TEST_P(Visits, AMeasureIsFollowedToItsEnd) {
  door().good("coordination.keep_visit", held_visit());
  EXPECT_THAT(screen("measures"), HasSubstr("întârziată"));
  EXPECT_EQ(follow(*Json::parse(R"({"kind":"prolonged","day":"2026-07-01",
                                    "deadline":"2026-06-01","reason":"boală"})"))["message"]
                .text(),
            "measure.not_later");
  follow(*Json::parse(R"({"kind":"prolonged","day":"2026-07-01","deadline":"2099-09-01",
                          "reason":"concediu medical"})"));
  EXPECT_THAT(measure(), HasSubstr("concediu medical"));
  EXPECT_THAT(screen("measures"), Not(HasSubstr("întârziată")));
  follow(*Json::parse(R"({"kind":"done","day":"2026-07-02"})"));
  EXPECT_THAT(screen("measures"), Not(HasSubstr("Se completează clasele")));
  EXPECT_EQ(follow(*Json::parse(R"({"kind":"done","day":"2026-07-02"})"))["message"].text(),
            "measure.closed");
  door().restart();
  EXPECT_THAT(measure(), HasSubstr("concediu medical")) << "the steps stay";
}

TEST_P(Visits, PapersAndTheTableAreFiles) {
  door().good("coordination.keep_visit", held_visit());
  const Json number = Json::object({{"number", 1}});
  EXPECT_THAT(Door::bytes_of(door().good("coordination.visit_minutes", number)).substr(0, 5),
              "%PDF-");
  const Json sheet = door().good("coordination.visit_sheet", Json::object({{"siruta", 57706}}));
  EXPECT_THAT(Door::bytes_of(sheet).substr(0, 5), "%PDF-");
  const Json table = door().good("coordination.visits_xlsx", Json::object({{"year", 2026}}));
  EXPECT_THAT(Door::bytes_of(table).substr(0, 2), "PK");
}

TEST_P(Visits, APlanHasNoMinutesAndMayBeCancelled) {
  Json plan = held_visit();
  plan.set("state", "planned").set("day", "2099-01-05");
  door().good("coordination.keep_visit", plan);
  EXPECT_EQ(problem("visit_minutes", Json::object({{"number", 1}})), "visit.not_held");
  plan.set("state", "held");
  EXPECT_EQ(problem("keep_visit", plan), "visit.future");
  door().good("coordination.visit_state", Json::object({{"number", 1}, {"state", "cancelled"}}));
  EXPECT_THAT(screen("visits", Json::object({{"year", 2099}})), Not(HasSubstr("Florești")));
}

TEST_P(Visits, ErasedPeopleLeaveTheVisit) {
  door().good("coordination.keep_visit", held_visit());
  // The methodologist is person 1, the librarian 2.
  const Json librarian = Json::object({{"person", 2}});
  EXPECT_THAT(screen("network_person", librarian), HasSubstr("Ilie Marin"));
  EXPECT_THAT(screen("network_person", librarian), HasSubstr("vizită: bibliotecar"));
  EXPECT_THAT(Door::bytes_of(door().good("coordination.person_paper", librarian)).substr(0, 5),
              "%PDF-");
  door().good("coordination.forget_person", librarian);
  for (const std::string& shown : {visit(), screen("network_person", librarian), screen("people")})
    EXPECT_THAT(shown, Not(HasSubstr("Ilie Marin")));
  EXPECT_THAT(visit(), HasSubstr("bibliotecar")) << "the office stays";
}

Json question() {
  return *Json::parse(
      R"({"siruta":"57706","channel":"phone","topic":"withdrawal","received_on":"2026-03-02",
          "asker":"Ilie Marin","question":"Când se pot elimina ziarele?","minutes":15})");
}

TEST_P(Visits, AnAnswerBecomesKnowledgeThatIsUsedAgain) {
  door().good("coordination.keep_request", question());
  EXPECT_THAT(screen("requests"), HasSubstr("Când se pot elimina ziarele?"));
  Json answered = question();
  answered.set("number", 1).set("answer", "După șase luni de la intrare.");
  door().good("coordination.keep_request", answered);
  EXPECT_THAT(screen("requests"), Not(HasSubstr("Când se pot elimina ziarele?")));
  door().good("coordination.keep_article",
              *Json::parse(R"({"request":1,"title":"Eliminarea ziarelor","topic":"withdrawal",
                               "answer":"După șase luni de la intrare.",
                               "norm":"Legea 334/2002 art. 40 alin. 2"})"));
  EXPECT_THAT(screen("knowledge", Json::object({{"text", "ZIARELOR sase"}})),
              HasSubstr("Eliminarea ziarelor"));
  EXPECT_THAT(screen("knowledge", Json::object({{"text", "inventar"}})),
              Not(HasSubstr("Eliminarea ziarelor")));
  const std::string taken = screen("request", Json::object({{"siruta", 55687}, {"article", 1}}));
  EXPECT_THAT(taken, HasSubstr("După șase luni de la intrare."));
}

TEST_P(Visits, TopicsAskedOftenAreProposedAsCourses) {
  for (int n = 0; n < 2; ++n)
    door().good("coordination.keep_request", question());
  const Json year = Json::object({{"year", 2026}});
  EXPECT_THAT(screen("requests_year", year), Not(HasSubstr("propus pentru un curs")));
  door().good("coordination.keep_request", question());
  const std::string shown = screen("requests_year", year);
  EXPECT_THAT(shown, HasSubstr("propus pentru un curs"));
  EXPECT_THAT(shown, HasSubstr("\"45\"")) << "the minutes of the three";
  EXPECT_THAT(screen("new_gathering", Json::object({{"topic", "withdrawal"}})),
              HasSubstr(R"(],"value":"withdrawal")"))
      << "the course begins with its topic";
}

TEST_P(Visits, ALibraryAsksAndReadsTheAnswer) {
  door().set_roles({"librarian"});
  door().good("coordination.ask_county",
              *Json::parse(R"({"topic":"records","question":"Cine semnează RMF?"})"));
  EXPECT_THAT(screen("asked"), HasSubstr("Încă fără răspuns"));
  door().set_roles({"methodologist"});
  EXPECT_THAT(screen("requests"), HasSubstr("Cine semnează RMF?"));
  const Json sent = Json::object({{"from_library", "57706"}, {"from_number", 1}});
  EXPECT_THAT(screen("request", sent), HasSubstr("Cine semnează RMF?"));
  Json answer = question();
  answer.set("from_library", "57706").set("from_number", "1").set("topic", "records");
  answer.set("answer", "Gestionarul și conducerea.").set("received_on", "2026-01-01");
  door().good("coordination.keep_request", answer);
  door().good("coordination.keep_request", answer);
  EXPECT_THAT(screen("requests"), Not(HasSubstr("Cine semnează RMF?"))) << "taken up once";
  EXPECT_EQ(problem("request", Json::object({{"number", 2}})), "assistance.unknown");
  EXPECT_THAT(screen("request", Json::object({{"number", 1}})), HasSubstr("Cine semnează RMF?"))
      << "the library's words, not those sent with the answer";
  door().set_roles({"librarian"});
  EXPECT_THAT(screen("asked"), HasSubstr("Gestionarul și conducerea."));
}

TEST_P(Visits, AreForTheCountyOnly) {
  door().good("coordination.keep_visit", held_visit());
  door().set_roles({"librarian", "keeper", "accountant"});
  for (const char* action : {"visits_due", "visits", "measures", "requests", "knowledge", "network",
                             "people", "handovers"}) {
    EXPECT_EQ(door().call(std::string("coordination.") + action)["code"].text(), "denied")
        << action;
  }
  door().set_roles({"manager"});
  EXPECT_THAT(visit(), Not(HasSubstr("coordination.visit_state"))) << "a manager reads";
}

METODICA_ON_SHARED_ENGINES(Visits);

}  // namespace
}  // namespace metodica::test
