// How often the comparison of titles is wrong, on labelled pairs, with the interval in which the
// true rate lies (Wilson, 95 %).

#include "modules/hub/union_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "title_pairs.hpp"

namespace metodica::hub::test {
namespace {

struct Rate {
  int wrong = 0;
  int of = 0;

  [[nodiscard]] double share() const { return of == 0 ? 0 : static_cast<double>(wrong) / of; }
  [[nodiscard]] std::string shown() const {
    if (of == 0)
      return "none";
    constexpr double z = 1.96;
    const double n = of;
    const double p = share();
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    char text[80];
    std::snprintf(text, sizeof(text), "%d of %d = %.2f %% [%.2f, %.2f]", wrong, of, 100 * p,
                  100 * std::max(0.0, middle - half), 100 * (middle + half));
    return text;
  }
};

// At the automatic level a false positive is attached without asking; a false negative is a pair of
// one edition that is not even shown to a person.
struct Measured {
  Rate automatic, shown, missed, unblocked;

  void add(const Pair& pair) {
    const TitleFacts one = facts_of(pair.one);
    const TitleFacts other = facts_of(pair.other);
    const Comparison found = compare(one, other);
    const bool offered = found.likeness >= Likeness::ask;
    if (pair.same) {
      ++missed.of;
      missed.wrong += offered ? 0 : 1;
      const auto keys = asking_keys(one);
      const auto others = blocking_keys(other);
      const bool met = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        return std::find(others.begin(), others.end(), key) != others.end();
      });
      ++unblocked.of;
      unblocked.wrong += met ? 0 : 1;
    } else {
      ++automatic.of;
      automatic.wrong += found.sure ? 1 : 0;
      ++shown.of;
      shown.wrong += found.likeness == Likeness::same_edition ? 1 : 0;
    }
  }
  void print(const char* name) const {
    std::printf("%-36s attached wrongly %s; taken for the same %s; missed %s; not met %s\n", name,
                automatic.shown().c_str(), shown.shown().c_str(), missed.shown().c_str(),
                unblocked.shown().c_str());
  }
};

TEST(UnionRates, StayWithinTheLimitsOnGeneratedPairs) {
  std::map<std::string, Measured> strata;
  Measured all;
  for (const Pair& pair : generated_pairs()) {
    strata[pair.stratum].add(pair);
    all.add(pair);
  }
  EXPECT_EQ(all.missed.of + all.automatic.of, 600);
  for (const auto& [name, measured] : strata)
    measured.print(name.c_str());
  all.print("all generated");
  EXPECT_LE(all.automatic.share(), 0.003);
  EXPECT_LE(all.missed.share(), 0.05);
  EXPECT_LE(all.unblocked.share(), 0.01);
}

TEST(UnionRates, OfHardPairsAreKnown) {
  Measured hard;
  for (const Pair& pair : hard_pairs()) {
    hard.add(pair);
    const Comparison found = compare(facts_of(pair.one), facts_of(pair.other));
    if ((found.likeness >= Likeness::ask) != pair.same) {
      std::printf("  %s | %s: %d points, %s\n", pair.one.title.c_str(), pair.other.title.c_str(),
                  static_cast<int>(found.points), pair.same ? "same" : "other");
    }
  }
  EXPECT_EQ(hard.missed.of + hard.automatic.of, 50);
  hard.print("by hand");
  EXPECT_EQ(hard.automatic.wrong, 0);
  EXPECT_LE(hard.missed.wrong, 4);
}

TEST(UnionRules, ReadVolumesInManyWays) {
  const auto volume = [](const char* title, const char* lang = "ro") {
    Description from;
    from.title = title;
    from.language = lang;
    return facts_of(from).volume;
  };
  EXPECT_EQ(volume("La Medeleni, vol. 2"), 2);
  EXPECT_EQ(volume("La Medeleni : partea a II-a"), 2);
  EXPECT_EQ(volume("Opere, volumul XIV"), 14);
  EXPECT_EQ(volume("A kőszívű ember fiai, 2. kötet", "hu"), 2);
  EXPECT_EQ(volume("Cartea de vizită"), 0);
  EXPECT_EQ(volume("Ion"), 0);
}

TEST(UnionRules, AnIsbnUnderAnotherTitleIsAskedNeverAttached) {
  Description one;
  one.title = "Ion";
  one.isbn = "9789734600014";
  Description other = one;
  other.title = "Gramatica limbii latine";
  const Comparison found = compare(facts_of(one), facts_of(other));
  EXPECT_EQ(found.likeness, Likeness::ask);
  EXPECT_FALSE(found.sure);
}

TEST(UnionRules, SimilarityIsEditDistance) {
  EXPECT_DOUBLE_EQ(similarity("ion", "ion"), 1.0);
  EXPECT_DOUBLE_EQ(similarity("ion", "ioan"), 0.75);
  EXPECT_DOUBLE_EQ(similarity("", "ab"), 0.0);
}

}  // namespace
}  // namespace metodica::hub::test
