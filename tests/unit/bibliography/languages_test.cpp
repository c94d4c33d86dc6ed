#include "bibliography/languages.hpp"

#include <gtest/gtest.h>

#include <set>

#include "test_data.hpp"

namespace metodica {
namespace {

TEST(Languages, AgreeWithTheFacts) {
  METODICA_DATA_ROWS(rows, "language-udc.csv");
  for (const auto& row : rows) {
    const Language* language = find_language(row[0]);
    ASSERT_NE(language, nullptr) << row[0];
    EXPECT_EQ(language->name("ro"), row[1]);
    EXPECT_EQ(udc_literature(row[0]), row[3]) << row[0];
    EXPECT_EQ(udc_language_auxiliary(row[0]), row[4]) << row[0];
  }
}

TEST(Languages, TurnRecordCodesIntoColumnCodes) {
  for (const char* code : {"rum", "ron", "ro", "RO"}) {
    EXPECT_EQ(language_code(code), "ro");
  }
  EXPECT_EQ(language_code("ger"), "de");
  EXPECT_EQ(language_code("chi"), "zh");
  EXPECT_EQ(language_code("scr"), "hr");
  EXPECT_EQ(language_code("scc"), "sr");
  EXPECT_EQ(language_code("rom"), "rom");
  EXPECT_EQ(language_code("XYZ"), "xyz");
  EXPECT_EQ(find_language("xyz"), nullptr);
  EXPECT_EQ(udc_literature("xyz"), "");
}

TEST(Languages, HaveNamesAndCodesOnce) {
  std::set<std::string_view> codes;
  for (const Language& language : languages()) {
    EXPECT_TRUE(codes.insert(language.code).second) << language.code;
    EXPECT_FALSE(language.name("ro").empty() || language.name("en").empty() ||
                 language.name("hu").empty())
        << language.code;
    EXPECT_EQ(find_language(language.marc), &language);
    EXPECT_EQ(find_language(language.terminology), &language);
  }
  EXPECT_GE(codes.size(), 35U);
  EXPECT_EQ(find_language("hun")->name("hu"), "magyar");
}

}  // namespace
}  // namespace metodica
