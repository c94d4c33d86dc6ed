#include "app/ini_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace metodica {
namespace {

class IniFile : public testing::Test {
 protected:
  Result<IniKeys> read(const std::string& text) {
    std::ofstream(file_) << text;
    return read_ini_file(file_);
  }
  void TearDown() override { std::filesystem::remove(file_); }

  const std::string file_ = testing::TempDir() + "ini_file_test.ini";
};

TEST_F(IniFile, GivesSectionsWithDotsAndPassesOverCommentsAndTheMark) {
  const auto keys = read(
      "\xEF\xBB\xBF; set-up\n[node]\npath = a b.db \r\n\n[adapter.settings]\n# "
      "x\nurl=http://x/?a=b;c\n");
  ASSERT_TRUE(keys.has_value());
  EXPECT_EQ(*keys, (IniKeys{{"node.path", "a b.db"}, {"adapter.settings.url", "http://x/?a=b;c"}}));
}

TEST_F(IniFile, NamesTheLineOfANonsense) {
  for (const char* text : {"[node]\npath\n", "[node]\n= 3\n", "[a]\n[node\n", "[a]\nx=1\nx=2\n"}) {
    const auto keys = read(text);
    ASSERT_FALSE(keys.has_value()) << text;
    EXPECT_EQ(keys.error().status, METODICA_INVALID);
    EXPECT_EQ(keys.error().message, "configuration.line");
  }
  const auto twice = read("[a]\nx=1\n[b]\ny=1\n[a]\nz=1\n");
  ASSERT_FALSE(twice.has_value());
  ASSERT_EQ(twice.error().arguments.size(), 2U);
  EXPECT_EQ(std::get<std::string>(twice.error().arguments[1].value), "5");
}

TEST_F(IniFile, SaysThatTheFileIsMissing) {
  EXPECT_EQ(read_ini_file("/nowhere/metodica.ini").error().message, "configuration.missing");
}

}  // namespace
}  // namespace metodica
