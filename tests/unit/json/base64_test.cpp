#include "json/base64.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

// The test vectors of RFC 4648, section 10.
TEST(Base64, DecodesTheVectorsOfTheStandard) {
  EXPECT_EQ(base64_decoded(""), "");
  EXPECT_EQ(base64_decoded("Zg=="), "f");
  EXPECT_EQ(base64_decoded("Zm8="), "fo");
  EXPECT_EQ(base64_decoded("Zm9v"), "foo");
  EXPECT_EQ(base64_decoded("Zm9vYg=="), "foob");
  EXPECT_EQ(base64_decoded("Zm9vYmFy"), "foobar");
  EXPECT_EQ(base64_decoded("AP8="), std::string("\0\xff", 2));
}

TEST(Base64, EncodesOnOneLine) {
  EXPECT_EQ(base64_encoded(""), "");
  EXPECT_EQ(base64_encoded("fo"), "Zm8=");
  EXPECT_EQ(base64_encoded("foobar"), "Zm9vYmFy");
  const std::string bytes(1000, '\xff');
  EXPECT_EQ(base64_encoded(bytes).find('\n'), std::string::npos);
  EXPECT_EQ(base64_decoded(base64_encoded(bytes)), bytes);
}

TEST(Base64, RefusesEverythingElse) {
  for (const char* wrong : {"Z", "Zg", "Zg=", "Z===", "====", "Zm9v ", "Zm=v", "Zm9v\n",
                            "Zh==", "Zm9-", "\xff\xff\xff\xff"}) {
    EXPECT_EQ(base64_decoded(wrong), std::nullopt) << wrong;
  }
}

}  // namespace
}  // namespace metodica
