/// Screens and papers of a node that registered after an old backup was restored.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/action.hpp"
#include "modules/hub/recovery.hpp"

namespace metodica::hub {

/// An act that was registered since, worded.
struct ActLine {
  std::string place, act, partner, units, value;
};
/// Those among the rows set aside.
std::vector<ActLine> acts_of(const std::vector<SetAside>& rows, const Messages& say);

/// A copy whose number is struck out.
struct CopyLine {
  std::string number, description;
};
std::vector<CopyLine> copies_of(const std::vector<SetAside>& rows);

/// What waits for a decision, with its form, and the minutes that were made; nothing otherwise.
void show_healing(Screen& screen, Call& call, const Json& typed,
                  const std::vector<Problem>& problems);

/// hub.heal_paper: the minutes.
void add_healing_papers(ActionList& actions);
/// hub.heal and the paper; `again` draws the screen once more with what was typed.
void add_healing_screens(
    ActionList& actions,
    std::function<Result<Reply>(Call&, const Json&, const std::vector<Problem>&)> again);

}  // namespace metodica::hub
