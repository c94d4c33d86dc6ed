/// pg_dump and psql, for the node's data on PostgreSQL.
#pragma once

#include <string>

#include "storage/database.hpp"

namespace metodica::desk {

/// Writes the schema of the node as SQL. The password goes through the environment, never through
/// the arguments, which every user of the machine can see. Errors: METODICA_UNREACHABLE "desk.tool"
/// {tool}.
Result<void> dump_postgresql(const DatabasePlace& place, const std::string& file);

/// Runs such a file in one transaction. Errors as above.
Result<void> load_postgresql(const DatabasePlace& place, const std::string& file);

}  // namespace metodica::desk
