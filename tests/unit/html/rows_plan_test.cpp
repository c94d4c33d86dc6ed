// Rows of many fields stand on several lines; the lines are filled to the end.
#include "html/rows_plan.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

namespace metodica::html {
namespace {

Json column(const char* name, const char* kind) {
  return Json::object({{"name", name}, {"is", kind}, {"label", name}});
}

Json field(Json::Array columns) {
  return Json::object({{"name", "lines"}, {"columns", std::move(columns)}});
}

int units(const RowLine& line) {
  return std::accumulate(line.begin(), line.end(), 0,
                         [](int sum, const PlacedColumn& placed) { return sum + placed.span; });
}

TEST(RowsPlan, AFewFieldsStandOnOneLine) {
  const Json few = field({column("id", "hidden"), column("title", "text"),
                          column("copies", "integer"), column("price", "money")});
  const auto lines = plan_rows(few);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].size(), 3U) << "hidden fields take no place";
}

TEST(RowsPlan, AnInvoiceLineStandsOnTwoInItsOrder) {
  const Json many =
      field({column("author", "text"), column("title", "text"), column("publication", "text"),
             column("isbn", "isbn"), column("language", "text"), column("copies", "integer"),
             column("net", "money"), column("vat", "money")});
  const auto lines = plan_rows(many);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(units(lines[0]), rows_plan_units);
  EXPECT_EQ(units(lines[1]), rows_plan_units);
  std::string order;
  for (const RowLine& line : lines) {
    for (const PlacedColumn& placed : line) {
      order += (*placed.column)["name"].text() + " ";
    }
    order += "| ";
  }
  EXPECT_EQ(order, "author title publication | isbn language copies net vat | ");
}

TEST(RowsPlan, NoColumnsAreOneEmptyLine) {
  EXPECT_EQ(plan_rows(field({})).size(), 1U);
}

}  // namespace
}  // namespace metodica::html
