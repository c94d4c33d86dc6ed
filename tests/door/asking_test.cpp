// A library's question at its node, answered at the county, read at the node: both sides, two
// databases.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub_fixture.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Asking : public CountyTest {
 protected:
  void ask() {
    node().good("coordination.ask_county",
                *Json::parse(R"({"topic":"records","question":"Cine semnează RMF?"})"));
    exchange();
  }
  void answer() {
    const char* places = "siruta,name,type,population_2021\n57707,Gârbău,commune,2400\n";
    const Json file = Json::object({{"name", "u.csv"}, {"base64", base64_encoded(places)}});
    hub().good("coordination.import_units", Json::object({{"file", file}}));
    hub().good("coordination.keep_request",
               *Json::parse(R"({"from_library":"57707","from_number":"1","siruta":"57707",
                                "channel":"form","topic":"records","received_on":"2026-01-01",
                                "question":"altceva","answer":"Gestionarul și conducerea.",
                                "minutes":5})"));
  }
  void pull() {
    const Json pulled = hub().good(
        "hub.pull", Json::object({{"token", token}, {"after", 0}, {"library", village}}));
    const Json news =
        Json::object({{"name", "n"}, {"base64", base64_encoded(pulled["news"].dump())}});
    node().good("sync.receive", Json::object({{"news", news}, {"upto", pulled["upto"]}}));
  }
  std::string asked() { return node().good("coordination.asked").dump(); }
  std::string waiting() { return hub().good("coordination.requests").dump(); }
};

TEST_P(Asking, TheAnswerComesBackToTheLibrary) {
  enrol();
  ask();
  EXPECT_THAT(asked(), HasSubstr("Încă fără răspuns"));
  EXPECT_THAT(waiting(), HasSubstr("Cine semnează RMF?"));
  answer();
  EXPECT_THAT(waiting(), Not(HasSubstr("Cine semnează RMF?")));
  EXPECT_THAT(hub().good("coordination.request", Json::object({{"number", 1}})).dump(),
              HasSubstr("Cine semnează RMF?"))
      << "the library's own words stay";
  pull();
  EXPECT_THAT(asked(), HasSubstr("Gestionarul și conducerea."));
  exchange();
  EXPECT_THAT(waiting(), Not(HasSubstr("Cine semnează RMF?"))) << "it is not taken up twice";
}

TEST_P(Asking, WithoutNetworkTheQuestionWaits) {
  enrol();
  exchange();
  node().good("coordination.ask_county",
              *Json::parse(R"({"topic":"law","question":"Ce normă de creștere avem?"})"));
  EXPECT_THAT(asked(), HasSubstr("Ce normă de creștere avem?"));
  EXPECT_THAT(waiting(), Not(HasSubstr("Ce normă de creștere avem?")));
  exchange();
  EXPECT_THAT(waiting(), HasSubstr("Ce normă de creștere avem?"));
}

METODICA_ON_SHARED_ENGINES(Asking);

}  // namespace
}  // namespace metodica::test
