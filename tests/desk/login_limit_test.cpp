#include "web/login_limit.hpp"

#include <gtest/gtest.h>

namespace metodica::desk {
namespace {

TEST(LoginLimit, AUserWaitsAfterFiveFailuresAndThenMayAgain) {
  std::int64_t now = 1000;
  LoginLimit limit([&] { return now; });
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(limit.wait("ana", "10.0.0." + std::to_string(i)), 0) << i;
    limit.failure("ana", "10.0.0." + std::to_string(i));
  }
  EXPECT_EQ(limit.wait("ana", "10.0.0.9"), 900);
  EXPECT_EQ(limit.wait("ion", "10.0.0.9"), 0);
  now += 899;
  EXPECT_EQ(limit.wait("ana", "10.0.0.9"), 1);
  now += 1;
  EXPECT_EQ(limit.wait("ana", "10.0.0.9"), 0);
}

TEST(LoginLimit, AnAddressWaitsAfterTwentyFailuresOfAnyUsers) {
  LoginLimit limit([] { return std::int64_t{0}; });
  for (int i = 0; i < 20; ++i)
    limit.failure("user" + std::to_string(i), "10.0.0.1");
  EXPECT_GT(limit.wait("another", "10.0.0.1"), 0);
  EXPECT_EQ(limit.wait("another", "10.0.0.2"), 0);
}

TEST(LoginLimit, SuccessForgetsTheUser) {
  LoginLimit limit([] { return std::int64_t{0}; });
  for (int i = 0; i < 5; ++i)
    limit.failure("ana", "10.0.0.1");
  limit.success("ana", "10.0.0.1");
  EXPECT_EQ(limit.wait("ana", "10.0.0.1"), 0);
}

}  // namespace
}  // namespace metodica::desk
