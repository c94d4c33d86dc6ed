/// What people may do with handovers.
#pragma once

#include <string>
#include <vector>

#include "app/action.hpp"
#include "modules/coordination/network/handover_store.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

/// Errors: METODICA_NOT_FOUND "handover.unknown" {number} at "number".
Result<Handover> known_handover(Call& call, std::int64_t number);

/// "retirement", "resignation", "transfer", "other".
const std::vector<std::string>& leaving_reasons();

/// The forms, whose screens stand apart.
Form handover_form(const Messages& say);
Form handover_step_form(const Messages& say);
Form handover_people_form(const Messages& say);
Form handover_number_form(const Messages& say, std::string action, bool reads);

/// coordination.start_handover, handover_step, handover_people, close_handover: writing actions.
/// Starting ends the post on the day of leaving. Problems: handover.unknown, handover.closed,
/// handover.before_post, network.unknown_post, network.vacant_post, handover.waits.
void add_handover_actions(ActionList& actions);
/// coordination.handovers, handover, new_handover.
void add_handover_screens(ActionList& actions);
/// coordination.handover_minutes: a paper.
void add_handover_papers(ActionList& actions);

Result<Reply> handover_screen(Call& call, std::int64_t number, const Json& typed,
                              const std::vector<Problem>& problems);
Result<Reply> new_handover_screen(Call& call, std::int64_t post, const Json& typed,
                                  const std::vector<Problem>& problems);

}  // namespace metodica::coordination
