/// The duties of all units in one year: norms, records and evidence put together.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/coordination/analysis/county_rules.hpp"
#include "modules/coordination/compliance/duty_store.hpp"

namespace metodica::coordination {

/// Shipped duties, each with the shipped norms first and then those that the county noted.
std::vector<Duty> duties(UnitOfWork& work);

/// The value of a duty's norm on a day as a count of 1/10 000; 0 when there is none.
std::int64_t duty_norm_e4(UnitOfWork& work, std::string_view duty, Date day);

/// The duty of one unit.
struct DutyResult {
  const Duty* duty = nullptr;
  const DutyNorm* norm = nullptr;  ///< nullptr: none was in force
  Finding finding;                 ///< of the records, or of the evidence where they are silent
  bool by_evidence = false;
  std::vector<Evidence> evidence;  ///< all of the year, oldest first
};

struct UnitDuties {
  const UnitYear* of = nullptr;
  std::vector<DutyResult> results;  ///< in the order of the duties
  [[nodiscard]] std::int64_t count(Outcome outcome) const;
};

/// Owns what its results point to: moved, never copied.
struct CountyDuties {
  CountyDuties() = default;
  CountyDuties(CountyDuties&&) = default;
  CountyDuties& operator=(CountyDuties&&) = default;
  CountyDuties(const CountyDuties&) = delete;
  CountyDuties& operator=(const CountyDuties&) = delete;
  ~CountyDuties() = default;

  std::int64_t year = 0;
  Date day;  ///< on which it is judged
  std::vector<Duty> duties;
  std::vector<UnitYear> units;
  std::vector<UnitDuties> results;  ///< as `units`

  /// Units with this outcome of the duty at this place.
  [[nodiscard]] std::int64_t count(std::size_t duty, Outcome outcome) const;
};

/// Judged on the last day of the year, or today when that is earlier. `siruta` above 0: of that
/// unit alone.
CountyDuties county_duties(Call& call, std::int64_t year, std::int64_t siruta = 0);

}  // namespace metodica::coordination
