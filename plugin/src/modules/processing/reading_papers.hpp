/// What a shelf reading prints and gives to programs.
#pragma once

#include "app/action.hpp"

namespace metodica::processing {

/// processing.reading_paper: the list of moves, strays and missing copies as PDF.
/// processing.reading_data: the same as data.
void add_reading_papers(ActionList& actions);

}  // namespace metodica::processing
