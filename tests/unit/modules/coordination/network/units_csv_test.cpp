// The directory read from a spreadsheet's file.
#include "modules/coordination/network/units_csv.hpp"

#include <gtest/gtest.h>

namespace metodica::coordination {
namespace {

Result<std::vector<Unit>> read(std::string_view csv) {
  return units_from_csv(csv, Messages("ro"));
}

std::string fault(std::string_view csv) {
  const auto units = read(csv);
  if (units)
    return "";
  EXPECT_EQ(units.error().field, "file");
  return units.error().message;
}

TEST(UnitsCsv, ReadsRomanianHeadersInAnyOrder) {
  const auto units = read(
      "Denumire;Tip;Cod SIRUTA;Filiale;Populație;Bibliotecă\n"
      "Câmpia Turzii;municipiu;55357;nu;20590;Astra\n");
  ASSERT_TRUE(units);
  ASSERT_EQ(units->size(), 1U);
  const Unit expected{55357, "Câmpia Turzii", "municipality", 20590, "Astra", "", "no"};
  EXPECT_EQ(units->front(), expected);
}

TEST(UnitsCsv, RefusesWhatIsNoUnit) {
  EXPECT_EQ(fault("name,type\nTurda,municipality\n"), "exchange.csv_column_missing");
  EXPECT_EQ(fault("siruta,name,type\n"), "coordination.no_units");
  EXPECT_EQ(fault("siruta,name,type\n55x,Turda,municipality\n"), "coordination.siruta");
  EXPECT_EQ(fault("siruta,name,type\n55259,,municipality\n"), "coordination.unit_name");
  EXPECT_EQ(fault("siruta,name,type\n55259,Turda,sat\n"), "coordination.type");
  EXPECT_EQ(fault("siruta,name,type,population_2021\n55259,Turda,town,4 3\n"),
            "coordination.population");
  EXPECT_EQ(fault("siruta,name,type,has_branches\n55259,Turda,town,poate\n"),
            "coordination.branches");
  EXPECT_EQ(fault("siruta,name,type\n55259,Turda,town\n55259,Turda,town\n"),
            "coordination.siruta_twice");
}

}  // namespace
}  // namespace metodica::coordination
