/// What the county decided of returns: at the county its own rows, at a node the county's news.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "modules/coordination/statistics/return_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// By year and unit, in the order of the steps.
using Decisions = std::map<std::pair<std::int64_t, std::int64_t>, std::vector<Decision>>;

/// Those about years from `first` to `last`.
Decisions decisions(UnitOfWork& work, std::int64_t first, std::int64_t last);
/// Those about one return.
std::vector<Decision> decisions_of(UnitOfWork& work, std::int64_t year, std::int64_t siruta);

/// Adds one under the caller's library, with the next step. Returns it as kept.
Decision add_decision(UnitOfWork& work, Decision decision);

}  // namespace metodica::coordination
