/// The dated terms of a county: those that ship with the program and those that it set itself.
#pragma once

#include <string>
#include <vector>

#include "modules/coordination/network/term_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// Shipped terms first, then the library's own in the order in which they were set: what term_on()
/// chooses from.
std::vector<DatedTerm> county_terms(UnitOfWork& work);

/// Notes a term of the library; earlier ones stay and keep holding for their days.
void set_term(UnitOfWork& work, const DatedTerm& term, const std::string& user,
              const std::string& now);

}  // namespace metodica::coordination
