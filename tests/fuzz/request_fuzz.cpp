// Any bytes as a request: door 1 answers with a status and one JSON object, and lives.

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "metodica/embed.h"

namespace {

metodica_instance* open_instance(metodica_reply* reply) {
  const auto folder = std::filesystem::temp_directory_path() / "metodica-fuzz";
  std::filesystem::create_directories(folder);
  const auto file = folder / "metodica.ini";
  std::ofstream(file) << "[node]\npath = node.db\nlibrary = 57706\n[adapter]\nlibrary = " METODICA_BUILD_DIR
                         "/lib/metodica/libmetodica-template.so\n";
  metodica_instance* instance = nullptr;
  const bool good = metodica_open(file.c_str(), reply, &instance) == METODICA_OK &&
                    metodica_start(instance, reply) == METODICA_OK;
  if (!good) std::abort();
  return instance;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static metodica_reply* const reply = metodica_reply_new();
  static metodica_instance* const instance = open_instance(reply);
  metodica_call(instance, reinterpret_cast<const char*>(data), size, reply);
  if (metodica_reply_bytes(reply) == 0 || metodica_reply_text(reply)[0] != '{') std::abort();
  return 0;
}
