/// All returns of a county's year in one look: state, lateness, open points.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/statistics/campaign_store.hpp"
#include "modules/coordination/statistics/return_state.hpp"

namespace metodica::coordination {

struct CountyReturn {
  std::int64_t siruta = 0;
  std::string name, library_name;
  ReturnState state = ReturnState::empty;
  std::int64_t submission = 0;
  std::string submitted_at, submitted_by;
  bool late = false;  ///< first handed over after the deadline, or not yet though it has passed
  std::int64_t contradictions = 0;  ///< open critical points
  std::int64_t questions = 0;       ///< open points that want a note
};

/// One for each unit of the caller's directory, by name. A few statements, whatever their number.
std::vector<CountyReturn> county_returns(UnitOfWork& work, std::int64_t year, Date today);

/// An open point of one unit.
struct CountyPoint {
  std::int64_t siruta = 0;
  ReturnFinding finding;
};
std::vector<CountyPoint> county_points(UnitOfWork& work, std::int64_t year);

}  // namespace metodica::coordination
