// The directory of libraries through door 1, on SQLite and PostgreSQL.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "json/base64.hpp"
#include "support/door_test.hpp"
#include "support/needed.hpp"
#include "support/shared_data.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* two_units =
    "siruta,name,type,population_2021,library_name,methodical_centre,has_branches\n"
    "60169,Negreni,commune,2084,,,\n"
    "54975,Cluj-Napoca,county seat,286598,Biblioteca „Octavian Goga”,,yes\n";

Json file_of(const std::string& csv) {
  return Json::object(
      {{"file", Json::object({{"name", "biblioteci.csv"}, {"base64", base64_encoded(csv)}})}});
}

void expect_counts(const Json& reply, std::int64_t imported, std::int64_t updated,
                   std::int64_t unchanged) {
  EXPECT_EQ(reply["imported"].integer(), imported);
  EXPECT_EQ(reply["updated"].integer(), updated);
  EXPECT_EQ(reply["unchanged"].integer(), unchanged);
}

class Coordination : public DoorTest {};

TEST_P(Coordination, TheCountyIsImportedOnceWithOneDoubt) {
  const auto path = shared_data("cluj-libraries.csv");
  std::ifstream in(path, std::ios::binary);
  if (!in)
    METODICA_MISSING("no " + path.string());
  const Json county = file_of(std::string(std::istreambuf_iterator<char>(in), {}));

  const Json first = door().good("coordination.import_units", county);
  expect_counts(first, 81, 0, 0);
  ASSERT_EQ(first["warnings"].items().size(), 1U);
  EXPECT_THAT(first["warnings"].items().front().text(), HasSubstr("60169"));
  expect_counts(door().good("coordination.import_units", county), 0, 0, 81);

  const Json units = door().good("coordination.units");
  ASSERT_EQ(units["units"].items().size(), 81U);
  EXPECT_EQ(units["units"].items().front()["name"].text(), "Cluj-Napoca");
  EXPECT_EQ(units["units"].items().front()["population"].integer(), 286598);
}

TEST_P(Coordination, AChangedUnitIsReplacedAndOthersStay) {
  door().good("coordination.import_units", file_of(two_units));
  const Json again =
      door().good("coordination.import_units",
                  file_of("siruta,name,type,population_2021\n60169,Negreni,commune,2100\n"));
  expect_counts(again, 0, 1, 0);
  const Json units = door().good("coordination.units")["units"];
  ASSERT_EQ(units.items().size(), 2U);
  EXPECT_EQ(units.items()[1]["population"].integer(), 2100);
}

TEST_P(Coordination, ABadRowLeavesNothingBehind) {
  const Json refused =
      door().call("coordination.import_units",
                  file_of(std::string(two_units) + "55357,Câmpia Turzii,sat,,,,\n"));
  EXPECT_EQ(door().status(), METODICA_INVALID);
  EXPECT_EQ(refused["message"].text(), "coordination.type");
  EXPECT_EQ(refused["field"].text(), "file");
  EXPECT_TRUE(door().good("coordination.units")["units"].items().empty());
}

TEST_P(Coordination, TheScreenTakesTheFileAndFindsAPlace) {
  const Json went = door().good("coordination.load_units", file_of(two_units));
  EXPECT_THAT(went.dump(), HasSubstr("2 localități noi"));
  const std::string all = door().good("coordination.directory").dump();
  EXPECT_THAT(all, HasSubstr("288.682")) << "the sum of both places";
  EXPECT_THAT(all, HasSubstr("cifra de control a codului SIRUTA 60169"));
  const Json found =
      door().good("coordination.units", Json::object({{"text", "octavian"}}))["units"];
  ASSERT_EQ(found.items().size(), 1U);
  EXPECT_EQ(found.items().front()["siruta"].integer(), 54975);
}

TEST_P(Coordination, ALibrarianLooksAndDoesNotImport) {
  door().set_roles({"librarian"});
  EXPECT_THAT(door().good("coordination.directory").dump(), Not(HasSubstr("load_units")));
  door().call("coordination.import_units", file_of(two_units));
  EXPECT_EQ(door().status(), METODICA_DENIED);
}

METODICA_ON_SHARED_ENGINES(Coordination);

}  // namespace
}  // namespace metodica::test
