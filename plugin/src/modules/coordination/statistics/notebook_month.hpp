/// One month of the daily notebook, added up.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

/// "visits", "users_new", "loans", "in_house", "questions", "events", "participants".
const std::vector<std::string>& month_columns();

struct MonthRow {
  Date day;                                         ///< none for sums
  std::vector<std::optional<std::int64_t>> counts;  ///< by month_columns(); nothing: not counted
};

struct NotebookMonth {
  std::vector<MonthRow> days;  ///< those with anything in them
  MonthRow sum;
  MonthRow year_sum;  ///< from 1 January to the end of the month
};

NotebookMonth notebook_month(UnitOfWork& work, int year, int month);

}  // namespace metodica::coordination
