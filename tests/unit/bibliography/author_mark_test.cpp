#include "bibliography/author_mark.hpp"

#include <gtest/gtest.h>

#include "bibliography/initial_article.hpp"
#include "test_data.hpp"

namespace metodica {
namespace {

constexpr const char* kSmallTable =
    "prefix,number,note\nRe,28,\nRebo,292,\n\"Red, Wm.\",3,\nTa,1,\n";

TEST(AuthorMark, GivesThePublishedMarks) {
  METODICA_DATA_ROWS(rows, "author-marks.csv");
  const Result<AuthorTable> table = AuthorTable::from_csv(test::data_text("cutter-sanborn.csv"));
  ASSERT_TRUE(table);
  EXPECT_EQ(table->size(), 12329U);
  EXPECT_EQ(rows.size(), 30U);
  for (const auto& row : rows) {
    EXPECT_EQ(author_mark(*table, row[0], row[1]), row[6]) << row[0];
    EXPECT_EQ(row[7].empty() ? "" : work_mark(row[2], "ro"), row[7]) << row[2];
  }
}

TEST(AuthorMark, FollowsTheAlphabetNotThePrefix) {
  METODICA_DATA_ROWS(rows, "cutter-sanborn.csv");
  const Result<AuthorTable> table = AuthorTable::from_csv(test::data_text("cutter-sanborn.csv"));
  ASSERT_TRUE(table);
  EXPECT_EQ(author_mark(*table, "King", "Stephen"), "K54");
  EXPECT_EQ(author_mark(*table, "Smith", "Sophomore"), "S661");
  EXPECT_EQ(author_mark(*table, "Smith", "William"), "S664");
  EXPECT_EQ(author_mark(*table, "Smith", "Walter"), "S663");
  EXPECT_EQ(author_mark(*table, "De la Cruz", "", Particles::joined), "D332");
  EXPECT_NE(author_mark(*table, "De la Cruz", ""), "D332");
  EXPECT_EQ(author_mark(*table, "\u0218tef\u0103nescu-Delavrancea", "Barbu"), "S816");
  EXPECT_EQ(author_mark(*table, "\u0162oiu", "Constantin"), "T646") << "cedilla";
}

TEST(AuthorMark, TableInOrderOfItsNumbers) {
  METODICA_DATA_ROWS(rows, "cutter-sanborn.csv");
  const Result<AuthorTable> table = AuthorTable::from_csv(test::data_text("cutter-sanborn.csv"));
  ASSERT_TRUE(table);
  for (const auto& row : rows) {
    if (row[0].find('.') == std::string::npos) {
      EXPECT_EQ(table->number_for(heading_key(row[0], "")), row[1]) << row[0];
    }
  }
}

TEST(AuthorMark, UsesAnyTable) {
  const Result<AuthorTable> table = AuthorTable::from_csv(kSmallTable);
  ASSERT_TRUE(table);
  EXPECT_EQ(author_mark(*table, "Rebreanu", "Liviu"), "R292");
  EXPECT_EQ(author_mark(*table, "Raab", ""), "R28") << "before the first stem of its letter";
  EXPECT_EQ(author_mark(*table, "Red", "William"), "R3");
  EXPECT_EQ(author_mark(*table, "Red", "Wendy"), "R292");
  EXPECT_EQ(author_mark(*table, "Blaga", "Lucian"), "");
  EXPECT_EQ(author_mark(*table, "", ""), "");
  EXPECT_EQ(author_mark(*table, "Толстой", ""), "");
}

TEST(AuthorMark, RefusesBrokenTables) {
  const Result<AuthorTable> broken = AuthorTable::from_csv("prefix,number\nAb,1\nAc\n");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().message, "author_table.line");
  EXPECT_EQ(std::get<std::int64_t>(broken.error().arguments[0].value), 3);
  EXPECT_EQ(AuthorTable::from_csv("prefix,number\nAb,12a\n").error().message, "author_table.line");
  EXPECT_EQ(AuthorTable::from_csv("prefix,number\n").error().message, "author_table.empty");
}

TEST(AuthorMark, WorksWithoutATable) {
  EXPECT_EQ(loc_author_mark("Rebreanu, Liviu"), "R43");
  EXPECT_EQ(loc_author_mark("Adams"), "A33");
  EXPECT_EQ(loc_author_mark("Schneider"), "S36") << "sch is one step of the table";
  EXPECT_EQ(loc_author_mark("Quinn"), "Q56");
  EXPECT_EQ(loc_author_mark("Eminescu"), "E45");
  EXPECT_EQ(loc_author_mark("I"), "I");
  EXPECT_EQ(loc_author_mark("1984"), "");
  EXPECT_EQ(letters_mark("Rebreanu, Liviu"), "REB");
  EXPECT_EQ(letters_mark("\u0218tef\u0103nescu", 4), "STEF");
}

TEST(WorkMark, SkipsArticlesOfTheLanguage) {
  EXPECT_EQ(work_mark("O scrisoare pierdut\u0103", "ro"), "s");
  EXPECT_EQ(work_mark("Ni\u0219te \u021B\u0103rani", "rum"), "t");
  EXPECT_EQ(work_mark("O mie \u0219i una de nop\u021Bi", "ro"), "o") << "a numeral";
  EXPECT_EQ(work_mark("Omul", "ro"), "o");
  EXPECT_EQ(work_mark("\u201EO noapte furtunoas\u0103\u201D", "ro"), "n");
  EXPECT_EQ(work_mark("The trial", "eng"), "t");
  EXPECT_EQ(work_mark("L'\u00E9tranger", "fre"), "e");
  EXPECT_EQ(work_mark("L\u2019\u00E9tranger", "fr"), "e");
  EXPECT_EQ(work_mark("Der Proze\u00DF", "de"), "p");
  EXPECT_EQ(work_mark("Az ember trag\u00E9di\u00E1ja", "hun"), "e");
  EXPECT_EQ(work_mark("Il nome della rosa", "it"), "n");
  EXPECT_EQ(work_mark("Los r\u00EDos profundos", "spa"), "r");
  EXPECT_EQ(work_mark("<<The >>sweetest fig", "ro"), "s") << "marks count in any language";
  EXPECT_EQ(work_mark("\u0098Le \u009Cgrand Meaulnes", "ro"), "g");
  EXPECT_EQ(work_mark("O", "ro"), "o") << "nothing else would be left";
  EXPECT_EQ(work_mark("1984", "en"), "1");
  EXPECT_EQ(work_mark("P\u0103durea sp\u00E2nzura\u021Bilor", "ro", 3), "pad");
  EXPECT_EQ(work_mark("...", "ro"), "");
}

}  // namespace
}  // namespace metodica
