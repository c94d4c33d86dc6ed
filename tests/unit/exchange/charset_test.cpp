#include "exchange/charset.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace metodica {
namespace {

std::string converted(Charset charset, std::string_view bytes, std::size_t lost = 0) {
  std::string out;
  EXPECT_EQ(CharsetConverter(charset).append(bytes, out), lost);
  return out;
}

TEST(CharsetTest, Iso5426HasCommaBelowAndCedilla) {
  EXPECT_EQ(converted(Charset::iso5426, "\xD2s\xD2t"), "\u0219\u021B");
  EXPECT_EQ(converted(Charset::iso5426, "\xD0s\xD0t"), "\u015F\u0163");
  EXPECT_EQ(converted(Charset::iso5426,
                      "\xC6"
                      "a\xC3"
                      "a\xC3i"),
            "ăâî");
  EXPECT_EQ(converted(Charset::iso5426,
                      "caf\xC2"
                      "e \xE9"),
            "café Ø");
}

TEST(CharsetTest, Marc8) {
  EXPECT_EQ(converted(Charset::marc8,
                      "\xF7s\xF0s\xE6"
                      "a"),
            "\u0219\u015Fă");
  EXPECT_EQ(converted(Charset::marc8,
                      "mo\xAE"
                      "adim"),
            "mo\u02BCadim");
  // Behind an escape: Hebrew, then back.
  EXPECT_EQ(converted(Charset::marc8, "\x1b(2`a\x1b(Bx"), "\u05D0\u05D1x");
  // A mark over two letters.
  EXPECT_EQ(converted(Charset::marc8,
                      "\xEBi\xEC"
                      "a"),
            "i\u0361a");
}

TEST(CharsetTest, NonsortingMarksAreSilent) {
  EXPECT_EQ(converted(Charset::iso5426, "\x88The \x89sun"), "The sun");
}

TEST(CharsetTest, SingleByteSets) {
  EXPECT_EQ(converted(Charset::windows1250, "\xAA\xBA\xDE\xFE\xE3\xE2\xEE \x84\x94\x96"),
            "\u015E\u015F\u0162\u0163ăâî „”–");
  EXPECT_EQ(converted(Charset::latin2, "\xAA\xFE\xE3 \xF5\xFB"), "\u015E\u0163ă őű");
  EXPECT_EQ(converted(Charset::latin1, "\xE9\xE8"), "éè");
}

TEST(CharsetTest, BytesWithoutMeaningAreShownAndCounted) {
  EXPECT_EQ(converted(Charset::windows1250, "a\x81z", 1), "a\uFFFDz");
  EXPECT_EQ(converted(Charset::iso5426, "c\xE3r\xFE", 2), "c\uFFFDr\uFFFD");
}

TEST(CharsetTest, PlausibleTellsARealDeclarationFromALie) {
  const CharsetConverter iso5426(Charset::iso5426);
  EXPECT_TRUE(
      iso5426.plausible("\xC6"
                        "a \xD2t\xC6r"
                        "\xD2s"));
  EXPECT_FALSE(iso5426.plausible("c\xE3r\xFEi \xBAi h\xE3r\xFEi"));  // windows-1250
  const CharsetConverter marc8(Charset::marc8);
  EXPECT_TRUE(
      marc8.plausible("Qu\xE2"
                      "ebec, \xE2"
                      "Etudes"));
  EXPECT_FALSE(marc8.plausible("c\xE3r\xFEi \xBAi h\xE3r\xFEi"));
}

TEST(CharsetTest, NamesGoBothWays) {
  for (Charset charset : {Charset::utf8, Charset::marc8, Charset::iso5426, Charset::latin1,
                          Charset::latin2, Charset::windows1250}) {
    EXPECT_EQ(charset_named(charset_name(charset)), charset);
  }
  EXPECT_FALSE(charset_named("ebcdic"));
}

}  // namespace
}  // namespace metodica
