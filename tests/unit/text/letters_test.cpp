#include "text/letters.hpp"

#include <gtest/gtest.h>

#include <string>

namespace metodica {
namespace {

TEST(Letters, ReadAndWriteEveryCodePoint) {
  for (char32_t letter = 0; letter <= 0x10FFFF; letter += letter < 0x3000 ? 1 : 97) {
    if (letter >= 0xD800 && letter <= 0xDFFF) {
      continue;
    }
    std::string bytes;
    append_letter(bytes, letter);
    std::size_t at = 0;
    ASSERT_EQ(next_letter(bytes, at), letter);
    ASSERT_EQ(at, bytes.size());
  }
}

TEST(Letters, StepOverBadBytesOneByOne) {
  const std::string text =
      "\xC8"
      "a\xC8\x99";
  std::size_t at = 0;
  EXPECT_EQ(next_letter(text, at), bad_letter);
  EXPECT_EQ(next_letter(text, at), U'a');
  EXPECT_EQ(next_letter(text, at), U'ș');
  EXPECT_EQ(at, text.size());
}

}  // namespace
}  // namespace metodica
