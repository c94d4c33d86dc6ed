#include "modules/processing/mark_scheme.hpp"

#include <gtest/gtest.h>

namespace metodica::processing {
namespace {

TEST(MarkSchemes, TheFirstThatFitsIsUsed) {
  MarkScheme depot;
  depot.custody = "Depozit";
  depot.first = MarkFamily::format;
  MarkScheme children;
  children.section = "C";
  children.author = AuthorRule::letters;
  const std::vector<MarkScheme> schemes = {depot, children};
  EXPECT_EQ(scheme_for(schemes, "carti", "Depozit", "C"), depot);
  EXPECT_EQ(scheme_for(schemes, "carti", "Adulți", "C"), children);
  EXPECT_EQ(scheme_for(schemes, "carti", "Adulți", ""), MarkScheme());
}

TEST(MarkSchemes, AreChecked) {
  MarkScheme scheme;
  EXPECT_TRUE(check_scheme(scheme).has_value());
  scheme.second = MarkFamily::systematic;
  scheme.first = MarkFamily::format;
  EXPECT_EQ(check_scheme(scheme).error().message, "call_numbers.second_systematic");
  scheme.second = MarkFamily::format;
  EXPECT_EQ(check_scheme(scheme).error().message, "call_numbers.same_family");
  scheme.second.reset();
  for (const char* prefix : {"RV", "P", ""}) {
    scheme.prefix = prefix;
    EXPECT_TRUE(check_scheme(scheme).has_value()) << prefix;
  }
  for (const char* prefix : {"II", "X", "p", "R V", "ABCDEFG"}) {
    scheme.prefix = prefix;
    EXPECT_EQ(check_scheme(scheme).error().field, "prefix") << prefix;
  }
}

TEST(HeightClasses, ALimitBelongsToTheLowerClass) {
  const auto limits = usual_height_limits();
  EXPECT_EQ(height_class_of(limits, 1), 1);
  EXPECT_EQ(height_class_of(limits, 20), 1);
  EXPECT_EQ(height_class_of(limits, 21), 2);
  EXPECT_EQ(height_class_of(limits, 25), 2);
  EXPECT_EQ(height_class_of(limits, 38), 4);
  EXPECT_EQ(height_class_of(limits, 39), 5);
  EXPECT_EQ(height_class_range(limits, 1), "≤ 20");
  EXPECT_EQ(height_class_range(limits, 2), "20–25");
  EXPECT_EQ(height_class_range(limits, 5), "> 38");
  EXPECT_EQ(check_limits({20, 20}).error().field, "limits/1/upto");
}

TEST(Heights, AreReadFromDescriptions) {
  EXPECT_EQ(centimetres_in("24 cm"), 24);
  EXPECT_EQ(centimetres_in("23,5 cm"), 24) << "cataloguers count up";
  EXPECT_EQ(centimetres_in("240 mm"), 24);
  EXPECT_EQ(centimetres_in("20 x 27 cm"), 20) << "ISBD: height first";
  EXPECT_EQ(centimetres_in("20×27 cm + 1 CD (12 cm)"), 20);
  EXPECT_EQ(centimetres_in("312 p. ; 21 cm"), 21);
  for (const char* none : {"", "cm", "312 p.", "in-8°"})
    EXPECT_EQ(centimetres_in(none), 0) << none;
}

TEST(NumberTexts, SortAsTheirFamily) {
  EXPECT_EQ(number_text("", 2, 428863), "II 428863");
  EXPECT_EQ(number_text("P", 1, 27618), "P I 27618");
  EXPECT_EQ(number_text("", 0, 12), "0012");
  EXPECT_EQ(number_text("", 0, 323125), "323125");
  EXPECT_LT(shelf_key_text("0012"), shelf_key_text("0101"));
  EXPECT_LT(shelf_key_text("II 9"), shelf_key_text("II 10"));
  EXPECT_LT(shelf_key_text("821 R43"), shelf_key_text("I 1"));
}

TEST(AuthorMarks, ByEachRule) {
  const auto table = AuthorTable::from_csv("prefix,number,note\nDela,332,\nDe,278,\nRebo,292,\n");
  ASSERT_TRUE(table.has_value());
  const Heading rebreanu{"Rebreanu", "Liviu", false};
  const Heading cruz{"De la Cruz", "Ana", false};
  EXPECT_EQ(author_mark_by(AuthorRule::table, Particles::separate, &*table, rebreanu), "R292");
  EXPECT_EQ(author_mark_by(AuthorRule::table, Particles::separate, &*table, cruz), "D278");
  EXPECT_EQ(author_mark_by(AuthorRule::table, Particles::joined, &*table, cruz), "D332");
  EXPECT_EQ(author_mark_by(AuthorRule::table, Particles::separate, nullptr, rebreanu), "R43");
  EXPECT_EQ(author_mark_by(AuthorRule::loc, Particles::separate, &*table, rebreanu), "R43");
  EXPECT_EQ(author_mark_by(AuthorRule::letters, Particles::separate, &*table, rebreanu), "REB");
  EXPECT_EQ(author_mark_by(AuthorRule::none, Particles::separate, &*table, rebreanu), "");
}

}  // namespace
}  // namespace metodica::processing
