#include "modules/coordination/statistics/notebook_store.hpp"

#include <algorithm>
#include <string_view>

namespace metodica::coordination {
namespace {

// Loans are split by age, by subject and by language. A library may keep any of the three: the
// largest is the count, because the others may have been left out on some days.
constexpr std::string_view loan_splits[] = {"loans_age_", "loans_udc_", "loans_lang_"};

}  // namespace

std::map<std::string, DayCounts> day_counts(UnitOfWork& work, Date first, Date last) {
  std::map<std::string, DayCounts> days;
  work.each<std::string, std::string, std::int64_t>(
      "SELECT day, code, count FROM notebook_count WHERE library = {library} AND day >= $1 AND "
      "day <= $2 ORDER BY day, code",
      {first, last}, [&](const std::string& day, const std::string& code, std::int64_t count) {
        days[day][code] = count;
      });
  return days;
}

void keep_day(UnitOfWork& work, Date day, const DayCounts& counts, const std::string& at,
              const std::string& by) {
  const auto known = day_counts(work, day, day)[day.iso()];
  for (const auto& [code, count] : known) {
    if (!counts.contains(code)) {
      work.execute(
          "DELETE FROM notebook_count WHERE library = {library} AND day = $1 AND code = $2",
          {day, code});
    }
  }
  for (const auto& [code, count] : counts) {
    const auto before = known.find(code);
    if (before != known.end() && before->second == count)
      continue;
    work.execute(
        "INSERT INTO notebook_count (library, day, code, count, changed_at, changed_by) VALUES "
        "({library}, $1, $2, $3, $4, $5) ON CONFLICT (library, day, code) DO UPDATE SET "
        "count = excluded.count, changed_at = excluded.changed_at, "
        "changed_by = excluded.changed_by",
        {day, code, count, at, by});
  }
}

std::vector<NotebookEvent> notebook_events(UnitOfWork& work, Date first, Date last) {
  std::vector<NotebookEvent> events;
  work.each<std::int64_t, Date, std::string, std::string, std::int64_t>(
      "SELECT number, day, title, kind, participants FROM notebook_event WHERE library = {library} "
      "AND day >= $1 AND day <= $2 ORDER BY day, number",
      {first, last},
      [&](std::int64_t number, Date day, std::string title, std::string kind,
          std::int64_t participants) {
        events.push_back({number, day, std::move(title), std::move(kind), participants});
      });
  return events;
}

void add_notebook_event(UnitOfWork& work, const NotebookEvent& event, const std::string& at,
                        const std::string& by) {
  work.execute(
      "INSERT INTO notebook_event (library, number, day, title, kind, participants, changed_at, "
      "changed_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7)",
      {work.take("notebook_event"), event.day, event.title, event.kind, event.participants, at,
       by});
}

bool drop_notebook_event(UnitOfWork& work, std::int64_t number) {
  return work.execute("DELETE FROM notebook_event WHERE library = {library} AND number = $1",
                      {number}) == 1;
}

Figures notebook_figures(UnitOfWork& work, std::int64_t year) {
  const Date first(static_cast<int>(year), 1, 1);
  const Date last(static_cast<int>(year), 12, 31);
  Figures figures;
  const auto add = [&](std::string_view code, std::int64_t count) {
    YearFigure& figure = figures[std::string(code)];
    figure = YearFigure::whole(figure.e4 / YearFigure::one + count);
  };
  for (const auto& [day, counts] : day_counts(work, first, last)) {
    DayCounts splits;
    for (const auto& [code, count] : counts) {
      bool is_loan = false;
      for (const std::string_view split : loan_splits) {
        if (code.starts_with(split)) {
          splits[std::string(split)] += count;
          is_loan = true;
        }
      }
      if (!is_loan)
        add(code, count);
    }
    std::int64_t loans = 0;
    for (const auto& [split, sum] : splits)
      loans = std::max(loans, sum);
    if (!splits.empty())
      add("loans", loans);
    add("open_days", 1);
  }
  for (const NotebookEvent& event : notebook_events(work, first, last)) {
    add("events", 1);
    add("event_participants", event.participants);
  }
  return figures;
}

}  // namespace metodica::coordination
