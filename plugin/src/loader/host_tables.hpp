/// The C tables of an adapter as the C++ interfaces of host.hpp. Everything that comes back is
/// checked: status, size, UTF-8, JSON, number of lines; a broken contract is a problem that names
/// the adapter and the operation, never a crash.
#pragma once

#include <string>

#include "loader/host.hpp"
#include "metodica/adapter.h"

namespace metodica {

/// Asks for every extension once and wraps those that are offered. `adapter` must outlive the
/// host; `name` is the adapter's name in problems.
/// Errors: METODICA_UNSUPPORTED "loader.no_info" when the required extension is missing;
/// METODICA_DEFECT "loader.short_table" when a table is shorter than version 1.0 of it.
Result<Host> bind_host(const metodica_adapter& adapter, const std::string& name);

}  // namespace metodica
