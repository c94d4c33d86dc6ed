#include "modules/coordination/training/attested_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "json/base64.hpp"

namespace metodica::coordination {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(std::string_view hex) {
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    out += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
  return out;
}

class AttestedText : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("attested-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string file() const { return (folder_ / "library.key").string(); }
  void write_secret(const std::string& line) const {
    std::ofstream(file()) << line << "\n";
    fs::permissions(file(), fs::perms::owner_read | fs::perms::owner_write);
  }

  static Attested facts() {
    return {12,
            2026,
            "Țurcaș Ștefan-Vörös",
            Date(2026, 6, 9),
            3,
            "Circuitul cărții: achiziția",
            "Biblioteca Județeană „Octavian Goga” Cluj"};
  }

 private:
  fs::path folder_;
};

// RFC 8032, section 7.1, tests 1 and 2.
TEST_F(AttestedText, SignsAsTheStandardSays) {
  write_secret(
      base64_encoded(bytes_of("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")));
  const auto key = SigningKey::open(file());
  ASSERT_TRUE(key);
  EXPECT_EQ(key->public_key(),
            bytes_of("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
  const std::string signature = key->sign("\x72");
  EXPECT_EQ(signature,
            bytes_of("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
  EXPECT_TRUE(is_signed(key->public_key(), "\x72", signature));
  EXPECT_FALSE(is_signed(key->public_key(), "\x73", signature));
  EXPECT_FALSE(is_signed("short", "\x72", signature));
}

TEST_F(AttestedText, TheSecretIsMadeOnceAndIsForUsOnly) {
  const auto first = SigningKey::open(file());
  const auto again = SigningKey::open(file());
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->public_key(), again->public_key());
  EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  fs::permissions(file(), fs::perms::others_read, fs::perm_options::add);
  EXPECT_EQ(SigningKey::open(file()).error().message, "configuration.secret_open");
}

TEST_F(AttestedText, ABrokenSecretIsSaid) {
  write_secret("bm90IGEga2V5");
  EXPECT_EQ(SigningKey::open(file()).error().message, "attested.key_broken");
}

TEST_F(AttestedText, IsReadBackAsItWasWritten) {
  const auto key = SigningKey::open(file());
  ASSERT_TRUE(key);
  const std::string text = attested_text(facts(), *key);
  EXPECT_LT(text.size(), 400U) << "the code must stay readable from paper";
  const auto checked = check_attested(text.substr(0, 40) + "\r\n " + text.substr(40),
                                      {std::string(32, 'x'), key->public_key()});
  ASSERT_TRUE(checked);
  EXPECT_TRUE(checked->genuine);
  EXPECT_EQ(checked->facts.name, facts().name);
  EXPECT_EQ(checked->facts.topic, facts().topic);
  EXPECT_EQ(checked->facts.issuer, facts().issuer);
  EXPECT_EQ(checked->facts.day, facts().day);
  EXPECT_EQ(checked->facts.number, 12);
  EXPECT_EQ(checked->facts.hours, 3);
}

TEST_F(AttestedText, AnyAlteredLetterIsFound) {
  const auto key = SigningKey::open(file());
  ASSERT_TRUE(key);
  const std::string text = attested_text(facts(), *key);
  for (std::size_t at = 4; at < text.size(); ++at) {
    std::string altered = text;
    altered[at] = altered[at] == 'A' ? 'B' : 'A';
    const auto checked = check_attested(altered, {key->public_key()});
    EXPECT_FALSE(checked && checked->genuine) << at;
  }
}

TEST_F(AttestedText, AnotherKeyDoesNotCount) {
  const auto key = SigningKey::open(file());
  ASSERT_TRUE(key);
  const std::string text = attested_text(facts(), *key);
  EXPECT_FALSE(check_attested(text, {})->genuine);
  EXPECT_FALSE(check_attested(text, {std::string(32, '\1')})->genuine);
  for (const char* nothing : {"", "MA1", "MA1.x", "MA2.a.b", "https://example.ro/a.b"})
    EXPECT_EQ(check_attested(nothing, {}).error().message, "attested.no_text") << nothing;
}

TEST(PublicKey, GoesOutAndComesBack) {
  const std::string key =
      bytes_of("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const std::string pem = public_key_pem(key);
  EXPECT_EQ(pem,
            "-----BEGIN PUBLIC KEY-----\n"
            "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
            "-----END PUBLIC KEY-----\n");
  EXPECT_EQ(*public_key_of(pem), key);
  EXPECT_EQ(*public_key_of(" " + base64_encoded(key) + "\n"), key);
  EXPECT_EQ(public_key_of("ana").error().message, "attested.key_text");
}

}  // namespace
}  // namespace metodica::coordination
