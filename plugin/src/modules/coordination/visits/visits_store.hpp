/// Visits and measures: all SQL of theirs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/visits/score_rules.hpp"
#include "modules/coordination/visits/visit_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// Visits of one calendar year by day, cancelled ones left out.
std::vector<Visit> visits_of_year(UnitOfWork& work, std::int64_t year);
/// Visits of one unit, latest first, cancelled ones left out.
std::vector<Visit> visits_of_unit(UnitOfWork& work, std::int64_t siruta);
/// Planned visits from a day on, soonest first: for the daily screen.
std::vector<Visit> planned_visits(UnitOfWork& work, Date from);
std::optional<Visit> visit(UnitOfWork& work, std::int64_t number);
/// Adds it, or replaces what was known of it.
void keep_visit(UnitOfWork& work, const Visit& visit, const std::string& user,
                const std::string& now);

/// Someone at a visit.
struct VisitPerson {
  std::int64_t person = 0;
  std::string name;  ///< "" once the person's data were taken away
  std::string role;
};
std::vector<VisitPerson> people_met(UnitOfWork& work, std::int64_t visit);
/// Replaces the list.
void keep_people_met(UnitOfWork& work, std::int64_t visit, const std::vector<VisitPerson>& people);

/// Open measures whose deadline is before today, oldest deadline first: for the daily screen.
std::vector<Measure> overdue_measures(UnitOfWork& work, Date today);
/// All open ones by deadline; of one unit when `siruta` is above 0.
std::vector<Measure> open_measures(UnitOfWork& work, std::int64_t siruta = 0);
std::vector<Measure> measures_of_visit(UnitOfWork& work, std::int64_t visit);
/// Measures made at visits of the year, whatever became of them: for the yearly report.
std::vector<Measure> measures_of_year(UnitOfWork& work, std::int64_t year);
std::optional<Measure> measure(UnitOfWork& work, std::int64_t number);
/// Gives the measure the next number and notes its making.
void add_measure(UnitOfWork& work, Measure measure, Date day, const std::string& user,
                 const std::string& now);
/// `after` is measure_after(): the row and the step, which stays.
void follow_measure(UnitOfWork& work, const Measure& after, const MeasureStep& step,
                    const std::string& user, const std::string& now);
/// Oldest first, the making included.
std::vector<MeasureStep> steps_of_measure(UnitOfWork& work, std::int64_t measure);

/// What the score of each unit is made from, by SIRUTA code; units without a trace are absent.
/// `since_requests` and `until_route` bound what counts as recent request and as near visit.
std::map<std::int64_t, DueFacts> due_facts(UnitOfWork& work, Date today, Date since_requests,
                                           Date until_route);

}  // namespace metodica::coordination
