#include "exchange/spreadsheet_damage.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

TEST(SpreadsheetDamageTest, Scientific) {
  for (std::string_view cell : {"2,00E+12", "9.78E+12", "2E+05", "9,78973e+12", "1,5E-3"}) {
    EXPECT_TRUE(is_scientific(cell)) << cell;
  }
  for (std::string_view cell : {"", "12", "E+12", "2E12", "2,00", "12E+", "A1E+5", "2,00E+1a"}) {
    EXPECT_FALSE(is_scientific(cell)) << cell;
  }
}

TEST(SpreadsheetDamageTest, DatesInNumberColumns) {
  for (std::string_view cell : {"01.02.2024", "2024-02-01", "1/2/2024", "1-feb", "03.apr",
                                "feb.-24", "4-Mar", "1-ian.-2024", "máj. 3", "2-Oct"}) {
    EXPECT_TRUE(is_date_like(cell)) << cell;
  }
  for (std::string_view cell : {"", "1-2", "3/4", "12-14", "1234", "1/2024", "II 428863", "A-feb",
                                "82-31", "2000001234567", "1.2.3.4", "973-95777-1-7", "mai mult"}) {
    EXPECT_FALSE(is_date_like(cell)) << cell;
  }
}

}  // namespace
}  // namespace metodica
