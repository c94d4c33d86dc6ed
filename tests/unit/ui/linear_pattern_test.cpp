#include "ui/linear_pattern.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>

namespace metodica {
namespace {

bool matches(std::string_view expression, std::string_view text) {
  return LinearPattern(expression).matches(text);
}

TEST(LinearPattern, MatchesTheWholeText) {
  EXPECT_TRUE(matches("[a-z]{3}", "ron"));
  EXPECT_FALSE(matches("[a-z]{3}", "rons"));
  EXPECT_FALSE(matches("[a-z]{3}", "ro"));
  EXPECT_FALSE(matches("[a-z]{3}", "Ron"));
  EXPECT_TRUE(matches("", ""));
  EXPECT_FALSE(matches("", "a"));
}

TEST(LinearPattern, KnowsRepeatsGroupsAndAlternatives) {
  EXPECT_TRUE(matches("a*b+c?", "aabb"));
  EXPECT_FALSE(matches("a*b+c?", "aac"));
  EXPECT_TRUE(matches("(ab|cd){2,}", "abcdab"));
  EXPECT_FALSE(matches("(ab|cd){2,}", "ab"));
  EXPECT_TRUE(matches("(?:a|b|c)x{2,3}", "bxxx"));
  EXPECT_FALSE(matches("(?:a|b|c)x{2,3}", "bxxxx"));
  EXPECT_TRUE(matches("a||b", ""));
}

TEST(LinearPattern, KnowsSetsAndEscapes) {
  EXPECT_TRUE(matches(R"(\d{2}\.\d{2})", "15.01"));
  EXPECT_FALSE(matches(R"(\d{2}\.\d{2})", "15x01"));
  EXPECT_TRUE(matches(R"([^\d]+)", "abc"));
  EXPECT_FALSE(matches(R"([^\d]+)", "ab1"));
  EXPECT_TRUE(matches("[a-]+", "a-a"));
  EXPECT_TRUE(matches(R"([\w\-]+)", "a-B_9"));
  EXPECT_FALSE(matches(".", "\n"));
}

TEST(LinearPattern, CountsCodePointsAndNotBytes) {
  EXPECT_TRUE(matches(".{5}", "șțăîâ"));
  EXPECT_TRUE(matches("[ă-ț]", "ș"));
  EXPECT_FALSE(matches("[ă-ț]", "z"));
}

TEST(LinearPattern, AnchorsChangeNothing) {
  EXPECT_TRUE(matches("^ab$", "ab"));
  EXPECT_TRUE(matches(R"(a\$)", "a$"));
}

TEST(LinearPattern, RefusesWhatItCannotMatchInLinearTime) {
  for (const char* wrong : {"(", ")", "[a", "a{", "a{2,1}", "a{2000}", "*a", R"((a)\1)", "(?=a)",
                            "[z-a]", R"(\b)", "((((a{999}){999}){999}){999})", "\\"}) {
    EXPECT_THROW(LinearPattern{wrong}, std::invalid_argument) << wrong;
  }
  EXPECT_THROW(LinearPattern{std::string(10'000, '(')}, std::invalid_argument);
}

// (a|a)*b needs 2^n steps by backtracking.
TEST(LinearPattern, HostileTextIsLinear) {
  const LinearPattern pattern("(a|a)*(a|a)*b");
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(pattern.matches(std::string(100'000, 'a')));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace metodica
