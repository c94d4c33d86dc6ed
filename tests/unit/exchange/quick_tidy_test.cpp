#include "exchange/quick_tidy.hpp"

#include <gtest/gtest.h>

#include "text/unicode.hpp"

namespace metodica {
namespace {

std::string tidied(std::string_view text) {
  std::string out = "left over";
  quick_tidy(text, out);
  return out;
}

TEST(QuickTidyTest, CedillasBecomeCommas) {
  EXPECT_EQ(tidied("\u015E\u015F\u0162\u0163"), "\u0218\u0219\u021A\u021B");
}

TEST(QuickTidyTest, SpacesAndControlCharacters) {
  EXPECT_EQ(tidied("  a\u00A0b\x07\u0098 c\u009C\n"), "a b c");
  EXPECT_EQ(tidied("a\tb\nc"), "a b c");
  EXPECT_EQ(tidied("   "), "");
}

TEST(QuickTidyTest, DecomposedTextIsComposed) {
  EXPECT_EQ(tidied("s\u0326t\u0327a\u0306"), "\u0219\u021Bă");
}

TEST(QuickTidyTest, AgreesWithTheSlowLane) {
  for (std::string_view text :
       {"Țiganiada – „epopeea”", "naïve façade", "Ľudovít Štúr", "ὁ λόγος", "日本", "a\u0301e",
        "1 ½ · 2", "x\u202Fy", "i\u0361a", "😀", "\u2026…", "Æ Œ ŋ"}) {
    EXPECT_EQ(tidied(text), tidy(text)) << text;
  }
}

TEST(QuickTidyTest, TheReplacementCharacterStaysVisible) {
  EXPECT_EQ(tidied("a\uFFFDb"), "a\uFFFDb");
}

}  // namespace
}  // namespace metodica
