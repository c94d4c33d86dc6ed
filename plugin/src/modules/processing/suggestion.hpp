/// Suggestion of classes for copies that wait, from what the library has classed before.
#pragma once

#include <string>
#include <vector>

#include "app/action.hpp"
#include "bibliography/udc_suggestion.hpp"
#include "modules/registers/api.hpp"
#include "ui/screen.hpp"

namespace metodica::processing {

/// At most three classes for the title of a copy, the best first. Asks the host for the record of
/// the title; a host that does not answer is left out.
std::vector<UdcSuggestion> suggestions(Call& call, const registers::CopyLine& line);

/// The table of suggestions with a button for each, or a sentence that there are none.
void add_suggestions(Call& call, const registers::CopyLine& line, Screen& screen);

/// Notes which class was given to a title whose suggestions are known: their place, 0 when it was
/// another. Without suggestions nothing is noted. Then the title is learned.
void note_choice(Call& call, const registers::CopyLine& line,
                 const std::vector<UdcSuggestion>& suggested, const std::string& udc);

/// processing.udc.suggest, .suggest_learn, .suggest_report.
void add_suggestion_actions(ActionList& actions);

}  // namespace metodica::processing
