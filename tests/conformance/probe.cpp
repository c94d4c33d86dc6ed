#include "conformance/probe.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <new>

namespace metodica::conformance {

ProbeSink::ProbeSink(int accepted)
    : metodica_sink{sizeof(metodica_sink), this, &ProbeSink::take}, accepted_(accepted) {}

metodica_status ProbeSink::take(const metodica_sink* sink, const char* utf8,
                                std::size_t bytes) noexcept {
  auto& self = *static_cast<ProbeSink*>(sink->self);
  ++self.calls_;
  if (self.refused()) {
    return refusal;
  }
  self.text_.append(utf8, bytes);
  return METODICA_OK;
}

GuardedBytes::GuardedBytes(std::string_view bytes) : size_(bytes.size()) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  const std::size_t readable = (bytes.size() / page + 1) * page;
  length_ = readable + page;
  pages_ = mmap(nullptr, length_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages_ == MAP_FAILED) {
    throw std::bad_alloc();
  }
  char* wall = static_cast<char*>(pages_) + readable;
  mprotect(wall, page, PROT_NONE);
  std::memcpy(wall - bytes.size(), bytes.data(), bytes.size());
  data_ = wall - bytes.size();
}

GuardedBytes::~GuardedBytes() {
  munmap(pages_, length_);
}

}  // namespace metodica::conformance
