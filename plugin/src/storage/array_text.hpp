/// PostgreSQL's text form of arrays: many rows travel as one value per column.
#pragma once

#include "storage/value.hpp"

namespace metodica {

/// The rows [first, last) of a column as "{12,13}" or {"with \"quotes\"","b"}.
std::string array_text(const Batch::Column& column, std::size_t first, std::size_t last);

}  // namespace metodica
