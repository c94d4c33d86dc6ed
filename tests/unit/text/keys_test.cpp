#include "text/keys.hpp"

#include <gtest/gtest.h>

#include <string>

namespace metodica {
namespace {

TEST(InventoryNumber, ReadsDigitsOnly) {
  const auto number = InventoryNumber::parse("AV", "21");
  ASSERT_TRUE(number);
  EXPECT_EQ(*number, (InventoryNumber{"AV", 21}));
  EXPECT_EQ(InventoryNumber::parse("", "004322")->number, 4322);
  for (const char* text :
       {"", "0", "-1", "+1", " 1", "1.234", "12a", "1000000000000", "99999999999999999999"}) {
    const auto refused = InventoryNumber::parse("", text);
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(refused.error().message, "inventory_number.invalid");
  }
}

TEST(InventoryNumber, ShowsTheRegisterOnlyWhenTold) {
  EXPECT_EQ((InventoryNumber{"AV", 21}).shown(), "21");
  EXPECT_EQ((InventoryNumber{"AV", 21}).shown_with_register(), "AV 21");
  EXPECT_EQ((InventoryNumber{"", 4322}).shown_with_register(), "4322");
}

TEST(InventoryNumber, OrdersByRegisterThenNumber) {
  EXPECT_LT((InventoryNumber{"A", 9}), (InventoryNumber{"A", 10}));
  EXPECT_LT((InventoryNumber{"A", 10}), (InventoryNumber{"B", 1}));
}

std::string barcode(std::string_view text) {
  const auto code = Barcode::parse(text);
  return code ? code->text() : code.error().message;
}

TEST(Barcode, TidiesWhatTheScannerSends) {
  EXPECT_EQ(barcode("000123"), "000123");
  EXPECT_EQ(barcode(" 000123\r\n"), "000123");
  EXPECT_EQ(barcode("BJC-12/ă"), "BJC-12/ă");
  EXPECT_EQ(barcode(std::string(40, '1')), std::string(40, '1'));
}

TEST(Barcode, RefusesOtherTexts) {
  EXPECT_EQ(barcode(""), "barcode.missing");
  EXPECT_EQ(barcode("  "), "barcode.missing");
  EXPECT_EQ(barcode("12 34"), "barcode.invalid");
  EXPECT_EQ(barcode("12\u00A034"), "barcode.invalid");
  EXPECT_EQ(barcode("12\t34"), "barcode.invalid");
  EXPECT_EQ(barcode(std::string(41, '1')), "barcode.invalid");
  EXPECT_EQ(barcode("\xFF"), "barcode.invalid");
  EXPECT_EQ(barcode(std::string(1'000'000, ' ')), "barcode.invalid");
}

TEST(Key, TakesVisibleAsciiAsItIs) {
  EXPECT_EQ(Key::parse("7f3a-01:~!")->text(), "7f3a-01:~!");
  EXPECT_TRUE(Key::parse(std::string(100, 'k')));
  for (const std::string& text : {std::string(), std::string(101, 'k'), std::string("a b"),
                                  std::string("a\n"), std::string("ă"), std::string("a\x7f")}) {
    const auto key = Key::parse(text);
    ASSERT_FALSE(key) << text;
    EXPECT_EQ(key.error().message, "key.invalid");
  }
  EXPECT_TRUE(Key().none());
}

TEST(LibraryCode, TakesShortPlainCodes) {
  EXPECT_EQ(LibraryCode::parse("BJ-Cluj_1.a")->text(), "BJ-Cluj_1.a");
  EXPECT_TRUE(LibraryCode::parse(std::string(20, 'x')));
  for (const char* text : {"", "a b", "ăb", "a/b", "123456789012345678901"}) {
    const auto code = LibraryCode::parse(text);
    ASSERT_FALSE(code) << text;
    EXPECT_EQ(code.error().message, "library_code.invalid");
  }
}

}  // namespace
}  // namespace metodica
