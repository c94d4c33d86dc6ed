// What our libraries show: an adapter one symbol, libmetodica.so the functions of embed.h.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "run.hpp"
#include "support/needed.hpp"

namespace metodica {
namespace {

namespace fs = std::filesystem;

std::set<std::string> shown_by(const fs::path& library) {
  std::istringstream words(
      run("nm -D --defined-only '" + library.string() + "' | awk '{print $3}'"));
  std::set<std::string> names;
  for (std::string name; words >> name;) {
    names.insert(name);
  }
  return names;
}

// SQLite opens it as an extension; it is no adapter.
const std::string sqlite_door = "libmetodica-sqlite-door.so";

TEST(Symbols, EachAdapterShowsOneOnly) {
  int adapters = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(METODICA_BUILD_DIR) / "lib/metodica")) {
    const std::string name = entry.path().filename().string();
    if (name == sqlite_door) {
      EXPECT_EQ(shown_by(entry.path()), std::set<std::string>{"sqlite3_extension_init"});
    } else if (name.starts_with("libmetodica-") && entry.path().extension() == ".so") {
      ++adapters;
      EXPECT_EQ(shown_by(entry.path()), std::set<std::string>{"metodica_adapter_v1"}) << name;
    }
  }
  EXPECT_GE(adapters, 1);
}

TEST(Symbols, ThePluginShowsDoorOneExactly) {
  const fs::path library = fs::path(METODICA_BUILD_DIR) / "lib/libmetodica.so";
  if (!fs::exists(library))
    METODICA_MISSING("libmetodica.so is not built in this folder");
  std::ifstream in(METODICA_SOURCE_DIR "/host-api/include/metodica/embed.h");
  const std::string header{std::istreambuf_iterator<char>(in), {}};
  const std::regex declared(R"(METODICA_API [a-z0-9_ ]*\*?(metodica_\w+)\()");
  std::set<std::string> promised;
  for (std::sregex_iterator at(header.begin(), header.end(), declared), end; at != end; ++at) {
    promised.insert((*at)[1]);
  }
  EXPECT_EQ(promised.size(), 12U);
  EXPECT_EQ(shown_by(library), promised);
}

}  // namespace
}  // namespace metodica
