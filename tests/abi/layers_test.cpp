// Reads every #include line of the product and fails with the offending one.
#include "layers.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace metodica::layers {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_source(const fs::path& file) {
  const std::string ending = file.extension().string();
  return ending == ".h" || ending == ".hpp" || ending == ".c" || ending == ".cpp";
}

TEST(Layers, EveryIncludeOfTheProductIsAllowed) {
  const fs::path root = METODICA_SOURCE_DIR;
  int files = 0;
  for (const char* folder : {"host-api", "plugin", "adapters"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (!entry.is_regular_file() || !is_source(entry.path())) {
        continue;
      }
      ++files;
      const std::string path = entry.path().lexically_relative(root).generic_string();
      for (const std::string& line : check(path, content(entry.path()))) {
        ADD_FAILURE() << line;
      }
    }
  }
  EXPECT_GT(files, 40);
}

struct Case {
  const char* path;
  const char* line;
  bool allowed;
};

class LayersCase : public testing::TestWithParam<Case> {};

TEST_P(LayersCase, IsJudged) {
  const Case& given = GetParam();
  EXPECT_EQ(check(given.path, std::string("// x\n") + given.line + "\n").empty(), given.allowed)
      << given.path << " " << given.line;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, LayersCase,
    testing::Values(
        Case{"host-api/include/metodica/abi.h", "#include <stdint.h>", true},
        Case{"host-api/include/metodica/abi.h", "#include <stdbool.h>", false},
        Case{"host-api/cpp/metodica/result.hpp", "#include <variant>", true},
        Case{"host-api/cpp/metodica/result.hpp", "#include <Poco/Exception.h>", false},
        Case{"host-api/cpp/metodica/result.hpp", "#include \"text/date.hpp\"", false},
        Case{"plugin/src/text/date.cpp", "#include <unicode/ucal.h>", true},
        Case{"plugin/src/text/date.cpp", "#include <Poco/DateTime.h>", false},
        Case{"plugin/src/text/date.cpp", "  #  include \"storage/database.hpp\"", false},
        Case{"plugin/src/ui/form.cpp", "#include \"text/money.hpp\"", true},
        Case{"plugin/src/ui/form.cpp", "#include \"modules/registers/api.hpp\"", false},
        Case{"plugin/src/storage/sqlite.cpp", "#include <Poco/Data/Session.h>", true},
        Case{"plugin/src/modules/registers/registers_rules.cpp", "#include <map>", true},
        Case{"plugin/src/modules/registers/registers_rules.cpp", "#include <chrono>", false},
        Case{"plugin/src/modules/registers/registers_rules.cpp",
             "#include \"storage/unit_of_work.hpp\"", false},
        Case{"plugin/src/modules/registers/registers_store.cpp",
             "#include \"modules/registers/registers_rules.hpp\"", true},
        Case{"plugin/src/modules/registers/registers_store.cpp",
             "#include \"modules/withdrawal/api.hpp\"", false},
        Case{"plugin/src/modules/registers/registers_store.cpp", "#include \"ui/form.hpp\"", false},
        Case{"plugin/src/modules/withdrawal/withdrawal_module.cpp",
             "#include \"modules/registers/api.hpp\"", true},
        Case{"plugin/src/modules/withdrawal/withdrawal_module.cpp",
             "#include \"modules/registers/registers_store.hpp\"", false},
        Case{"plugin/src/modules/withdrawal/withdrawal_screens.cpp",
             "#include \"storage/database.hpp\"", false},
        Case{"plugin/src/app/application.cpp", "#include \"modules/registers/api.hpp\"", true},
        Case{"plugin/src/app/application.cpp", "#include <boost/dll.hpp>", false},
        Case{"plugin/src/loader/adapter_library.cpp", "#include <boost/dll/shared_library.hpp>",
             true},
        Case{"adapters/koha/src/koha.cpp", "#include \"app/application.hpp\"", false},
        Case{"adapters/koha/src/koha.cpp", "#include \"metodica/adapter.hpp\"", true},
        Case{"adapters/standalone/src/catalogue.cpp", "#include \"storage/database.hpp\"", true},
        Case{"adapters/standalone/src/catalogue.cpp", "#include \"loader/host.hpp\"", false},
        Case{"elsewhere/file.cpp", "#include <map>", false}));

}  // namespace
}  // namespace metodica::layers
