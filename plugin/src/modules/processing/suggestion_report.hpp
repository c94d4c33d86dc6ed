/// How good the suggestions would have been: each classed work is asked for as if it waited, the
/// others stay (leave-one-out).
#pragma once

#include <array>
#include <cstdint>

#include "bibliography/udc_suggestion.hpp"

namespace metodica::processing {

struct SuggestionReport {
  std::int64_t works = 0;
  std::int64_t abstained = 0;
  /// Works whose first, or one of whose three suggestions agrees in 1, 2, 3 digits of the first
  /// main number, or in as many as the class has.
  std::array<std::int64_t, 3> first{};
  std::array<std::int64_t, 3> any{};
};

/// Asks for at most `most` works of `works`, evenly spread.
SuggestionReport evaluate_suggestions(WorksInMemory& works, const SuggestionRules& rules,
                                      std::size_t most);

}  // namespace metodica::processing
