/// What people and programs may do with returns, campaigns and the notebook.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "modules/coordination/statistics/return_work.hpp"
#include "ui/menu.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

/// Who sees returns, who fills them in, who hands them over, and who decides for the county.
inline constexpr Roles return_readers = {Role::librarian, Role::keeper, Role::manager,
                                         Role::accountant, Role::methodologist};
inline constexpr Roles return_writers = {Role::librarian, Role::keeper, Role::manager,
                                         Role::accountant, Role::methodologist};
inline constexpr Roles return_senders = {Role::librarian, Role::manager, Role::methodologist};
inline constexpr Roles county_roles = {Role::methodologist};
inline constexpr Roles notebook_roles = {Role::librarian, Role::keeper, Role::manager};

/// coordination.return.check (data): state and all findings. coordination.return.keep (data):
/// writes cells one by one, tells conflicts. Screens: return_save, return_prefill, return_answers,
/// return_submit.
void add_return_actions(ActionList& actions);
/// coordination.returns, return, return_points, return_history, return_origins: screens.
void add_return_screens(ActionList& actions);
/// coordination.keep_campaign, decide, set_aside, close_points, load_form: writing actions of the
/// county.
void add_campaign_actions(ActionList& actions);
/// coordination.campaign, campaign_rules, reminders: screens of the county.
void add_campaign_screens(ActionList& actions);
/// coordination.notebook, notebook_day: screens; keep_notebook_day, add_notebook_event,
/// drop_notebook_event: writing actions.
void add_notebook(ActionList& actions);
/// coordination.return_paper, notebook_paper: papers.
void add_statistics_papers(ActionList& actions);

/// One chapter of a return, with what was typed and the problems of it. `chapter` "": the first.
Result<Reply> return_screen(Call& call, const ReturnOf& of, const std::string& chapter,
                            const Json& typed, const std::vector<Problem>& problems);
/// The review sheet: open points, notes, the county's decision.
Result<Reply> points_screen(Call& call, const ReturnOf& of, const Json& typed,
                            const std::vector<Problem>& problems);
/// The county's list of a year.
Result<Reply> campaign_screen(Call& call, std::int64_t year, const std::string& state,
                              const Json& typed, const std::vector<Problem>& problems);
Result<Reply> notebook_day_screen(Call& call, Date day, const Json& typed,
                                  const std::vector<Problem>& problems);

/// The year that returns are about on this day: the one before.
[[nodiscard]] std::int64_t reported_year(Date today);

}  // namespace metodica::coordination
