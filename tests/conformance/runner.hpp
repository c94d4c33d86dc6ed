/// Runs named checks, each in a child process with a time limit, and reports.
#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "conformance/conformance.hpp"
#include "conformance/finding.hpp"

namespace metodica::conformance {

struct Check {
  std::string name;  ///< "input.not_json"; what it means is the message "kit.check.<name>"
  std::function<Finding()> run;
};

/// Runs one check in a child of this process. What it prints is a fault: standard output belongs to
/// the host.
[[nodiscard]] Finding run_in_child(const Check& check, std::chrono::milliseconds limit);

/// Runs what `options` choose and reports to `out`. Returns the status of the program.
int run_checks(const std::vector<Check>& checks, const Options& options, std::ostream& out);

}  // namespace metodica::conformance
