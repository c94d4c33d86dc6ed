#include "storage/array_text.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

TEST(ArrayText, QuotesEveryText) {
  const Batch::Column column = {"a", ColumnKind::text, {}, {"ș, {x}", "\"q\"", "a\\b", "", "NULL"}};
  EXPECT_EQ(array_text(column, 0, 5), R"({"ș, {x}","\"q\"","a\\b","","NULL"})");
  EXPECT_EQ(array_text(column, 3, 4), R"({""})");
}

TEST(ArrayText, WritesIntegersPlain) {
  const Batch::Column column = {"a", ColumnKind::integer, {1, -20, 0}, {}};
  EXPECT_EQ(array_text(column, 0, 3), "{1,-20,0}");
  EXPECT_EQ(array_text(column, 0, 0), "{}");
}

}  // namespace
}  // namespace metodica
