#include "bibliography/title_match.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

TEST(TitleMatch, MakesSpellingsEqual) {
  EXPECT_EQ(title_key("O scrisoare pierdut\u0103", "ro"), "scrisoare pierduta");
  EXPECT_EQ(title_key("C\u00EEmpul", "ro"), title_key("C\u00E2mpul", "ro"));
  EXPECT_EQ(title_key("Eu s\u00EEnt", "ro"), title_key("Eu sunt!", "ro"));
  EXPECT_EQ(title_key("S\u00EEntem aici", ""), title_key("Suntem aici", ""));
  EXPECT_EQ(title_key("Rom\u00EEnia", "rum"), title_key("Rom\u00E2nia", "ro"));
  EXPECT_EQ(title_key("\u00CEmp\u0103ratul", "ro"), "imparatul") << "at the beginning \u00EE stays";
  EXPECT_EQ(title_key("\u015Etefan", "ro"), title_key("\u0218TEFAN", "ro"));
  EXPECT_EQ(title_key("Le ma\u00EEtre", "fr"), "maitre") << "only Romanian had two spellings";
  EXPECT_NE(title_key("Mara", "ro"), title_key("Moara", "ro"));
}

TEST(TitleMatch, MeetsNamesInAnyOrder) {
  EXPECT_EQ(author_key("Rebreanu, Liviu"), author_key("Liviu REBREANU"));
  EXPECT_EQ(author_key("S\u00FCt\u0151 Andr\u00E1s"), author_key("Suto, Andras"));
  EXPECT_EQ(surname_key("Garc\u00EDa M\u00E1rquez, Gabriel"), "garcia marquez");
  EXPECT_EQ(surname_key("Liviu Rebreanu"), "rebreanu");
  EXPECT_EQ(surname_key(""), "");
}

TEST(TitleMatch, LetsInitialsStandForNames) {
  EXPECT_TRUE(same_author("Rebreanu, L.", "Liviu Rebreanu"));
  EXPECT_TRUE(same_author("Caragiale, Ion Luca", "I. L. Caragiale"));
  EXPECT_FALSE(same_author("Caragiale, Ion Luca", "Caragiale, Mateiu I."));
  EXPECT_FALSE(same_author("Rebreanu, L.", "R. Liviu")) << "no full word in common";
  EXPECT_FALSE(same_author("Rebreanu", "Rebreanu, Liviu"));
  EXPECT_FALSE(same_author("", ""));
}

}  // namespace
}  // namespace metodica
