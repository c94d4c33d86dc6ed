#include "documents/barcode.hpp"

#include <gtest/gtest.h>

namespace metodica::documents {
namespace {

/// "2112...": widths of bars and spaces in turn.
std::string widths(const Barcode& barcode) {
  std::string result;
  int at = 0;
  for (const Bar& bar : barcode.bars) {
    if (bar.from > at) result += std::to_string(bar.from - at);
    result += std::to_string(bar.width);
    at = bar.from + bar.width;
  }
  return result;
}

TEST(Code128, DigitsInPairs) {
  const auto barcode = code_128("123456");
  ASSERT_TRUE(barcode.has_value());
  // Start C, 12, 34, 56, check digit (105 + 12 + 2·34 + 3·56) mod 103 = 44, stop.
  EXPECT_EQ(widths(*barcode),
            "211232"
            "112232"
            "131123"
            "331121"
            "132131"
            "2331112");
  EXPECT_EQ(barcode->modules, 5 * 11 + 13);
}

TEST(Code128, Letters) {
  const auto barcode = code_128("A");
  ASSERT_TRUE(barcode.has_value());
  // Start B, A (33), check digit (104 + 33) mod 103 = 34, stop.
  EXPECT_EQ(widths(*barcode),
            "211214"
            "111323"
            "131123"
            "2331112");
}

TEST(Code128, RefusesWhatItCannotHold) {
  for (const char* value : {"", "ș", "a\n"}) {
    const auto barcode = code_128(value);
    ASSERT_FALSE(barcode.has_value());
    EXPECT_EQ(barcode.error().message, "documents.barcode");
  }
  EXPECT_FALSE(code_128(std::string(500, 'x')).has_value());
}

}  // namespace
}  // namespace metodica::documents
