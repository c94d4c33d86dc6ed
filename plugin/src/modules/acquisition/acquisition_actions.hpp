/// Data actions of acquisition: acquisition.receive.
#pragma once

#include "app/action.hpp"
#include "modules/acquisition/reception.hpp"

namespace metodica::acquisition {

/// The usual VAT of books, from the settings: a default for lines, never a rule.
Percent usual_vat(UnitOfWork& work);

void add_data_actions(ActionList& actions);

}  // namespace metodica::acquisition
