/// Private libraries of the plugin, opened at first use, so that a host that never prints never
/// pays for Pango (rule K7). They stay until the process ends.
#pragma once

#include <memory>

#include "documents/documents.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// Opens lib/metodica/parts/documents.so beside this library (or in METODICA_PARTS). Errors:
/// METODICA_UNREACHABLE "loader.no_part" {file}{text}.
Result<std::unique_ptr<Documents>> open_documents();

}  // namespace metodica
