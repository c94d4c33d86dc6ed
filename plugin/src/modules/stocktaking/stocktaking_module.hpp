/// Stocktaking: counting a custody against the inventory registers.
#pragma once

#include <memory>

#include "app/module.hpp"

namespace metodica {

std::unique_ptr<Module> make_stocktaking_module();

}  // namespace metodica
