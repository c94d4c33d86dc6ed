#include "text/pattern.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace metodica {
namespace {

std::string format(std::string_view pattern, const std::vector<MessageArgument>& arguments = {},
                   std::string_view lang = "ro") {
  return Pattern(std::string(pattern), lang).format(arguments);
}

TEST(Pattern, PutsValuesIntoPlaces) {
  EXPECT_EQ(format("Total"), "Total");
  EXPECT_EQ(format(""), "");
  EXPECT_EQ(format("{a} și {b}", {{"b", "doi"}, {"a", "unu"}}), "unu și doi");
  EXPECT_EQ(format("{a}", {{"a", "{b} 'x'"}}), "{b} 'x'");
  EXPECT_EQ(format("{count} rânduri", {{"count", std::int64_t{1234}}}), "1.234 rânduri");
  EXPECT_EQ(format("{count}", {{"count", std::int64_t{1234}}}, "en"), "1,234");
}

// The short way and ICU must agree on apostrophes.
TEST(Pattern, ReadsApostrophesLikeIcu) {
  EXPECT_EQ(format("don''t {a}", {{"a", "x"}}), "don't x");
  EXPECT_EQ(format("don't {a}", {{"a", "x"}}), "don't x");
  EXPECT_EQ(format("'{'{a}'}'", {{"a", "x"}}), "{x}");
  EXPECT_EQ(format("it''s {n, plural, other{#''s}}", {{"n", std::int64_t{2}}}, "en"), "it's 2's");
}

TEST(Pattern, KnowsPluralAndSelect) {
  const std::string plural = "{n, plural, one{# volum} few{# volume} other{# de volume}}";
  EXPECT_EQ(format(plural, {{"n", std::int64_t{1}}}), "1 volum");
  EXPECT_EQ(format(plural, {{"n", std::int64_t{5}}}), "5 volume");
  EXPECT_EQ(format(plural, {{"n", std::int64_t{20}}}), "20 de volume");
  EXPECT_EQ(format(plural, {{"n", std::int64_t{101}}}), "101 volume");
  EXPECT_EQ(format("{who, select, f{ea} other{el}}", {{"who", "f"}}), "ea");
}

TEST(Pattern, ComesBackAsItIsWhenItCannotBeWorded) {
  EXPECT_EQ(format("{a} {b}", {{"a", "x"}}), "{a} {b}");
  EXPECT_EQ(format("{n, plural, other{#}}", {}), "{n, plural, other{#}}");
  EXPECT_EQ(format("{n, plural, other{#}}", {{"n", "text"}}), "{n, plural, other{#}}");
  EXPECT_EQ(format("{broken", {{"broken", "x"}}), "{broken");
  EXPECT_EQ(format("{n, nonsense, x}", {{"n", "x"}}), "{n, nonsense, x}");
  EXPECT_EQ(format("a } b"), "a } b");
}

TEST(Pattern, TellsWhetherItIsSound) {
  EXPECT_TRUE(Pattern("{b} {a}", "ro").is_sound());
  EXPECT_EQ(Pattern("{b} {a} {b}", "ro").names(), (std::vector<std::string>{"a", "b"}));
  EXPECT_FALSE(Pattern("{b", "ro").is_sound());
  EXPECT_FALSE(Pattern("{n, plural, one{x}}", "ro").is_sound());
}

TEST(Pattern, MayBeUsedByManyThreads) {
  const Pattern pattern("{n, plural, one{# zi} few{# zile} other{# de zile}}", "ro");
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 200; ++round) {
        wrong[i] += pattern.format({{"n", std::int64_t{2}}}) == "2 zile" ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace metodica
