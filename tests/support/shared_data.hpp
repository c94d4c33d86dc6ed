/// The shared test data, which is not part of the project: read at run time where it is.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace metodica::test {

/// The file or folder of that name, whether it is there or not. The environment variable
/// METODICA_TEST_DATA says where; without it the data lie beside the project.
inline std::filesystem::path shared_data(std::string_view name) {
  const char* named = std::getenv("METODICA_TEST_DATA");  // NOLINT(concurrency-mt-unsafe)
  const std::filesystem::path root =
      named != nullptr ? named : METODICA_SOURCE_DIR "/../shared/data";
  return root / name;
}

}  // namespace metodica::test
