/// The subject "coordination": what a county library knows of the libraries that it guides.
#pragma once

#include <memory>

#include "app/module.hpp"

namespace metodica {

std::unique_ptr<Module> make_coordination_module();

}  // namespace metodica
