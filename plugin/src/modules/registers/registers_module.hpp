/// The subject "registers": the movement register and the inventory registers.
#pragma once

#include <memory>

#include "app/module.hpp"

namespace metodica {

std::unique_ptr<Module> make_registers_module();

}  // namespace metodica
