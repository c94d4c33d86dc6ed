/// The catalogue file: opened with its tables brought up to date, and the ids that leave it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "metodica/result.hpp"
#include "storage/database.hpp"

namespace metodica::standalone {

/// Opens the SQLite file at `path` (absolute; made when it does not exist). Errors: those of
/// Database::open and Database::migrate.
[[nodiscard]] Result<std::unique_ptr<Database>> open_catalogue(const std::string& path);

/// For whom the tables of the storage itself (counters) are kept: the catalogue has one owner.
[[nodiscard]] Tenancy catalogue_tenancy();

/// Ids as they leave the catalogue: ten digits, so that their order as bytes is their order.
[[nodiscard]] std::string id_text(std::int64_t id);
/// 0 for what is no id of ours; "" too.
[[nodiscard]] std::int64_t id_number(std::string_view text);

[[nodiscard]] std::string now_utc();  ///< "2026-01-15T08:30:00Z"

}  // namespace metodica::standalone
