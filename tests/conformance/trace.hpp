/// What a guest could leave behind in a process: threads, open files, signal handlers, locale,
/// folder, umask, environment.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "metodica/result.hpp"

namespace metodica::conformance {

class Trace {
 public:
  /// The present state of this process.
  static Trace now();

  /// The first thing that is different now, as a problem "kit.trace_*"; nothing when all is as it
  /// was. Open files are compared only when `with_files`, since a living adapter may have some.
  /// Waits up to 200 ms for a thread that is just ending.
  [[nodiscard]] std::optional<Problem> difference(bool with_files) const;

 private:
  std::size_t threads_ = 0;
  std::map<int, std::string> files_;  ///< descriptor and what it leads to
  std::array<const void*, 65> handlers_{};
  std::string locale_;
  std::string folder_;
  std::string umask_;
  std::vector<std::string> environment_;
};

}  // namespace metodica::conformance
