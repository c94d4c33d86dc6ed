#include "text/numbers.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace metodica {
namespace {

TEST(Numbers, GroupsThousandsByLanguage) {
  EXPECT_EQ(shown_integer(1234), "1.234");
  EXPECT_EQ(shown_integer(1234, "en"), "1,234");
  EXPECT_EQ(shown_integer(1234, "hu"), "1\u00A0234");
  EXPECT_EQ(shown_integer(1234, "de"), "1.234");
}

TEST(Numbers, KnowsTheEdges) {
  EXPECT_EQ(shown_integer(0), "0");
  EXPECT_EQ(shown_integer(999), "999");
  EXPECT_EQ(shown_integer(-999), "-999");
  EXPECT_EQ(shown_integer(-1'000), "-1.000");
  EXPECT_EQ(shown_integer(1'000'000), "1.000.000");
  EXPECT_EQ(shown_integer(std::numeric_limits<std::int64_t>::min()), "-9.223.372.036.854.775.808");
}

}  // namespace
}  // namespace metodica
