/// The checks of a host that speaks JSON lines, like `metodica call`.
#pragma once

#include <vector>

#include "conformance/conformance.hpp"
#include "conformance/runner.hpp"

namespace metodica::conformance {

[[nodiscard]] std::vector<Check> host_checks(const Options& options);

}  // namespace metodica::conformance
