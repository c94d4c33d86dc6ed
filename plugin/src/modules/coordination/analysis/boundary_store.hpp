/// The boundaries that the county loaded. SQL only here.
#pragma once

#include <map>
#include <string>

#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// Texts as boundaries.hpp writes them, by SIRUTA code.
std::map<std::int64_t, std::string> unit_boundaries(UnitOfWork& work);
/// Replaces all that were loaded before. `source`: the name of the file.
void keep_boundaries(UnitOfWork& work, const std::map<std::int64_t, std::string>& rings,
                     const std::string& source, const std::string& now);
void forget_boundaries(UnitOfWork& work);

}  // namespace metodica::coordination
