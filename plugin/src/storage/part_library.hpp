/// The private libraries of the plugin: heavy parts that most processes never need.
#pragma once

#include <string>

#include "metodica/result.hpp"

namespace metodica {

/// Opens "<name>.so" from the folder of parts, once per process, and gives the address of its
/// function "metodica_part_<name>", which the caller knows the type of. The folder is
/// lib/metodica/parts beside the library or program that contains this code, or what the
/// environment variable METODICA_PARTS says. The library stays until the process ends. Errors: a
/// Problem METODICA_UNREACHABLE with `message` as id and {reason} from the system.
Result<void*> part_function(const std::string& name, const std::string& message);

}  // namespace metodica
