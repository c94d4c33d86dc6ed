/// The checks of an adapter, by subject.
#pragma once

#include <vector>

#include "conformance/conformance.hpp"
#include "conformance/runner.hpp"

namespace metodica::conformance {

[[nodiscard]] std::vector<Check> life_checks(
    const Options& options);  ///< entry, create, start, end
[[nodiscard]] std::vector<Check> table_checks(const Options& options);   ///< extensions, abilities
[[nodiscard]] std::vector<Check> input_checks(const Options& options);   ///< what it is given
[[nodiscard]] std::vector<Check> answer_checks(const Options& options);  ///< what it answers

}  // namespace metodica::conformance
