#include "modules/coordination/statistics/notebook_month.hpp"

#include <algorithm>
#include <map>

#include "modules/coordination/statistics/notebook_columns.hpp"
#include "modules/coordination/statistics/notebook_store.hpp"

namespace metodica::coordination {
namespace {

using Named = std::map<std::string, std::int64_t, std::less<>>;

// The loans of a day: the largest of the three splits, as in notebook_figures().
void add_loans(Named& row, const DayCounts& counts) {
  for (const NotebookGroup& group : notebook_groups()) {
    if (!group.splits_loans)
      continue;
    std::int64_t sum = 0;
    bool any = false;
    for (const NotebookColumn& column : group.columns) {
      if (const auto known = counts.find(column.code); known != counts.end()) {
        sum += known->second;
        any = true;
      }
    }
    if (any)
      row["loans"] = std::max(row["loans"], sum);
  }
}

MonthRow row_of(Date day, const Named& named) {
  MonthRow row;
  row.day = day;
  for (const std::string& column : month_columns()) {
    const auto known = named.find(column);
    row.counts.push_back(known == named.end() ? std::optional<std::int64_t>() : known->second);
  }
  return row;
}

}  // namespace

const std::vector<std::string>& month_columns() {
  static const auto& columns = *new std::vector<std::string>{
      "visits", "users_new", "loans", "in_house", "questions", "events", "participants"};
  return columns;
}

NotebookMonth notebook_month(UnitOfWork& work, int year, int month) {
  const Date first(year, month, 1);
  const Date last = first.plus_months(1).plus_days(-1);
  const Date new_year(year, 1, 1);
  std::map<std::string, Named> days;
  for (const auto& [day, counts] : day_counts(work, new_year, last)) {
    Named& row = days[day];
    for (const auto& [code, count] : counts)
      row[code] = count;
    add_loans(row, counts);
  }
  for (const NotebookEvent& event : notebook_events(work, new_year, last)) {
    Named& row = days[event.day.iso()];
    ++row["events"];
    row["participants"] += event.participants;
  }
  NotebookMonth made;
  Named sum;
  Named year_sum;
  for (const auto& [day, row] : days) {
    const bool here = day >= first.iso();
    for (const auto& [code, count] : row) {
      year_sum[code] += count;
      if (here)
        sum[code] += count;
    }
    if (here)
      made.days.push_back(row_of(*Date::parse(day), row));
  }
  made.sum = row_of({}, sum);
  made.year_sum = row_of({}, year_sum);
  return made;
}

}  // namespace metodica::coordination
