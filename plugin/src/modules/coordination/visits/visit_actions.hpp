/// What people may do with visits and measures.
#pragma once

#include <string>
#include <vector>

#include "app/action.hpp"
#include "modules/coordination/visits/visits_store.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

/// Who sees visits and who writes them. Names of people met are for these only.
inline constexpr Roles visit_readers = {Role::methodologist, Role::manager};
inline constexpr Roles visitors = {Role::methodologist};

/// Errors: METODICA_NOT_FOUND "visit.unknown" {number} at "number".
Result<Visit> known_visit(Call& call, std::int64_t number);
/// Errors: METODICA_NOT_FOUND "measure.unknown" {number} at "measure".
Result<Measure> known_measure(Call& call, std::int64_t number);
/// The score of every unit that can be visited (merged ones cannot), highest first.
struct DueUnit {
  std::int64_t siruta = 0;
  std::string name;
  std::string state;  ///< of the library, one of unit_states(), "" = not known
  DueFacts facts;
  DueScore score;
};
std::vector<DueUnit> due_units(Call& call);

/// coordination.keep_visit, visit_state, add_measure, follow_measure: writing actions. Problems:
/// those of visit_rules.hpp, "visit.signed" and "visit.no_step" (METODICA_CONFLICT).
void add_visit_actions(ActionList& actions);
/// coordination.visits_due, visit_score: who is due, and why.
void add_due_screens(ActionList& actions);
/// coordination.visits, visit, new_visit and visits_xlsx: the year, one visit, its record.
void add_visit_screens(ActionList& actions);
void add_visit_workbook(ActionList& actions);
/// coordination.measures, measure.
void add_measure_screens(ActionList& actions);
/// coordination.visit_sheet, visit_minutes: papers.
void add_visit_papers(ActionList& actions);

/// Screens shown again with what was typed and its problems.
Result<Reply> visit_record_screen(Call& call, std::int64_t number, std::int64_t siruta,
                                  const Json& typed, const std::vector<Problem>& problems);
Result<Reply> visit_screen(Call& call, std::int64_t number, const Json& typed,
                           const std::vector<Problem>& problems);
Result<Reply> measure_screen(Call& call, std::int64_t number, const Json& typed,
                             const std::vector<Problem>& problems);

/// The pages about visits; `at` from 0: who is due, the year, measures, terms.
void add_visit_tabs(Screen& screen, std::size_t at, const Messages& say);
/// A table of measures with their units; `today` tells which are overdue.
Table measures_table(const std::vector<Measure>& measures,
                     const std::map<std::int64_t, std::string>& units, const Messages& say,
                     Date today);
/// "practică: ..." with the mark of what was not read in a law.
std::string reference_of(const DatedTerm& term, const Messages& say);

}  // namespace metodica::coordination
