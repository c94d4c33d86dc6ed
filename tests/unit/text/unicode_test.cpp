#include "text/unicode.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/needed.hpp"
#include "support/shared_data.hpp"

namespace metodica {
namespace {

TEST(Tidy, PutsCommasBelowRomanianLetters) {
  EXPECT_EQ(tidy("\u015Etefan \u0162ara \u015Fi \u0163ar\u0103"), "Ștefan Țara și țară");
  EXPECT_EQ(tidy("s\u0327i t\u0326ar\u0103"), "și țară");
}

TEST(Tidy, ComposesLetters) {
  EXPECT_EQ(tidy("a\u0306 i\u0302 o\u030B"), "ă î ő");
  // The mark meets its letter only once the zero-width space between them is gone.
  EXPECT_EQ(tidy("a\u200B\u0306"), "ă");
}

TEST(Tidy, RemovesWhatNobodySees) {
  EXPECT_EQ(tidy("\uFEFF a\x01\x7f\u0085"
                 "b\r\nc\td \u00A0"),
            "ab\nc\td");
  EXPECT_EQ(tidy("a\u00A0b\u202Fc"), "a b c");
  EXPECT_EQ(tidy("\u202E"
                 "abc\u202C"),
            "abc");
  EXPECT_EQ(tidy(" \n\t "), "");
  EXPECT_EQ(tidy(""), "");
}

TEST(Tidy, IsStable) {
  for (const char* text :
       {"\u015Ftefan", " a\u0306\u200B\u0301 ", "Erdő \u00A0 ", "s\u0323\u0327\u0306"}) {
    EXPECT_EQ(tidy(tidy(text)), tidy(text)) << text;
  }
}

TEST(Folded, DropsCaseAndMarks) {
  EXPECT_EQ(folded("Șoseaua ȚĂRII Întâi"), "soseaua tarii intai");
  EXPECT_EQ(folded("\u015Eos\u0103"), folded("Șosă"));
  EXPECT_EQ(folded("Erdőlak ŰRHAJÓ"), "erdolak urhajo");
  EXPECT_EQ(folded("Straße Łódź Đorđe Øystein Æsir œuvre Þór"),
            "strasse lodz dorde oystein aesir oeuvre thor");
  EXPECT_EQ(folded("a\u0306"), "a");
  EXPECT_EQ(folded("İI ı"), "ii i");
  EXPECT_EQ(folded("Tolstoï ﬁn"), "tolstoi fin");
}

TEST(Folded, KeepsLettersAndDigitsOfEveryScript) {
  EXPECT_EQ(folded("Толстой, Лев"), "толстои лев");
  EXPECT_EQ(folded("ΟΔΥΣΣΕΎΣ"), "οδυσσευσ");
  EXPECT_EQ(folded("東京 2020"), "東京 2020");
}

TEST(Folded, SeparatesWordsByOneSpace) {
  EXPECT_EQ(folded("  «De la» - Delavrancea...  "), "de la delavrancea");
  EXPECT_EQ(folded("dintr-o"), "dintr o");
  EXPECT_EQ(folded("C++"), "c");
  EXPECT_EQ(folded("--- !"), "");
  EXPECT_EQ(folded(""), "");
}

TEST(Length, CountsWhatPeopleSee) {
  EXPECT_EQ(length(""), 0U);
  EXPECT_EQ(length("carte"), 5U);
  EXPECT_EQ(length("Țară"), 4U);
  EXPECT_EQ(length("a\u0306"), 1U);
  EXPECT_EQ(length("\r\n"), 1U);
  EXPECT_EQ(length("👨\u200D👩\u200D👧 x"), 3U);
}

TEST(Excerpt, CutsAndCleans) {
  EXPECT_EQ(excerpt("scurt"), "scurt");
  EXPECT_EQ(excerpt("țțțț", 3), "țțț…");
  EXPECT_EQ(excerpt("țțț", 3), "țțț");
  EXPECT_EQ(excerpt("a\xFF\nb\x01"), "a? b ");
  EXPECT_EQ(excerpt(std::string(1'000'000, 'x'), 5), "xxxxx…");
}

TEST(IsUtf8, AgreesWithTheReader) {
  EXPECT_TRUE(is_utf8("ț"));
  EXPECT_FALSE(is_utf8("\xC8"));
}

TEST(Collation, FollowsTheRomanianList) {
  const auto path = test::shared_data("collation-ro.csv");
  std::ifstream file(path);
  if (!file)
    METODICA_MISSING("no " + path.string());
  std::string line;
  std::getline(file, line);
  int rows = 0;
  while (std::getline(file, line)) {
    const auto first = line.find(',');
    const auto second = line.find(',', first + 1);
    const auto third = line.find(',', second + 1);
    const std::string left = line.substr(0, first);
    const std::string relation = line.substr(first + 1, second - first - 1);
    const std::string right = line.substr(second + 1, third - second - 1);
    if (relation == "<") {
      EXPECT_LT(collation_key(left), collation_key(right)) << line;
    } else {
      ASSERT_EQ(relation, "=");
      EXPECT_EQ(collation_key(left), collation_key(right)) << line;
    }
    ++rows;
  }
  EXPECT_EQ(rows, 20);
}

TEST(Collation, DiffersByLanguage) {
  EXPECT_LT(collation_key("Csiki", "ro"), collation_key("Cucu", "ro"));
  EXPECT_LT(collation_key("Cucu", "hu"), collation_key("Csiki", "hu"));
  EXPECT_LT(collation_key("Țara", "en"), collation_key("Tudor", "en"));
  EXPECT_LT(collation_key("Tudor", "ro"), collation_key("Țara", "ro"));
}

TEST(Collation, KeysHaveNoZeroByte) {
  const std::string key = collation_key("Creangă, Ion");
  EXPECT_FALSE(key.empty());
  EXPECT_EQ(key.find('\0'), std::string::npos);
  EXPECT_LT(collation_key(""), key);
}

// Ten times the text may take about ten times the time; a hundred times would be a hang.
TEST(Unicode, LongTextsAreRead) {
  std::string marks = "a";
  for (int i = 0; i < 200'000; ++i) {
    marks += "\u0301";
  }
  EXPECT_EQ(folded(marks), "a");
  EXPECT_EQ(length(marks), 1U);
  EXPECT_FALSE(tidy(marks).empty());
  EXPECT_FALSE(collation_key(marks).empty());
}

}  // namespace
}  // namespace metodica
