/// The dated terms of the county on screen, and their change.
#pragma once

#include "app/action.hpp"

namespace metodica::coordination {

/// coordination.county_terms (screen) and coordination.set_term (writes). Problem:
/// "term.unknown" {text} at "code".
void add_term_actions(ActionList& actions);

}  // namespace metodica::coordination
