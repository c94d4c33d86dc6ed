/// What people and programs may do with duties.
#pragma once

#include "app/action.hpp"
#include "modules/coordination/compliance/county_duties.hpp"

namespace metodica::coordination {

/// coordination.compliance: for programs.
void add_compliance_data(ActionList& actions);
/// coordination.duties (the county), unit_duties (one library): screens.
void add_duty_screens(ActionList& actions);
/// coordination.keep_evidence, keep_norm: writing actions. Problems: analysis.unknown_unit,
/// compliance.unknown_duty {text}, compliance.future {text}, compliance.norm_value {text}.
void add_duty_actions(ActionList& actions);

Form evidence_form(const Messages& say);
Form norm_form(const Messages& say);

/// Finding in words.
std::string because(const Finding& finding, const Messages& say);
Level level_of(Outcome outcome);
/// Reference with the mark "neverificat" or "verificat în parte".
std::string reference_of(const DutyNorm& norm, const Messages& say);

/// The screen of one library with what was typed and its problems.
Result<Reply> unit_duties_screen(Call& call, std::int64_t siruta, std::int64_t year,
                                 const Json& typed, const std::vector<Problem>& problems);
Result<Reply> duties_screen(Call& call, std::int64_t year, const Json& typed,
                            const std::vector<Problem>& problems);

}  // namespace metodica::coordination
