#include "storage/part_library.hpp"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

namespace metodica {
namespace {

namespace fs = std::filesystem;

// Both layouts of an installation: the plugin stands in lib/, programs in bin/ beside it.
std::vector<fs::path> folders() {
  const char* const told =
      std::getenv("METODICA_PARTS");  // NOLINT(concurrency-mt-unsafe): read only
  if (told != nullptr && *told != '\0') {
    return {fs::path(told)};
  }
  Dl_info place{};
  static const char here = 0;
  if (dladdr(&here, &place) == 0 || place.dli_fname == nullptr) {
    return {};
  }
  std::error_code failed;
  const fs::path folder = fs::weakly_canonical(fs::path(place.dli_fname), failed).parent_path();
  return {folder / "metodica" / "parts", folder.parent_path() / "lib" / "metodica" / "parts"};
}

Result<void*> open_once(const std::string& name, const std::string& message) {
  const auto missing = [&](const std::string& reason) {
    return Unexpected({METODICA_UNREACHABLE, message, {{"reason", reason}}});
  };
  for (const fs::path& folder : folders()) {
    const fs::path file = folder / (name + ".so");
    std::error_code failed;
    if (!fs::exists(file, failed)) {
      continue;
    }
    void* const library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
      return missing(dlerror());  // NOLINT(concurrency-mt-unsafe): under the lock of part_function
    }
    const std::string symbol = "metodica_part_" + name;
    void* const found = dlsym(library, symbol.c_str());
    if (found == nullptr) {
      return missing(file.string() + ": " + symbol);
    }
    return found;
  }
  return missing(name + ".so");
}

}  // namespace

Result<void*> part_function(const std::string& name, const std::string& message) {
  static std::mutex lock;
  static std::map<std::string, void*> opened;
  const std::lock_guard<std::mutex> guard(lock);
  void*& function = opened[name];
  if (function == nullptr) {
    METODICA_TRY(function, open_once(name, message));
  }
  return function;
}

}  // namespace metodica
