#include "text/messages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace metodica {
namespace {

TEST(Messages, TakesRomanianForUnknownLanguages) {
  EXPECT_EQ(Messages().lang(), "ro");
  EXPECT_EQ(Messages("hu").lang(), "hu");
  EXPECT_EQ(Messages("fr").lang(), "ro");
  EXPECT_EQ(Messages("").lang(), "ro");
}

TEST(Messages, WordsInEachLanguage) {
  EXPECT_EQ(Messages("ro")("common.save"), "Salvează");
  EXPECT_EQ(Messages("en")("common.save"), "Save");
  EXPECT_EQ(Messages("hu")("common.save"), "Mentés");
}

TEST(Messages, CountsInRomanian) {
  const Messages say;
  EXPECT_EQ(say("common.volumes", {{"count", std::int64_t{1}}}), "1 volum");
  EXPECT_EQ(say("common.volumes", {{"count", std::int64_t{5}}}), "5 volume");
  EXPECT_EQ(say("common.volumes", {{"count", std::int64_t{20}}}), "20 de volume");
  EXPECT_EQ(say("common.volumes", {{"count", std::int64_t{0}}}), "0 volume");
}

TEST(Messages, ShowsTheIdWhenNobodyWroteTheSentence) {
  EXPECT_EQ(Messages("en")("nobody.wrote_this"), "nobody.wrote_this");
  EXPECT_FALSE(Messages("en").has("nobody.wrote_this"));
  EXPECT_TRUE(Messages("en").has("common.save"));
}

TEST(Messages, WordsAProblemAndItsHint) {
  const Messages say("en");
  const Problem problem(METODICA_INVALID, "money.syntax", {{"text", "abc"}});
  EXPECT_EQ(say.of(problem), "“abc” is not an amount of money.");
  EXPECT_EQ(say.hint(problem),
            "Write digits with a decimal point, for example 1,234.50 or 1234.50.");
  EXPECT_EQ(say.hint(Problem(METODICA_INVALID, "nobody.wrote_this")), "");
}

TEST(Messages, PrefersTheReadyTextOfAProblem) {
  Problem problem(METODICA_INVALID, "money.syntax");
  problem.text = "Gazda spune nu.";
  EXPECT_EQ(Messages().of(problem), "Gazda spune nu.");
}

TEST(Messages, ListsItsIdsSorted) {
  const auto ids = Messages("hu").ids();
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  EXPECT_TRUE(std::binary_search(ids.begin(), ids.end(), "role.keeper"));
}

}  // namespace
}  // namespace metodica
