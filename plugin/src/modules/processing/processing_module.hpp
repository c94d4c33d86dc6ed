/// The subject "processing": class, call number, labels and the order of the shelves.
#pragma once

#include <memory>

#include "app/module.hpp"

namespace metodica {

std::unique_ptr<Module> make_processing_module();

}  // namespace metodica
