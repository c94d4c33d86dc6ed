#include "modules/processing/label_content.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace metodica::processing {
namespace {

using testing::ElementsAre;

TEST(Lengths, AreReadInHundredthsOfAMillimetre) {
  EXPECT_EQ(hundredths("38,1"), 3810);
  EXPECT_EQ(hundredths("38.1"), 3810);
  EXPECT_EQ(hundredths("-0,5"), -50);
  EXPECT_EQ(hundredths("+1.25"), 125);
  EXPECT_EQ(hundredths("7"), 700);
  EXPECT_EQ(hundredths("999"), 99900);
  for (const char* wrong :
       {"", "-", "1,", ",5", "1,234", "1000", "12mm", "1,2,3", "--1", "9999999999"})
    EXPECT_FALSE(hundredths(wrong).has_value()) << wrong;
}

TEST(Lengths, AreShownAsShortAsTheyAre) {
  EXPECT_EQ(shown_hundredths(3810, "ro"), "38,1");
  EXPECT_EQ(shown_hundredths(3810, "en"), "38.1");
  EXPECT_EQ(shown_hundredths(-5, "ro"), "-0,05");
  EXPECT_EQ(shown_hundredths(700, "ro"), "7");
}

TEST(Colours, AreReadAndWrittenAsSixDigits) {
  EXPECT_EQ(colour_of("#8A8d8f"), (Colour{0x8a, 0x8d, 0x8f}));
  EXPECT_EQ(hex_of({0x8a, 0x8d, 0x8f}), "#8a8d8f");
  for (const char* wrong : {"", "8a8d8f", "#8a8d8", "#8a8d8g", "#8a8d8f0", "gri"})
    EXPECT_FALSE(colour_of(wrong).has_value()) << wrong;
}

TEST(Colours, OfTheLongestClassAboveANotation) {
  const std::vector<ClassColour> colours = {
      {"8", "gri", {1, 1, 1}}, {"821.135.1", "auriu", {2, 2, 2}}, {"9", "alb", {3, 3, 3}}};
  EXPECT_EQ(band_of(colours, "82-31")->text, "8");
  EXPECT_EQ(band_of(colours, "821.135.1-31")->text, "821.135.1");
  EXPECT_EQ(band_of(colours, "(498)94")->text, "9") << "by the main number, not by the place";
  EXPECT_FALSE(band_of(colours, "5").has_value());
  EXPECT_FALSE(band_of(colours, "").has_value());
  EXPECT_TRUE(check_colours(colours).has_value());
  EXPECT_EQ(check_colours({{"8", "a", {}}, {"8.", "b", {}}}).error().message,
            "labels.colour_twice");
  EXPECT_EQ(check_colours({{"x", "a", {}}}).error().field, "colours/0/prefix");
}

TEST(ShelfSpans, AreReadWithAnyDash) {
  EXPECT_EQ(shelf_span("821.135.1 – 821.511"), (ShelfSpan{"821.135.1", "821.511"}));
  EXPECT_EQ(shelf_span(" 5 - 51 "), (ShelfSpan{"5", "51"}));
  EXPECT_EQ(shelf_span("82-31"), (ShelfSpan{"82-31", ""})) << "a hyphen of the notation";
  EXPECT_EQ(text_of({"5", "51"}), "5 – 51");
}

TEST(ClassIn, IsThatOfTheMarkAndNoneOfANumber) {
  EXPECT_EQ(class_in("821.135.1-31 R43i"), "821.135.1-31");
  EXPECT_EQ(class_in("C 94(498) B12"), "94(498)");
  EXPECT_EQ(class_in("II 428863"), "");
  EXPECT_EQ(class_in("323125"), "");
}

TEST(SpineLines, OfEachFamily) {
  EXPECT_THAT(spine_lines("P I 27618", 10), ElementsAre("P I", "27618"));
  EXPECT_THAT(spine_lines("RV I-94/2", 10), ElementsAre("RV I", "94/2"));
  EXPECT_THAT(spine_lines("323125", 10), ElementsAre("323125"));
  EXPECT_THAT(spine_lines("821.135.1-31 R292i", 10), ElementsAre("821.135.1", "-31", "R292i"));
}

}  // namespace
}  // namespace metodica::processing
