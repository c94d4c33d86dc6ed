#include "documents/barcode.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace metodica::documents {
namespace {

/// "2112...": widths of bars and spaces in turn.
std::string widths(const Barcode& barcode) {
  std::string result;
  int at = 0;
  for (const Bar& bar : barcode.bars) {
    if (bar.from > at)
      result += std::to_string(bar.from - at);
    result += std::to_string(bar.width);
    at = bar.from + bar.width;
  }
  return result;
}

TEST(Code128, DigitsInPairs) {
  const auto barcode = encode(Symbology::code_128, "123456");
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
  const auto barcode = encode(Symbology::code_128, "A");
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
    const auto barcode = encode(Symbology::code_128, value);
    ASSERT_FALSE(barcode.has_value());
    EXPECT_EQ(barcode.error().message, "documents.barcode");
  }
  EXPECT_FALSE(encode(Symbology::code_128, std::string(500, 'x')).has_value());
}

TEST(Code39, CapitalsAndDigits) {
  const auto barcode = encode(Symbology::code_39, "A1");
  ASSERT_TRUE(barcode.has_value());
  // Start, A, 1, stop; wide elements of two modules, one module of white between characters.
  EXPECT_EQ(widths(*barcode),
            "1211212111"
            "2111121121"
            "2112111121"
            "121121211");
  EXPECT_EQ(barcode->modules, 4 * 13 - 1);
  EXPECT_EQ(encode(Symbology::code_39, "B0123456")->modules, 129);  // domain note, 6.2
  EXPECT_FALSE(encode(Symbology::code_39, "b0123456").has_value());
}

TEST(Ean13, AddsAndChecksTheCheckDigit) {
  const auto barcode = encode(Symbology::ean_13, "590123412345");
  ASSERT_TRUE(barcode.has_value());
  EXPECT_EQ(barcode->value, "5901234123457");
  EXPECT_EQ(barcode->modules, 95);
  EXPECT_EQ(barcode->rows, 1);
  // Guard bars, then 9 by set A (the leading 5 is ABBAAB): 3112.
  EXPECT_EQ(widths(*barcode).substr(0, 7), "1113112");
  EXPECT_EQ(encode(Symbology::ean_13, "5901234123457")->value, "5901234123457");
  for (const char* wrong : {"5901234123458", "59012341234", "B90123412345"}) {
    const auto refused = encode(Symbology::ean_13, wrong);
    ASSERT_FALSE(refused.has_value()) << wrong;
    EXPECT_EQ(refused.error().message, "documents.barcode");
  }
}

/// The left upper corner of a square code, a text of dots and hashes.
std::string corner(const Barcode& barcode, int size) {
  std::string picture;
  for (int row = 0; row < size; ++row) {
    std::string line(static_cast<std::size_t>(size), '.');
    for (const Bar& bar : barcode.bars) {
      for (int at = bar.from; bar.row == row && at < bar.from + bar.width && at < size; ++at)
        line[static_cast<std::size_t>(at)] = '#';
    }
    picture += line + "\n";
  }
  return picture;
}

TEST(Qr, HasItsFinderPattern) {
  const auto barcode = encode(Symbology::qr, "C0000265");
  ASSERT_TRUE(barcode.has_value());
  EXPECT_EQ(barcode->modules, 21);
  EXPECT_EQ(barcode->rows, 21);
  EXPECT_EQ(corner(*barcode, 7),
            "#######\n"
            "#.....#\n"
            "#.###.#\n"
            "#.###.#\n"
            "#.###.#\n"
            "#.....#\n"
            "#######\n");
}

TEST(DataMatrix, HasItsSolidEdges) {
  const auto barcode = encode(Symbology::data_matrix, "C0000265");
  ASSERT_TRUE(barcode.has_value());
  EXPECT_EQ(barcode->modules, barcode->rows);
  for (int row = 0; row < barcode->rows; ++row) {
    EXPECT_TRUE(std::any_of(barcode->bars.begin(), barcode->bars.end(), [&](const Bar& bar) {
      return bar.row == row && bar.from == 0;
    })) << row;
  }
  const Bar last = barcode->bars.back();
  EXPECT_EQ(last.row, barcode->rows - 1);
  EXPECT_EQ(last.width, barcode->modules) << "the lower edge is black from end to end";
}

}  // namespace
}  // namespace metodica::documents
