/// A host under test: a command that reads requests from standard input, one per line, and writes
/// one reply per line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"

namespace metodica::conformance {

struct HostAnswer {
  std::vector<std::string> lines;
  int exit_status = -1;  ///< -1: ended by a signal

  /// The reply of that number as JSON; null when there is none or it is no JSON.
  [[nodiscard]] Json reply(std::size_t number) const;
};

/// Runs the command, gives it all input, closes it, and collects what it writes. The time limit is
/// that of the check around it.
[[nodiscard]] HostAnswer run_host(const std::string& command, std::string_view input);

}  // namespace metodica::conformance
