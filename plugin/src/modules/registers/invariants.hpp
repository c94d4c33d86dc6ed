/// The balances of the domain note (2.8), computed by the database over everything stored.
#pragma once

#include <vector>

#include "modules/registers/verify.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::registers {

/// E1, E2 (rows add up), E3 (entry rows and RI lines), E4, E5 (exit rows and annotations), E7, E8
/// (no column below zero), E9 and E13 (RMF columns and RI lines), E10 (numbers without gaps), E12
/// (six months).
void check_invariants(UnitOfWork& work, std::vector<Finding>& findings, std::size_t most);

}  // namespace metodica::registers
