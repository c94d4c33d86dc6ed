/// The screens of labels: for copies, for shelves, and what they are printed with.
#pragma once

#include "app/action.hpp"

namespace metodica::processing {

/// Labels of copies and of shelves: form, picture of the first sheet, PDF.
void add_label_screens(ActionList& actions);
/// Sheets of the library, offsets of its printers, colours of its classes.
void add_label_setup(ActionList& actions);

/// The tabs that all these screens share; `action` is the one that is open.
void add_label_tabs(Call& call, const std::string& action, Screen& screen);

}  // namespace metodica::processing
