/// Tools that watch how an adapter treats what it is given.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

#include "metodica/abi.h"

namespace metodica::conformance {

/// A sink that remembers everything and refuses from the n-th write on.
class ProbeSink : public metodica_sink {
 public:
  static constexpr int never = std::numeric_limits<int>::max();
  static constexpr metodica_status refusal = METODICA_CONFLICT;

  explicit ProbeSink(int accepted = never);
  ProbeSink(const ProbeSink&) = delete;
  ProbeSink& operator=(const ProbeSink&) = delete;

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool refused() const { return calls_ > accepted_; }
  [[nodiscard]] int after_refusal() const { return refused() ? calls_ - accepted_ - 1 : 0; }

 private:
  static metodica_status take(const metodica_sink* sink, const char* utf8,
                              std::size_t bytes) noexcept;

  int accepted_;
  int calls_ = 0;
  std::string text_;
};

/// Bytes that end where readable memory ends: one step further is a crash.
class GuardedBytes {
 public:
  explicit GuardedBytes(std::string_view bytes);
  GuardedBytes(const GuardedBytes&) = delete;
  GuardedBytes& operator=(const GuardedBytes&) = delete;
  ~GuardedBytes();

  [[nodiscard]] const char* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void* pages_;
  std::size_t length_;
  const char* data_;
  std::size_t size_;
};

}  // namespace metodica::conformance
