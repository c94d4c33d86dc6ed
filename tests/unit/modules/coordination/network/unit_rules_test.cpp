// The control digit of SIRUTA codes, the order of the directory and the search in it.
#include "modules/coordination/network/unit_rules.hpp"

#include <gtest/gtest.h>

namespace metodica::coordination {
namespace {

TEST(Siruta, AgreesWithCodesInForce) {
  EXPECT_TRUE(siruta_agrees(54975)) << "Cluj-Napoca";
  EXPECT_TRUE(siruta_agrees(55357)) << "Câmpia Turzii";
}

TEST(Siruta, DoubtsAnotherControlDigit) {
  for (const std::int64_t wrong : {54970, 54971, 54972, 54973, 54974, 54976, 54977, 54978, 54979})
    EXPECT_FALSE(siruta_agrees(wrong)) << wrong;
}

TEST(Siruta, DoubtsNegreniWhoseCodeIsInForce) {
  EXPECT_FALSE(siruta_agrees(60169));
}

TEST(Siruta, NeedsAtMostFiveDigitsBeforeTheControlDigit) {
  EXPECT_FALSE(siruta_agrees(0));
  EXPECT_FALSE(siruta_agrees(-54975));
  EXPECT_FALSE(siruta_agrees(1054975)) << "the added digit has no weight";
}

TEST(UnitTypes, AreKnownInRomanianAndEnglish) {
  EXPECT_EQ(unit_type_of("county seat"), "county_seat");
  EXPECT_EQ(unit_type_of("Reședință de județ"), "county_seat");
  EXPECT_EQ(unit_type_of("Oraș"), "town");
  EXPECT_EQ(unit_type_of("COMUNĂ"), "commune");
  EXPECT_EQ(unit_type_of("sat"), "");
}

TEST(Directory, IsSortedByRankThenByRomanianName) {
  std::vector<Unit> units(4);
  units[0] = {1, "Șoimeni", "commune", 1, {}, {}, {}};
  units[1] = {2, "Tritenii", "commune", 1, {}, {}, {}};
  units[2] = {3, "Suatu", "commune", 1, {}, {}, {}};
  units[3] = {4, "Zalău", "county_seat", 1, {}, {}, {}};
  sort_units(units);
  EXPECT_EQ(units[0].name, "Zalău");
  EXPECT_EQ(units[1].name, "Suatu");
  EXPECT_EQ(units[2].name, "Șoimeni");
  EXPECT_EQ(units[3].name, "Tritenii");
}

TEST(Directory, IsSearchedWithoutMarks) {
  const Unit unit{55357, "Câmpia Turzii", "municipality", 20590, "Biblioteca „Astra”", {}, "no"};
  EXPECT_TRUE(matches(unit, "campia"));
  EXPECT_TRUE(matches(unit, "ASTRA"));
  EXPECT_TRUE(matches(unit, "5535"));
  EXPECT_TRUE(matches(unit, ""));
  EXPECT_FALSE(matches(unit, "Turda"));
}

}  // namespace
}  // namespace metodica::coordination
