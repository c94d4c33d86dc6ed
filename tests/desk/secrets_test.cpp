#include "secrets.hpp"

#include <gtest/gtest.h>

namespace metodica::desk {
namespace {

TEST(Secrets, APasswordMatchesItsOwnHashOnly) {
  const std::string hash = password_hash("parola lungă 1");
  EXPECT_EQ(hash.rfind("pbkdf2-sha256$600000$", 0), 0U) << hash;
  EXPECT_TRUE(password_matches("parola lungă 1", hash));
  EXPECT_FALSE(password_matches("parola lungă 2", hash));
  EXPECT_NE(hash, password_hash("parola lungă 1")) << "the salt must differ";
}

TEST(Secrets, WhatIsNoHashMatchesNothing) {
  for (const char* stored :
       {"", "x", "pbkdf2-sha256$$a$b", "pbkdf2-sha256$99999999999$a$b", "md5$1$a$b"}) {
    EXPECT_FALSE(password_matches("", stored)) << stored;
  }
}

TEST(Secrets, RandomPasswordsHaveFourGroupsAndDiffer) {
  const std::string one = random_password();
  EXPECT_EQ(one.size(), 19U);
  EXPECT_EQ(one[4], '-');
  EXPECT_EQ(one.find_first_of("l01o"), std::string::npos) << one;
  EXPECT_NE(one, random_password());
  EXPECT_EQ(random_hex(32).size(), 64U);
}

TEST(Secrets, ComparesWholeTexts) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
}

}  // namespace
}  // namespace metodica::desk
