// Network and TLS come with seven libraries (4 ms). An adapter that lives inside its host never
// needs them, so they stand in a private library that is opened at the first request.
#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>

#include "http/http.hpp"

namespace metodica::http {
namespace {

using Make = Transport* (*)(const Server&);

Problem no_part(const std::string& reason) {
  return {METODICA_UNREACHABLE, "loader.no_part", {{"reason", reason}}};
}

// The folder of parts beside the adapter, or what METODICA_PARTS says.
std::filesystem::path part_file() {
  const char* const told = std::getenv("METODICA_PARTS");  // NOLINT(concurrency-mt-unsafe)
  if (told != nullptr && *told != '\0') {
    return std::filesystem::path(told) / "http.so";
  }
  Dl_info place{};
  static const char here = 0;
  if (::dladdr(&here, &place) == 0 || place.dli_fname == nullptr) {
    return "http.so";
  }
  std::error_code failed;
  return std::filesystem::weakly_canonical(place.dli_fname, failed).parent_path() / "parts" /
         "http.so";
}

Result<void*> open_part() {
  static void* made = nullptr;
  if (made == nullptr) {
    void* const library = ::dlopen(part_file().c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
      return Unexpected(no_part(::dlerror()));  // NOLINT(concurrency-mt-unsafe)
    }
    made = ::dlsym(library, "metodica_part_http");
  }
  if (made == nullptr) {
    return Unexpected(no_part(part_file().string()));
  }
  return made;
}

class TransportOfPart final : public Transport {
 public:
  explicit TransportOfPart(Server server) : server_(std::move(server)) {}

  Result<Answer> send(const Request& request) override {
    if (!transport_) {
      METODICA_TRY(void* const make, open_part());
      transport_.reset(reinterpret_cast<Make>(make)(server_));
    }
    return transport_->send(request);
  }

  void abandon() override {
    if (transport_) {
      transport_->abandon();
    }
  }

 private:
  Server server_;
  std::unique_ptr<Transport> transport_;
};

}  // namespace

std::unique_ptr<Transport> transport_to(const Server& server) {
  return std::make_unique<TransportOfPart>(server);
}

}  // namespace metodica::http
