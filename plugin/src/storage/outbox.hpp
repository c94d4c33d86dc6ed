/// The outbox of a library: what its node still has to send to the county hub, one row a change, in
/// the order of the changes. Rows are written by the engine (see database.hpp, "replicated").
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/unit_of_work.hpp"

namespace metodica {

/// A table whose rows reach the hub, as this database has it.
struct ReplicatedTable {
  struct Column {
    std::string name;
    ColumnKind kind = ColumnKind::text;
  };
  std::string name;
  bool kept = false;  ///< append-only
  std::vector<Column> columns;
  std::vector<std::string> key;  ///< columns of the primary key, library first

  [[nodiscard]] const Column* find(std::string_view column) const;
};

/// The names in the order of a first upload.
std::vector<std::string> replicated_names(UnitOfWork& work);
/// The shape of one table; no columns when the name is not that of a replicated table.
ReplicatedTable replicated_table(UnitOfWork& work, const std::string& name);

/// Gives rows of the caller's library as JSON objects, in the order of the key, `limit` from
/// `offset` on.
void each_replicated_row(UnitOfWork& work, const ReplicatedTable& table, std::int64_t offset,
                         std::int64_t limit,
                         const std::function<void(const std::string& json)>& sink);

/// Begins the outbox of the caller's library anew: drops what waits, writes a row "reset", then one
/// insertion for every row that the replicated tables hold, in the order of their keys. Returns the
/// sequence before the first row. The engine does the work: memory stays flat.
std::int64_t fill_outbox(UnitOfWork& work);

/// Runs `remove`, which may delete rows of this append-only table. For one purpose: rows that a
/// library wrote after an old backup was restored, which stand elsewhere by now; the library is
/// locked (register_lock "restored"), and PostgreSQL checks that. An exception rolls everything
/// back.
void with_rows_removable(UnitOfWork& work, const std::string& table,
                         const std::function<void()>& remove);

}  // namespace metodica
