/// The subject "hub": one county in one database, nodes that work without network.
#pragma once

#include <memory>

#include "app/module.hpp"

namespace metodica {

std::unique_ptr<Module> make_hub_module();

}  // namespace metodica
