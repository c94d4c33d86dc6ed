/// Labelled pairs of descriptions: about 600 made by a generator from a seed, by stratum (domain
/// note on acquisition, 9.3), and 50 hard ones written by hand.
#pragma once

#include <string>
#include <vector>

#include "modules/hub/union_rules.hpp"

namespace metodica::hub::test {

struct Pair {
  std::string stratum;
  Description one, other;
  bool same;  ///< the same edition
};

std::vector<Pair> generated_pairs();
std::vector<Pair> hard_pairs();

}  // namespace metodica::hub::test
