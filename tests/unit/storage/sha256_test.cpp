#include "storage/sha256.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

// The examples of FIPS 180-4.
constexpr const char* of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* of_nothing =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST(Sha256, KnowsTheExamplesOfTheStandard) {
  EXPECT_EQ(sha256_hex("abc"), of_abc);
  EXPECT_EQ(sha256_hex(""), of_nothing);
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, IsReusedAfterEachHash) {
  Sha256 hash;
  hash.add("a");
  hash.add("bc");
  EXPECT_EQ(hash.hex(), of_abc);
  EXPECT_EQ(hash.hex(), of_nothing);
  hash.add("something else");
  hash.reset();
  hash.add("abc");
  EXPECT_EQ(hash.hex(), of_abc);
}

}  // namespace
}  // namespace metodica
