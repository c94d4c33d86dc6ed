#include "json/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace metodica {
namespace {

TEST(Utf8, AcceptsEveryLengthUpToTheLastCodePoint) {
  EXPECT_TRUE(is_well_formed_utf8(""));
  EXPECT_TRUE(is_well_formed_utf8("Creangă, Ion"));
  EXPECT_TRUE(is_well_formed_utf8("\xE2\x82\xAC"));      // U+20AC
  EXPECT_TRUE(is_well_formed_utf8("\xED\x9F\xBF"));      // U+D7FF, last before the surrogates
  EXPECT_TRUE(is_well_formed_utf8("\xEE\x80\x80"));      // U+E000, first after them
  EXPECT_TRUE(is_well_formed_utf8("\xF4\x8F\xBF\xBF"));  // U+10FFFF
  EXPECT_TRUE(is_well_formed_utf8(std::string("\0", 1)));
}

TEST(Utf8, RefusesWhatTheStandardForbids) {
  EXPECT_FALSE(is_well_formed_utf8("\x80"));              // continuation without a lead
  EXPECT_FALSE(is_well_formed_utf8("\xC0\x80"));          // overlong U+0000
  EXPECT_FALSE(is_well_formed_utf8("\xC1\xBF"));          // overlong U+007F
  EXPECT_FALSE(is_well_formed_utf8("\xE0\x9F\xBF"));      // overlong U+07FF
  EXPECT_FALSE(is_well_formed_utf8("\xED\xA0\x80"));      // surrogate U+D800
  EXPECT_FALSE(is_well_formed_utf8("\xF0\x8F\xBF\xBF"));  // overlong U+FFFF
  EXPECT_FALSE(is_well_formed_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
  EXPECT_FALSE(is_well_formed_utf8("\xF5\x80\x80\x80"));
  EXPECT_FALSE(is_well_formed_utf8("\xFF"));
}

TEST(Utf8, RefusesASequenceCutAtTheEnd) {
  const std::string letter = "\xF0\x9F\x98\x80";
  for (std::size_t bytes = 1; bytes < letter.size(); ++bytes) {
    EXPECT_FALSE(is_well_formed_utf8(letter.substr(0, bytes))) << bytes;
  }
}

TEST(Utf8, FindsABadByteAtEveryPlaceOfABlock) {
  for (std::size_t at = 0; at < 24; ++at) {
    std::string text(24, 'a');
    EXPECT_TRUE(is_well_formed_utf8(text));
    text[at] = '\xE9';
    EXPECT_FALSE(is_well_formed_utf8(text)) << at;
  }
}

TEST(Utf8, SaysHowLongASequenceIs) {
  const std::string text = "aă€😀\xFF";
  EXPECT_EQ(utf8_sequence(text, 0), 1U);
  EXPECT_EQ(utf8_sequence(text, 1), 2U);
  EXPECT_EQ(utf8_sequence(text, 2), 0U);  // inside a letter
  EXPECT_EQ(utf8_sequence(text, 3), 3U);
  EXPECT_EQ(utf8_sequence(text, 6), 4U);
  EXPECT_EQ(utf8_sequence(text, 10), 0U);
}

}  // namespace
}  // namespace metodica
