/// The check of a library's registers: hash chains and the invariants of the domain note (2.8),
/// read from what is stored. Works in slices, so that a million lines never hold up a host.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "metodica/result.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::registers {

/// One thing that is not as it should be. `message` is a message id with its arguments.
struct Finding {
  std::string where;  ///< "rmf-1 3/2026", "ri-carti 4322"
  Problem problem;
};

/// How far a check has come; starts empty, ends with done.
struct VerifyState {
  std::size_t stage = 0;   ///< index of the chain; behind the last chain: the invariants
  std::int64_t after = 0;  ///< last row checked of this chain
  std::string hash;        ///< its hash
  std::int64_t rows = 0;   ///< rows checked in all
  std::int64_t of = 0;     ///< rows there are, for a bar of progress; counted once
  bool done = false;
};

/// Names of the chains in checking order: "rmf-1", "rmf-2", "ri-<code>"..., "closes".
std::vector<std::string> chain_names(UnitOfWork& work);

/// Checks on from `state` until `out_of_time` says so (asked every few thousand rows) or all is
/// done. Findings are appended, at most `most` of them.
void verify_some(UnitOfWork& work, VerifyState& state, std::vector<Finding>& findings,
                 const std::function<bool()>& out_of_time, std::size_t most = 100);

}  // namespace metodica::registers
