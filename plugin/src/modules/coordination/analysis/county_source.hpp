/// The units of the caller with their figures: at a county its directory, at a node its own unit.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "modules/coordination/analysis/county_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// All units in the order of the directory (rank, then name), with the terms of with_terms(): the
/// population of the directory, or the one that the return states where the directory has none, and
/// the norm of growth in force on the last day of the year. Empty when there is neither a directory
/// nor the setting institution.siruta.
std::vector<UnitYear> county_year(UnitOfWork& work, std::int64_t year);

/// Several years at once, oldest first, with the figures of `codes` only; the statuses are left
/// out. Two statements, whatever the number of years.
std::map<std::int64_t, std::vector<UnitYear>> county_years(UnitOfWork& work, std::int64_t first,
                                                           std::int64_t last,
                                                           const std::vector<std::string>& codes);

/// Documents per 1,000 inhabitants that the norm in force at the end of the year asks for, as a
/// count of 1/10 000; 0: no norm.
std::int64_t growth_norm_e4(UnitOfWork& work, std::int64_t year);

/// The year that a county looks at on this day: the last one with returns, or the one before.
std::int64_t usual_year(UnitOfWork& work, Date today);

}  // namespace metodica::coordination
