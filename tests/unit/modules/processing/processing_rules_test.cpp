// Composition of call numbers: rules, headings, volumes, work marks, keys.
#include "modules/processing/processing_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace metodica::processing {
namespace {

TEST(ShelfRules, ShortenByTheLongestClass) {
  const ShelfUdcRules rules =
      shelf_udc_rules({{"821.135.1", 0, "821RO"}, {"5", 3, ""}, {"51", 2, ""}});
  EXPECT_EQ(shorten_udc("821.135.1-31", rules), "821RO-31");
  EXPECT_EQ(shorten_udc("821.111-31", rules), "821.111-31") << "no rule, nothing changes";
  EXPECT_EQ(shorten_udc("539.4.019", rules), "539");
  EXPECT_EQ(shorten_udc("519.6", rules), "51");
}

TEST(ShelfRules, WithoutRulesOnlySpecialAuxiliariesStay) {
  const ShelfUdcRules rules = shelf_udc_rules({});
  EXPECT_EQ(shorten_udc("821.135.1-31", rules), "821.135.1-31");
  EXPECT_EQ(shorten_udc("94(498)\"19\"", rules), "94");
  EXPECT_EQ(shorten_udc("37:004", rules), "37");
}

struct WrongRule {
  ShelfRule rule;
  const char* message;
  const char* field;
};

TEST(ShelfRules, WrongOnesAreNamedWithTheirRow) {
  const std::vector<WrongRule> wrong = {
      {{"821RO", 3, ""}, "processing.rule_prefix", "rules/1/prefix"},
      {{"821", 0, ""}, "processing.rule_empty", "rules/1/depth"},
      {{"", 0, "X"}, "processing.rule_all", "rules/1/prefix"}};
  for (const auto& [rule, message, field] : wrong) {
    const auto checked = check_rules({{"5", 3, ""}, rule});
    ASSERT_FALSE(checked) << message;
    EXPECT_EQ(checked.error().message, message);
    EXPECT_EQ(checked.error().field, field);
  }
  EXPECT_TRUE(check_rules({{"", 6, ""}, {"821.135.1", 0, "821RO"}}));
}

TEST(Headings, TakeTheFirstAuthorWithoutDatesAndRoles) {
  EXPECT_EQ(heading_of("Rebreanu, Liviu", "Ion", "ro"), (Heading{"Rebreanu", "Liviu", false}));
  EXPECT_EQ(heading_of("Rebreanu, Liviu, 1885-1944 (autor); Alt, Nume", "Ion", "ro"),
            (Heading{"Rebreanu", "Liviu", false}));
  EXPECT_EQ(heading_of("Homer", "Iliada", "ro"), (Heading{"Homer", "", false}));
}

TEST(Headings, WithoutAuthorAreTheTitleWithoutItsArticle) {
  EXPECT_EQ(heading_of("", "The sweetest fig", "en"), (Heading{"sweetest fig", "", true}));
  EXPECT_EQ(heading_of(" ; ", "O scrisoare pierdută", "ro"),
            (Heading{"scrisoare pierdută", "", true}));
}

TEST(AuthorMarks, ComeFromTheTableOrTheCongressRule) {
  const auto table = AuthorTable::from_csv("prefix,number,note\nReb,291,\nRebo,292,\nRec,293,\n");
  ASSERT_TRUE(table);
  const Heading heading{"Rebreanu", "Liviu", false};
  EXPECT_EQ(proposed_author_mark(&*table, heading), "R292");
  EXPECT_EQ(proposed_author_mark(nullptr, heading), "R43");
  EXPECT_EQ(proposed_author_mark(nullptr, {"1984", "", true}), "");
}

TEST(Volumes, AreReadFromTheTitle) {
  EXPECT_EQ(split_volume("Cireșarii. Vol. 2"), (TitleParts{"Cireșarii", "2"}));
  EXPECT_EQ(split_volume("Cireșarii : vol. IV : Drum bun"), (TitleParts{"Cireșarii", "4"}));
  EXPECT_EQ(split_volume("Opere, volumul XIX"), (TitleParts{"Opere", "19"}));
  EXPECT_EQ(split_volume("Istoria (T. 10)"), (TitleParts{"Istoria", "10"}));
}

TEST(Volumes, AreNotSeenWhereThereIsNone) {
  for (const char* title :
       {"Ion", "Tom Sawyer", "V. Alecsandri", "Vol deasupra unui cuib", "", "v. 2"}) {
    EXPECT_EQ(split_volume(title), (TitleParts{title, ""})) << title;
  }
}

TEST(WorkMarks, GrowOnlyWhereAnotherWorkIsInTheWay) {
  const Heading author{"Rebreanu", "Liviu", false};
  EXPECT_EQ(proposed_work_mark(author, "Ion", "ro", "ion", {}), "i");
  EXPECT_EQ(proposed_work_mark(author, "Itic Ștrul", "ro", "itic strul", {{"i", "ion"}}), "it");
  EXPECT_EQ(proposed_work_mark(author, "Ion", "ro", "ion", {{"x", "ion"}, {"i", "itic"}}), "x")
      << "a work keeps the mark that it has";
}

TEST(WorkMarks, GetANumberWhenTheLettersAreUsedUp) {
  const Heading author{"Sadoveanu", "Mihail", false};
  std::vector<TakenMark> taken = {{"p", "a"}, {"po", "b"}, {"pov", "c"}};
  EXPECT_EQ(proposed_work_mark(author, "Povestiri", "ro", "povestiri", taken), "pov2");
  taken.push_back({"pov2", "d"});
  EXPECT_EQ(proposed_work_mark(author, "Povestiri", "ro", "povestiri", taken), "pov3");
}

TEST(WorkMarks, AreNotNeededUnderATitle) {
  const Heading title{"Biblia", "", true};
  EXPECT_EQ(proposed_work_mark(title, "Biblia", "ro", "biblia", {}), "");
  EXPECT_EQ(proposed_work_mark(title, "Biblia", "ro", "biblia", {{"", "bibliografia"}}), "b");
}

TEST(Parts, TypedWinsAndAHyphenLeavesOut) {
  EXPECT_EQ(chosen("", "R43"), "R43");
  EXPECT_EQ(chosen("R44", "R43"), "R44");
  EXPECT_EQ(chosen("-", "R43"), "");
}

TEST(ShelfKeys, AsHexadecimalTextKeepTheOrderOfTheShelf) {
  const std::vector<CallNumber> shelf = {{"", "5", "A12", "b", "", ""},
                                         {"", "821.135.1-31", "R292", "i", "", ""},
                                         {"", "821.135.1-31", "R292", "p", "", ""},
                                         {"", "821.135.1-31", "R292", "p", "2", ""},
                                         {"", "821.135.1-31", "R292", "p", "10", ""},
                                         {"", "821.135.1-31", "R3", "a", "", ""},
                                         {"C", "5", "A12", "", "", ""}};
  std::vector<std::string> keys;
  for (const auto& mark : shelf)
    keys.push_back(shelf_key_text(mark));
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(shelf_key_text(shelf[4]), shelf_key_text(shelf[4].text()));
  EXPECT_EQ(hex_text(std::string_view("\x00\x1f\xff", 3)), "001FFF");
}

TEST(Children, AreSeenInTheClass) {
  for (const char* udc : {"087.5", "821.135.1-93", "53(02.053.2)", "37-053.2"})
    EXPECT_TRUE(is_for_children(udc)) << udc;
  for (const char* udc : {"821.135.1-31", "930.85", "616-93", ""})
    EXPECT_FALSE(is_for_children(udc)) << udc;
}

TEST(Titles, AreOneByTheHostOrByTheirDescription) {
  EXPECT_EQ(title_identity("7", "a", "b", "c"), title_identity("7", "x", "y", "z"));
  EXPECT_EQ(title_identity("", "a", "b", "c"), title_identity("", "a", "b", "c"));
  EXPECT_NE(title_identity("", "a", "b", "c"), title_identity("", "a", "b", "d"));
  EXPECT_NE(title_identity("", "ab", "", "c"), title_identity("", "a", "b", "c"));
}

}  // namespace
}  // namespace metodica::processing
