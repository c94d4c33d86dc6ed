#include "bibliography/misplaced.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "test_data.hpp"

namespace metodica {
namespace {

using Keys = std::vector<std::string>;

Keys words(const std::string& text) {
  Keys keys;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    keys.push_back(word == "?" ? "" : word);
  }
  return keys;
}

std::string kept(const Keys& keys, const ShelfReading& reading) {
  std::string text;
  for (const std::size_t index : reading.in_order) {
    text += (text.empty() ? "" : " ") + keys[index];
  }
  return text;
}

TEST(ReadShelf, FindsTheCasesOfTheList) {
  METODICA_DATA_ROWS(rows, "shelf-reading.csv");
  for (const auto& row : rows) {
    const Keys keys = words(row[1]);
    const ShelfReading reading = read_shelf(keys);
    EXPECT_EQ(std::to_string(reading.strays.size()), row[4]) << row[1];
    if (row[2] != "any one") {
      EXPECT_NE((" or " + row[2] + " or ").find(" or " + kept(keys, reading) + " or "),
                std::string::npos)
          << row[1] << " kept " << kept(keys, reading);
    }
  }
}

TEST(ReadShelf, SaysBetweenWhich) {
  const ShelfReading reading = read_shelf(words("10 90 20 30 40 05"));
  ASSERT_EQ(reading.strays.size(), 2U);
  EXPECT_EQ(reading.strays[0], (Stray{1, 4U, std::nullopt, 0}));
  EXPECT_EQ(reading.strays[1], (Stray{5, std::nullopt, 0U, 1}));
}

TEST(ReadShelf, MovesNeighboursThatBelongTogetherAtOnce) {
  const ShelfReading block = read_shelf(words("10 20 60 70 30 40 50 80"));
  EXPECT_EQ(block.blocks, 1U);
  ASSERT_EQ(block.strays.size(), 2U);
  EXPECT_EQ(block.strays[1], (Stray{3, 6U, 7U, 0}));
  EXPECT_EQ(read_shelf(words("10 20 70 60 30 40 50")).blocks, 2U) << "in wrong order inside";
  EXPECT_EQ(read_shelf(words("10 60 ? 70 20 30 40 50")).blocks, 1U) << "unknown does not divide";
}

TEST(ReadShelf, ReportsUnknownApart) {
  const ShelfReading reading = read_shelf(words("? 10 ? 20"));
  EXPECT_EQ(reading.unknown, (std::vector<std::size_t>{0, 2}));
  EXPECT_TRUE(reading.strays.empty());
  EXPECT_TRUE(read_shelf({}).in_order.empty());
}

TEST(ReadShelf, KeepsAsManyAsPossible) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    Keys keys(1 + random() % 12);
    for (std::string& key : keys) {
      key = std::to_string(10 + random() % 9);
    }
    // Longest non-decreasing subsequence by the quadratic method.
    std::vector<std::size_t> best(keys.size(), 1);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (keys[j] <= keys[i]) {
          best[i] = std::max(best[i], best[j] + 1);
        }
      }
    }
    const ShelfReading reading = read_shelf(keys);
    ASSERT_EQ(reading.in_order.size(), *std::max_element(best.begin(), best.end()));
    ASSERT_EQ(reading.in_order.size() + reading.strays.size(), keys.size());
    ASSERT_TRUE(std::is_sorted(reading.in_order.begin(), reading.in_order.end(),
                               [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; }));
  }
}

}  // namespace
}  // namespace metodica
