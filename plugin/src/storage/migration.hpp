/// Migration: one file of a module's tables, read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storage/unit_of_work.hpp"
#include "text/embedded.hpp"

namespace metodica {

struct Migration {
  std::int64_t number = 0;               ///< 3 of "0003_reversal_reason.sql"
  std::string name;                      ///< "0003_reversal_reason.sql"
  std::vector<std::string> tenant;       ///< tables declared with "-- tenant: table"
  std::vector<std::string> append_only;  ///< tables declared with "-- append-only: table"
  std::vector<std::string> replicated;   ///< tables declared with "-- replicated: table"
  std::string_view content;              ///< the whole file, borrowed
};

/// Reads name and declarations. Throws std::logic_error for a name without a number.
Migration read_migration(const EmbeddedFile& file);

/// The statements for one engine, in order, without comments at their head.
std::vector<std::string> statements_of(const Migration& migration, Engine engine);

}  // namespace metodica
