// Reading a shelf through door 1, on SQLite and PostgreSQL: from scanned codes to moves, strays and
// what is missing.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door_test.hpp"
#include "support/small_stock.hpp"

namespace metodica::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

Json copy_of(std::int64_t number, const std::string& udc, const char* custody) {
  return old_copy(number, Json::object({{"udc", udc}, {"content", "50/54"}, {"custody", custody}}));
}

// Copies 1 to 6 of classes 51 to 56 for adults, 7 for children.
Json opening() {
  Json::Array copies;
  for (std::int64_t number = 1; number <= 6; ++number)
    copies.push_back(copy_of(number, "5" + std::to_string(number), "adulti"));
  copies.push_back(copy_of(7, "52", "copii"));
  return opening_with(copies);
}

class ShelfReadings : public DoorTest {
 protected:
  void prepare() override {
    door().good("registers.open", opening());
    for (std::int64_t number = 1; number <= 7; ++number)
      door().good("processing.give_mark",
                  Json::object({{"register", "carti"}, {"number", number}}));
  }

  std::int64_t begin(const Json& args = Json::object()) {
    return door().good("processing.reading_start", args)["at"]["args"]["reading"].integer();
  }
  Json data(std::int64_t reading) {
    return door().good("processing.reading_data", Json::object({{"reading", reading}}));
  }
  void load(std::int64_t reading, const std::string& codes) {
    door().good("processing.reading_load",
                Json::object({{"reading", std::to_string(reading)}, {"codes", codes}}));
  }
};

std::vector<std::string> marks(const Json& list) {
  std::vector<std::string> all;
  for (const Json& one : list.items())
    all.push_back(one["call_number"].text().substr(0, 2));
  return all;
}

TEST_P(ShelfReadings, OneStrayIsOneMoveBetweenItsNeighbours) {
  const std::int64_t reading = begin();
  load(reading, "B1001\nB1005\nB1002\nB1003\nB1006\n");
  const Json read = data(reading);
  EXPECT_EQ(read["in_order"].integer(), 4);
  ASSERT_EQ(read["moves"].items().size(), 1U);
  const Json& move = read["moves"].items()[0];
  EXPECT_EQ(move["code"].text(), "B1005");
  EXPECT_THAT(move["after"].text(), StartsWith("53 "));
  EXPECT_THAT(move["before"].text(), StartsWith("56 "));
  EXPECT_THAT(marks(read["missing"]), ElementsAre("52", "54")) << "7 of copii stands with 52";
}

TEST_P(ShelfReadings, WhatDoesNotBelongIsSetAside) {
  const std::int64_t reading = begin(Json::object({{"custody", "adulti"}}));
  load(reading, "B1001;10:05\nB1001\nB1007\n\"999999\"\nB1002\nB1001\nB1003");
  const Json read = data(reading);
  std::vector<std::string> states;
  for (const Json& one : read["apart"].items())
    states.push_back(one["state"].text());
  EXPECT_THAT(states, ElementsAre("elsewhere", "unknown", "twice"));
  EXPECT_EQ(read["in_order"].integer(), 3);
  EXPECT_TRUE(read["moves"].items().empty());
  EXPECT_TRUE(read["missing"].items().empty());
}

TEST_P(ShelfReadings, CopiesOnLoanAreNotMissingAndAreToldWhenTheyStandHere) {
  // Copies 8 and 9, which the catalogue of the host has, too.
  door().good("acquisition.receive", donation_of_two("54"));
  for (std::int64_t number = 8; number <= 9; ++number)
    door().good("processing.give_mark", Json::object({{"register", "carti"}, {"number", number}}));
  for (const char* barcode : {"X1", "X2"}) {
    door().good(
        "stocktaking.lend",
        Json::object({{"barcode", barcode}, {"since", "2026-02-01"}, {"due", "2026-02-15"}}));
  }
  const std::int64_t reading = begin();
  load(reading, "B1001\nX1\nB1002\nB1003\nB1004\nB1005\nB1006\nB1007");
  const Json read = data(reading);
  ASSERT_EQ(read["apart"].items().size(), 1U);
  EXPECT_EQ(read["apart"].items()[0]["state"].text(), "on_loan");
  EXPECT_EQ(read["apart"].items()[0]["code"].text(), "X1");
  EXPECT_TRUE(read["missing"].items().empty());
  EXPECT_EQ(read["with_readers"].integer(), 1);
}

TEST_P(ShelfReadings, EachScanIsAnsweredAndCanBeUndone) {
  const std::int64_t reading = begin();
  const auto scan = [&](const char* code) {
    door().good("processing.reading_scan", Json::object({{"reading", reading}, {"code", code}}));
    return door().good("processing.reading", Json::object({{"reading", reading}})).dump();
  };
  EXPECT_THAT(scan("B1002"), HasSubstr("La locul ei"));
  EXPECT_THAT(scan("B1006"), HasSubstr("La locul ei"));
  EXPECT_THAT(scan("B1003"), HasSubstr("una dinainte nu"));
  EXPECT_THAT(scan("5"), HasSubstr("\"title\":\"La locul ei\"")) << "an inventory number will do";
  EXPECT_THAT(scan("B1001"), HasSubstr("la început, înainte de 52"));
  door().good("processing.reading_undo", Json::object({{"reading", reading}}));
  EXPECT_EQ(data(reading)["scanned"].integer(), 4);
}

TEST_P(ShelfReadings, TheListOfMovesIsPrinted) {
  const std::int64_t reading = begin(Json::object({{"place", "Sala 1"}}));
  load(reading, "B1001\nB1005\nB1002");
  const Json report =
      door().good("processing.reading_report", Json::object({{"reading", reading}}));
  EXPECT_THAT(report.dump(), HasSubstr("la sfârșit, după 52"));
  const Json paper = door().good("processing.reading_paper", Json::object({{"reading", reading}}));
  EXPECT_THAT(Door::bytes_of(paper), StartsWith("%PDF"));
}

TEST_P(ShelfReadings, AReadingThatIsNotThereIsSaid) {
  door().call("processing.reading", Json::object({{"reading", 99}}));
  EXPECT_EQ(door().status(), METODICA_NOT_FOUND);
  const std::int64_t reading = begin();
  const Json refused =
      door().call("processing.reading_load", Json::object({{"reading", std::to_string(reading)}}));
  EXPECT_EQ(refused["message"].text(), "shelves.no_codes");
}

METODICA_ON_SHARED_ENGINES(ShelfReadings);

}  // namespace
}  // namespace metodica::test
