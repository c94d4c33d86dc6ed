// Rooms, bays and shelves through door 1, on SQLite and PostgreSQL: registry, fill, plan of a
// shift.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/base64.hpp"
#include "support/door_test.hpp"
#include "support/small_stock.hpp"

namespace metodica::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// Ten copies of classes 50 to 59 with their call numbers.
Json opening() {
  Json::Array copies;
  for (std::int64_t number = 1; number <= 10; ++number) {
    const std::string udc = "5" + std::to_string(number - 1);
    copies.push_back(old_copy(number, Json::object({{"udc", udc}, {"content", "50/54"}})));
  }
  return opening_with(copies);
}

class Shelves : public DoorTest {
 protected:
  void prepare() override {
    door().good("registers.open", opening());
    for (std::int64_t number = 1; number <= 10; ++number) {
      door().good("processing.give_mark", Json::object({{"register", "carti"},
                                                        {"number", number},
                                                        {"author_mark", "A10"},
                                                        {"work_mark", "t"}}));
    }
  }
  std::string shown(const std::string& action, const Json& args = Json::object()) {
    return door().good(action, args).dump();
  }
  // One bay of two shelves of half a metre.
  void make_room() {
    Json::Array bays = {Json::object({{"name", "Raionul 1"}, {"boards", 2}, {"length", 50}})};
    door().good("processing.room_save", Json::object({{"name", "Sala 1"}, {"bays", bays}}));
  }
};

TEST_P(Shelves, ARoomIsMeasuredWhenItIsKept) {
  make_room();
  const std::string screen = shown("processing.shelves");
  EXPECT_THAT(screen, HasSubstr("Sala 1"));
  EXPECT_THAT(screen, HasSubstr("1,0 m"));
  EXPECT_THAT(screen, HasSubstr("\"50 %\"")) << "ten books of 50 mm on a metre";
  EXPECT_THAT(screen, HasSubstr("<svg"));
}

TEST_P(Shelves, FirstMarksSayWhatStandsWhere) {
  make_room();
  Json::Array shelves = {Json::object({{"length", 50}, {"first", "50 A10t"}}),
                         Json::object({{"length", 50}, {"first", "58 A10t"}})};
  door().good("processing.bay_save",
              Json::object({{"bay", "1"}, {"name", "Raionul 1"}, {"shelves", shelves}}));
  const std::string screen = shown("processing.bay", Json::object({{"bay", 1}}));
  EXPECT_THAT(screen, HasSubstr("57 A10t"));
  EXPECT_THAT(screen, HasSubstr("80 % – înghesuit"));
  EXPECT_THAT(screen, HasSubstr("20 %"));
}

TEST_P(Shelves, AShiftIsPlannedPrintedAndApplied) {
  make_room();
  const Json wish = Json::object({{"room", 1}, {"free", 50}});
  EXPECT_THAT(shown("processing.shift", wish), HasSubstr("Toate cele 10 exemplare încap"));
  EXPECT_THAT(Door::bytes_of(door().good("processing.shift_paper", wish)), StartsWith("%PDF"));
  door().good("processing.shift_apply", wish);
  const std::string bay = shown("processing.bay", Json::object({{"bay", 1}}));
  EXPECT_THAT(bay, HasSubstr("\"first\":\"55 A10t\"")) << "five books of 50 mm on half of 50 cm";
  EXPECT_THAT(shown("processing.shift", Json::object({{"room", 1}, {"free", 90}})),
              HasSubstr("Nu încap"));
}

TEST_P(Shelves, TheRegistryComesFromCsv) {
  const Json file = Json::object(
      {{"name", "rafturi.csv"},
       {"base64", "c2FsYTtyYWlvbjtwb2xpdGE7Y20KU2FsYSAyO0E7MTs5MApTYWxhIDI7QTsyOzEwMA=="}});
  door().good("processing.shelves_load", Json::object({{"file", file}}));
  EXPECT_THAT(shown("processing.shelves"), HasSubstr("1,9 m"));
  const Json wrong = Json::object({{"name", "x.csv"}, {"base64", "YSxiLGMsZApTLEEsMSxsdW5n"}});
  const Json refused = door().call("processing.shelves_load", Json::object({{"file", wrong}}));
  EXPECT_THAT(refused.dump(), HasSubstr("shelves.csv_line"));
}

TEST_P(Shelves, ThicknessIsDataOfTheLibrary) {
  make_room();
  Json::Array classes = {Json::object({{"class", ""}, {"mm", "20"}}),
                         Json::object({{"class", "5"}, {"mm", "10,5"}})};
  door().good("processing.widths_save",
              Json::object({{"leaf", "0,1"}, {"cover", "4"}, {"classes", classes}}));
  door().good("processing.room_measure", Json::object({{"room", 1}}));
  EXPECT_THAT(shown("processing.shelves"), HasSubstr("\"11 %\"")) << "ten books of 10.5 mm";
  const Json refused = door().call("processing.widths_save", Json::object({{"leaf", "thin"}}));
  EXPECT_THAT(refused.dump(), HasSubstr("shelves.width_wrong"));
}

TEST_P(Shelves, PagesOfCopiesComeFromAFile) {
  const auto load = [&](const char* csv) {
    return door().call(
        "processing.pages_load",
        Json::object(
            {{"file", Json::object({{"name", "pagini.csv"}, {"base64", base64_encoded(csv)}})}}));
  };
  EXPECT_THAT(load("cod;pagini\nB1001;300\nB9999;10\nB1002;1200\n").dump(),
              AllOf(HasSubstr("paginile a 2 exemplare"), HasSubstr("Un rând are un cod")));
  EXPECT_THAT(shown("processing.widths"), HasSubstr("Se știu paginile a 2 exemplare"));
  EXPECT_THAT(load("B1003;multe\n").dump(), Not(HasSubstr("\"problem\"")))
      << "a first line without a number is a heading";
  EXPECT_THAT(load("B1003;20\nB1004;multe\n").dump(), HasSubstr("shelves.csv_line"));
  EXPECT_THAT(shown("processing.widths"), HasSubstr("a 2 exemplare"))
      << "a file is taken whole or not at all";
}

TEST_P(Shelves, CataloguesToAskAreKeptInTheirOrder) {
  const auto target = [](const char* name, const char* address, bool on) {
    return Json::object({{"name", name},
                         {"protocol", "sru"},
                         {"address", address},
                         {"format", "unimarc"},
                         {"charset", "utf-8"},
                         {"on", on}});
  };
  const auto save = [&](Json::Array targets) {
    return door().call("processing.catalogues_save",
                       Json::object({{"targets", std::move(targets)}}));
  };
  EXPECT_THAT(save({target("Al doilea", "http://127.0.0.1:1/a", false),
                    target("Biblioteca Județeană", "http://127.0.0.1:1/b", true)})
                  .dump(),
              HasSubstr("un catalog este pornit"));
  const std::string kept = shown("processing.catalogues");
  EXPECT_LT(kept.find("Al doilea"), kept.find("Biblioteca Județeană"));
  EXPECT_THAT(save({target("Rea", "nu merge", true)}).dump(), HasSubstr("targets/0/address"));
  EXPECT_THAT(shown("processing.catalogues"), HasSubstr("Al doilea")) << "the list stays";
}

TEST_P(Shelves, TheEffectOfShorteningIsToldBeforeItIsKept) {
  Json::Array rules = {Json::object({{"prefix", "5"}, {"depth", 1}})};
  const Json effect = door().good("processing.rules_effect", Json::object({{"rules", rules}}));
  EXPECT_EQ(effect["copies"].integer(), 10);
  EXPECT_EQ(effect["moved"].integer(), 10);
  EXPECT_EQ(effect["classes_before"].integer(), 10);
  EXPECT_EQ(effect["classes_after"].integer(), 1);
  EXPECT_THAT(shown("processing.rules"), Not(HasSubstr("\"depth\":1"))) << "nothing was kept";
}

TEST_P(Shelves, ABayWhoseNameIsEmptiedIsTakenOut) {
  make_room();
  Json::Array bays = {Json::object({{"bay", "1"}, {"name", ""}, {"boards", 2}}),
                      Json::object({{"name", "Raionul 2"}, {"boards", 3}, {"length", 80}})};
  door().good("processing.room_save",
              Json::object({{"room", "1"}, {"name", "Sala 1"}, {"bays", bays}}));
  const std::string screen = shown("processing.shelves");
  EXPECT_THAT(screen, Not(HasSubstr("Raionul 1")));
  EXPECT_THAT(screen, HasSubstr("Raionul 2"));
  EXPECT_THAT(screen, HasSubstr("2,4 m"));
}

TEST_P(Shelves, ARoomCanBeRemoved) {
  make_room();
  door().good("processing.room_save",
              Json::object({{"room", "1"}, {"name", "Sala 1"}, {"remove", "1"}}));
  EXPECT_THAT(shown("processing.shelves"), Not(HasSubstr("Sala 1")));
  door().call("processing.room", Json::object({{"room", 1}}));
  EXPECT_EQ(door().status(), METODICA_NOT_FOUND);
}

METODICA_ON_SHARED_ENGINES(Shelves);

}  // namespace
}  // namespace metodica::test
