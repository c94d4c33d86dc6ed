/// Writes rows that came as JSON into a replicated table, many with one statement.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "storage/outbox.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::hub {

/// What is wrong with a row: nothing, it is from a newer program, or it is no row of this table.
enum class RowFault { none = 1, newer, broken };

/// Of the acting library: another one's rows are broken rows.
RowFault fault_of(const ReplicatedTable& table, const Json& row, const std::string& library);

/// The values of the primary key, as one text.
std::string key_of(const ReplicatedTable& table, const Json& row);

/// Collects changes of one table and writes them in order, in few statements.
class RowWriter {
 public:
  explicit RowWriter(ReplicatedTable table) : table_(std::move(table)) {}

  [[nodiscard]] const ReplicatedTable& table() const { return table_; }
  /// Adds the row or replaces the one with its key; in an append-only table the first one stays.
  void put(UnitOfWork& work, const Json& row);
  void remove(UnitOfWork& work, const Json& row);
  /// Writes what was collected.
  void flush(UnitOfWork& work);
  /// Removes all rows of the acting library; nothing in an append-only table.
  void clear(UnitOfWork& work);

 private:
  [[nodiscard]] std::string insert_text(Engine engine) const;

  ReplicatedTable table_;
  std::vector<const Json*> rows_;
  std::map<std::string, std::size_t> places_;  // of rows_, by key
};

/// The value of a column of the row of the acting library with this primary key; "" without one.
std::string stored_text(UnitOfWork& work, const ReplicatedTable& table, const Json& row,
                        const std::string& column);

}  // namespace metodica::hub
