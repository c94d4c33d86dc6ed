/// The usual year of a methodical department as data: the analysis in March, the courses of June by
/// stage of the book's life, the meetings of the centres in November (domain note on coordination,
/// 1.4). Days follow from rules such as "third Wednesday of March".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/coordination/training/gathering_rules.hpp"

namespace metodica::coordination {

struct PlannedKind {
  std::string kind, topic;
  int month = 0;
  int weekday = 0;  ///< 1 = Monday
  int week = 0;     ///< of the month, from 1
  std::string starts, ends;
  std::int64_t hours = 0;
  std::string mode;
  bool each_centre = false;  ///< one meeting in each methodical centre
};

/// The lines of data/year-plan.csv below its heading. The file is part of the program and read by
/// a test; a line that is none is passed over.
std::vector<PlannedKind> year_plan(std::string_view csv);

/// The n-th weekday of a month: the third Wednesday of March 2026 is the 18th.
[[nodiscard]] Date day_of(int year, const PlannedKind& kind);

}  // namespace metodica::coordination
