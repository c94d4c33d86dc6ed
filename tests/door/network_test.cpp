// The network of libraries through door 1: states, posts, profile, handover, personal data.

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
    "57706,Florești,commune,52735,Biblioteca Comunală Florești,\n"
    "55384,Gherla,municipality,19873,Biblioteca Municipală Gherla,Gherla\n";

class Network : public DoorTest {
 protected:
  void prepare() override {
    const Json file = Json::object({{"name", "u.csv"}, {"base64", base64_encoded(places)}});
    door().good("coordination.import_units", Json::object({{"file", file}}));
    door().set_roles({"methodologist"});
  }

  std::string screen(const char* action, const Json& args = Json::object()) {
    return door().good(std::string("coordination.") + action, args).dump();
  }
  std::string profile() { return screen("profile", unit()); }
  static Json unit() { return Json::object({{"siruta", 57706}}); }
  void write(const char* action, const char* args) {
    door().good(std::string("coordination.") + action, *Json::parse(args));
  }
  std::string problem(const char* action, const char* args) {
    return door().call(std::string("coordination.") + action, *Json::parse(args))["message"].text();
  }
  void appoint() {
    write("keep_post", R"({"siruta":57706,"title":"bibliotecar","norm_percent":50,
                           "contract":"permanent","qualification":"library_course",
                           "name":"Ilie Marin","phone":"0264","from":"2020-02-01",
                           "retires_on":"2026-01-31"})");
  }
  std::string file(const char* action) {
    return Door::bytes_of(door().good(std::string("coordination.") + action, unit()));
  }
};

TEST_P(Network, TheHistoryOfALibraryStays) {
  write("set_status", R"({"siruta":57706,"state":"full_time","from":"1950-01-01"})");
  EXPECT_EQ(problem("set_status", R"({"siruta":57706,"state":"closed","from":"2018-10-01"})"),
            "network.no_reason");
  write("set_status",
        R"({"siruta":57706,"state":"closed","from":"2018-10-01","reason":"fără spațiu"})");
  EXPECT_THAT(profile(), HasSubstr("01.01.1950 – 30.09.2018"));
  EXPECT_THAT(profile(), HasSubstr("fără spațiu"));
  EXPECT_EQ(problem("set_status", R"({"siruta":57706,"state":"half_time","from":"2010-01-01"})"),
            "network.status_before");
  EXPECT_THAT(screen("network"), HasSubstr("închisă temporar"));
}

TEST_P(Network, ALibraryWithoutStaffIsShownAsSuch) {
  EXPECT_THAT(profile(), HasSubstr("Biblioteca nu are personal."));
  appoint();
  EXPECT_THAT(profile(), Not(HasSubstr("Biblioteca nu are personal.")));
  EXPECT_THAT(profile(), HasSubstr("0,50 normă"));
  EXPECT_THAT(screen("network"), HasSubstr("fără personal")) << "Gherla has nobody";
}

TEST_P(Network, WhoRetiresIsForeseen) {
  appoint();
  EXPECT_THAT(screen("retirements"), HasSubstr("Ilie Marin")) << "a day past is still due";
  EXPECT_THAT(screen("retirements"), HasSubstr("ziua a trecut"));
  write("keep_post", R"({"siruta":55384,"title":"bibliotecar","norm_percent":100,
                         "contract":"permanent","name":"Maria Oros","from":"2020-01-01",
                         "retires_on":"2099-01-01"})");
  EXPECT_THAT(screen("retirements", Json::object({{"months", 36}})), Not(HasSubstr("Maria Oros")));
}

TEST_P(Network, AHandoverHasStepsWithTheLawAndEnds) {
  appoint();
  write("start_handover", R"({"post":1,"leaves_on":"2026-01-31","reason":"retirement"})");
  const Json number = Json::object({{"number", 1}});
  EXPECT_THAT(screen("handover", number), HasSubstr("Legea 334/2002 art. 40 alin. (9)"));
  EXPECT_THAT(screen("handover", number), HasSubstr("\"întârziat\""));
  EXPECT_EQ(problem("start_handover", R"({"post":1,"leaves_on":"2026-02-01",
                                          "reason":"other"})"),
            "network.vacant_post");
  const Json early = door().call("coordination.close_handover", number);
  EXPECT_THAT(early["text"].text(), HasSubstr("anunțarea bibliotecii județene"));
  write("handover_people",
        R"({"number":1,"successor":"Maria Oros","from":"2026-02-01","mentor":"Ana Pop"})");
  EXPECT_THAT(profile(), HasSubstr("Maria Oros")) << "the successor has the post";
  for (const char* step : {"notice", "stocktaking", "minutes", "accounts", "induction"}) {
    door().good("coordination.handover_step",
                Json::object({{"number", 1}, {"step", step}, {"done_on", "2026-02-01"}}));
  }
  EXPECT_THAT(Door::bytes_of(door().good("coordination.handover_minutes", number)).substr(0, 5),
              "%PDF-");
  door().good("coordination.close_handover", number);
  EXPECT_EQ(problem("handover_step", R"({"number":1,"step":"notice"})"), "handover.closed");
}

TEST_P(Network, TheProfileIsThatOfTheNationalDirectory) {
  EXPECT_EQ(problem("keep_profile", R"({"siruta":57706,"isil":"RO-Florești"})"), "network.isil");
  write("keep_profile",
        R"({"siruta":57706,"isil":"RO-CJ-57706","official_name":"Biblioteca Florești",
            "address":"Str. Eroilor 2","email":"biblioteca@example.ro","founded":1950,
            "total":12500})");
  EXPECT_THAT(profile(), HasSubstr("12.500"));
  EXPECT_THAT(profile(), HasSubstr("\"1950\"")) << "a year has no thousands";
  EXPECT_EQ(file("profile_paper").substr(0, 5), "%PDF-");
  EXPECT_EQ(file("isil_paper").substr(0, 5), "%PDF-");
  write("keep_profile", R"({"siruta":57706,"official_name":"Biblioteca Florești"})");
  EXPECT_THAT(profile(), Not(HasSubstr("12.500"))) << "what was emptied is gone";
}

TEST_P(Network, TheCardNamesPeopleOnlyWithTheirConsent) {
  appoint();
  EXPECT_THAT(file("vcard"), HasSubstr("KIND:org\r\n"));
  EXPECT_THAT(file("vcard"), Not(HasSubstr("Ilie")));
  write("keep_post", R"({"siruta":57706,"post":1,"title":"bibliotecar","norm_percent":50,
                         "contract":"permanent","name":"Ilie Marin","public_consent":true,
                         "from":"2020-02-01"})");
  EXPECT_THAT(file("vcard"), HasSubstr("Ilie Marin"));
  write("forget_person", R"({"person":1})");
  EXPECT_THAT(file("vcard"), Not(HasSubstr("Ilie")));
  EXPECT_THAT(profile(), HasSubstr("(date șterse)"));
}

TEST_P(Network, PlacesComeToACentreByNameOrCode) {
  write("assign_centre", R"({"centre":"Gherla","places":["floresti"]})");
  EXPECT_THAT(screen("centres"), HasSubstr("Gherla, Florești"));
  EXPECT_EQ(problem("assign_centre", R"({"centre":"Dej","places":["57706","Nicăieri"]})"),
            "network.unknown_unit");
  EXPECT_THAT(screen("centres"), Not(HasSubstr("\"Dej\""))) << "all or nothing";
}

TEST_P(Network, ServicePointsBelongToTheirLibrary) {
  write("keep_point", R"({"siruta":57706,"name":"Filiala Luna","kind":"branch",
                          "from":"2019-01-01"})");
  EXPECT_THAT(profile(), HasSubstr("Filiala Luna"));
  EXPECT_EQ(problem("keep_point", R"({"siruta":55384,"point":1,"name":"X","kind":"branch",
                                      "from":"2019-01-01"})"),
            "network.unknown_point");
}

TEST_P(Network, TheSameFileTwiceChangesNothing) {
  const auto import = [&](const char* csv) {
    const Json file = Json::object({{"name", "r.csv"}, {"base64", base64_encoded(csv)}});
    return door().call("coordination.import_network", Json::object({{"file", file}})).dump();
  };
  const char* table =
      "siruta;stare;stare de la;functia;norma;nume;de la\n"
      "57706;half_time;2020-01-01;bibliotecar;50;Ilie Marin;2020-02-01\n"
      "55384;full_time;2020-01-01;;;;\n";
  EXPECT_THAT(import(table), HasSubstr("2 stări noi, un post nou"));
  EXPECT_THAT(import(table), HasSubstr("Nicio stare nouă, niciun post schimbat, 2 rânduri"));
  EXPECT_THAT(profile(), HasSubstr("0,50 normă"));
  EXPECT_THAT(import("siruta;stare\n57706;full_time\n99999;full_time\n"),
              HasSubstr("coordination.csv_row"));
  EXPECT_THAT(profile(), HasSubstr("jumătate de normă")) << "nothing of a refused file stays";
}

METODICA_ON_SHARED_ENGINES(Network);

}  // namespace
}  // namespace metodica::test
