/// Acquisition (achiziție): from the accompanying act to the rows of the registers.
#pragma once

#include <memory>

#include "app/module.hpp"

namespace metodica {

std::unique_ptr<Module> make_acquisition_module();

}  // namespace metodica
