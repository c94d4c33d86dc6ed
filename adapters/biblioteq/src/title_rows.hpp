/// Titles as rows of BiblioteQ, and as titles of schema/title.json. Only books: an issue of a
/// journal or a magazine is a row of another table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "json/json.hpp"
#include "sql.hpp"

namespace metodica::biblioteq {

/// SELECT of the columns that `title_json` reads, up to the table.
[[nodiscard]] const std::string& title_columns();
[[nodiscard]] Json title_json(const Row& row);

/// Nothing when there is none. Errors: those of Sql. [call]
Result<std::optional<Json>> title_by_id(Sql& sql, std::int64_t myoid);

/// "978-973-46-0219-3" as "9789734602193".
[[nodiscard]] std::string without_hyphens(std::string isbn);

/// The number of the next row of a SQLite branch: one counter for all of its tables. [call]
Result<std::string> next_myoid(Sql& sql);

}  // namespace metodica::biblioteq
