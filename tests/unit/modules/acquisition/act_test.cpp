#include "modules/acquisition/act.hpp"

#include <gtest/gtest.h>

namespace metodica::acquisition {
namespace {

Line published(const std::string& publication) {
  Line line;
  line.publication = publication;
  return line;
}

TEST(Imprint, IsTakenOutOfTheWholeStatement) {
  const Imprint whole = imprint_of(published("București : Editura Exemplu, 2024"));
  EXPECT_EQ(whole.place, "București");
  EXPECT_EQ(whole.publisher, "Editura Exemplu");
  EXPECT_EQ(whole.year, "2024");
}

TEST(Imprint, LeavesOutWhatIsNotThere) {
  EXPECT_EQ(imprint_of(published("Humanitas")).publisher, "Humanitas");
  EXPECT_EQ(imprint_of(published("Cluj: Dacia")).place, "Cluj");
  EXPECT_EQ(imprint_of(published("Cluj: Dacia")).year, "");
  EXPECT_EQ(imprint_of(published("[1961]")).year, "[1961]");
  EXPECT_EQ(imprint_of(published("")).publisher, "");
}

TEST(Imprint, PrefersThePiecesThatWereGiven) {
  Line line = published("altceva, 1900");
  line.place = "Iași";
  line.publisher = "Polirom";
  EXPECT_EQ(imprint_of(line).place, "Iași");
  EXPECT_EQ(imprint_of(line).year, "");
}

TEST(Title, CarriesVolumeAndEdition) {
  Line line;
  line.title = "Istoria românilor";
  line.volume = "Vol. 2";
  line.edition = "Ed. a 2-a";
  EXPECT_EQ(full_title(line), "Istoria românilor. Vol. 2. Ed. a 2-a");
}

TEST(Titles, AreCountedOnceAndOnlyWhenTheyEnter) {
  Act act;
  Line line;
  line.title = "Ion";
  line.price.copies = line.price.accepted = 2;
  act.lines = {line, line};
  line.title = "Răscoala";
  line.price.accepted = 0;
  act.lines.push_back(line);
  EXPECT_EQ(titles_accepted(act), 1);
  EXPECT_EQ(copies_accepted(act), 4);
  EXPECT_EQ(copies_on_act(act), 6);
  EXPECT_TRUE(has_differences(act));
}

}  // namespace
}  // namespace metodica::acquisition
