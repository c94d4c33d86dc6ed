#include "bibliography/key_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace metodica {
namespace {

std::vector<std::uint32_t> plain_order(const std::vector<std::string>& keys) {
  std::vector<std::uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  return order;
}

std::vector<std::uint32_t> list_order(const std::vector<std::string>& keys) {
  KeyList list;
  for (const std::string& key : keys) {
    list.bytes() += key;
    list.end_key();
  }
  return list.order();
}

TEST(KeyList, GivesTheKeysBack) {
  KeyList list;
  list.reserve(2, 10);
  list.bytes() += "abc";
  list.end_key();
  list.end_key();
  list.bytes() += "d";
  list.end_key();
  EXPECT_EQ(list.size(), 3U);
  EXPECT_EQ(list.key(0), "abc");
  EXPECT_EQ(list.key(1), "");
  EXPECT_EQ(list.key(2), "d");
}

TEST(KeyList, OrdersLikeAStableSort) {
  EXPECT_TRUE(list_order({}).empty());
  EXPECT_EQ(list_order({"b", "a", "b", ""}), (std::vector<std::uint32_t>{3, 1, 0, 2}));
  std::mt19937 random(3);
  for (const std::size_t letters : {1U, 2U, 20U}) {
    std::vector<std::string> keys(3000);
    for (std::string& key : keys) {
      key.resize(random() % 30);
      for (char& c : key) {
        c = static_cast<char>(random() % letters);  // NUL bytes too
      }
    }
    EXPECT_EQ(list_order(keys), plain_order(keys)) << letters;
  }
}

TEST(KeyList, StaysFastOnRowsThatAreSortedOrAllAlike) {
  std::vector<std::string> keys;
  for (int i = 0; i < 20'000; ++i) {
    keys.push_back("the same beginning " + std::to_string(100'000 + i));
  }
  EXPECT_EQ(list_order(keys), plain_order(keys));
  std::reverse(keys.begin(), keys.end());
  EXPECT_EQ(list_order(keys), plain_order(keys));
  std::fill(keys.begin(), keys.end(), "the same");
  EXPECT_EQ(list_order(keys), plain_order(keys));
}

}  // namespace
}  // namespace metodica
