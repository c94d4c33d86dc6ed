/// The daily notebook (caiet de evidență zilnică): counts of each day and the events.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "modules/coordination/statistics/figure.hpp"
#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

/// Counts by column; a column that was not filled in is absent, 0 means counted and none.
using DayCounts = std::map<std::string, std::int64_t, std::less<>>;

/// The caller's own notebook between two days, both included, by ISO day.
std::map<std::string, DayCounts> day_counts(UnitOfWork& work, Date first, Date last);
/// Replaces what was said of a day by these columns; others of the day are taken out.
void keep_day(UnitOfWork& work, Date day, const DayCounts& counts, const std::string& at,
              const std::string& by);

struct NotebookEvent {
  std::int64_t number = 0;
  Date day;
  std::string title, kind;
  std::int64_t participants = 0;
};
/// By day, then number.
std::vector<NotebookEvent> notebook_events(UnitOfWork& work, Date first, Date last);
/// Adds it under the next number.
void add_notebook_event(UnitOfWork& work, const NotebookEvent& event, const std::string& at,
                        const std::string& by);
/// False when there is no such event.
bool drop_notebook_event(UnitOfWork& work, std::int64_t number);

/// What the notebook of a year says for the return: visits, users_new, loans, in_house, questions,
/// events, event_participants, open_days. Columns never filled in are left out.
Figures notebook_figures(UnitOfWork& work, std::int64_t year);

}  // namespace metodica::coordination
