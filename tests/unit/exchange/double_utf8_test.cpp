#include "exchange/double_utf8.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

// What a program makes of UTF-8 when it takes each byte for a character of ISO 8859-1.
std::string twice(std::string_view utf8) {
  std::string out;
  for (char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0U | (byte >> 6U));
      out += static_cast<char>(0x80U | (byte & 0x3FU));
    }
  }
  return out;
}

TEST(DoubleUtf8Test, UndoesTheWayThroughLatin1) {
  for (std::string_view text : {"Bucure\u015Fti", "c\u0103r\u0163i", "îngrijită", "Târgu Mureș",
                                "România – „Poezii”", "Éditions", "őű"}) {
    const auto undone = undo_double_utf8(twice(text));
    ASSERT_TRUE(undone) << text;
    EXPECT_EQ(undone->text, text);
    EXPECT_TRUE(undone->sure) << text;
  }
}

TEST(DoubleUtf8Test, UndoesTheWayThroughWindows1252) {
  const auto undone = undo_double_utf8("BucureÅŸti, cÄƒrÅ£i, â€žPoeziiâ€");
  ASSERT_FALSE(undone) << "U+009D has no character in windows-1252, so the quote is cut";
  const auto whole = undo_double_utf8("BucureÅŸti, cÄƒrÅ£i â€“ TÃ®rgu");
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->text, "Bucure\u015Fti, c\u0103r\u0163i – Tîrgu");
  EXPECT_TRUE(whole->sure);
}

TEST(DoubleUtf8Test, GoodTextStaysAsItIs) {
  for (std::string_view text :
       {"București, cărți", "Åse Ängström", "Ça ira", "à la carte", "„COBORÎ”", "«CAFÉ»", "Größe",
        "Þórður", "日本", "Őszi „versek”", "30° – 40°", "Ærø", "plain", ""}) {
    EXPECT_FALSE(undo_double_utf8(text)) << text;
  }
}

TEST(DoubleUtf8Test, OneGoodCharacterForbidsTheRepair) {
  EXPECT_FALSE(undo_double_utf8(twice("Bucure\u015Fti") + " și"));
}

TEST(DoubleUtf8Test, DoubtfulTextIsNotSure) {
  // A capital with a closing quote, which could also be one letter encoded twice.
  for (std::string_view text : {"CITÀ»", "È™", "TESÄ“", "Ó”"}) {
    const auto undone = undo_double_utf8(text);
    EXPECT_TRUE(!undone || !undone->sure) << text;
  }
}

TEST(DoubleUtf8Test, CandidatesAreFoundCheaply) {
  EXPECT_TRUE(may_be_double_utf8(twice("\u015F")));
  EXPECT_FALSE(may_be_double_utf8("Târgu Mureș, în România"));
}

}  // namespace
}  // namespace metodica
