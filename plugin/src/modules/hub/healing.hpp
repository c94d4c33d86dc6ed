/// Screens and papers of a node that registered after an old backup was restored.
#pragma once

#include <functional>
#include <vector>

#include "app/action.hpp"

namespace metodica::hub {

/// What waits for a decision, with its form, and the minutes that were made; nothing otherwise.
void show_healing(Screen& screen, Call& call, const Json& typed,
                  const std::vector<Problem>& problems);

/// hub.heal, hub.heal_paper; `again` draws the screen once more with what was typed.
void add_healing_screens(
    ActionList& actions,
    std::function<Result<Reply>(Call&, const Json&, const std::vector<Problem>&)> again);

}  // namespace metodica::hub
