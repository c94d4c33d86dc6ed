/// Sql: one connection to the host's database, for both of its engines. Values go in and out as
/// text, which is how BiblioteQ itself keeps nearly everything.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"

namespace metodica::biblioteq {

using Row = std::vector<std::string>;  ///< NULL is ""
using Rows = std::vector<Row>;
using Params = std::vector<std::string>;

class Sql {
 public:
  virtual ~Sql() = default;

  /// Runs one statement with $1, $2 ... in rising order. All rows are read before it returns: an
  /// open cursor would block the host's commit. Errors: METODICA_BUSY "biblioteq.locked",
  /// METODICA_UNREACHABLE "biblioteq.database" {text}. [call]
  virtual Result<Rows> run(std::string_view sql, const Params& params = {}) = 0;
  [[nodiscard]] virtual bool is_postgresql() const = 0;
  /// True when the file was moved, replaced or removed behind this connection, or the server
  /// closed it: what is written here would be lost. [call]
  [[nodiscard]] virtual bool is_stale() = 0;
  /// In a forked child: forgets the handle without closing what the parent uses.
  virtual void abandon() = 0;
};

/// An SQLite branch. No pragma is set: foreign keys must stay off and the journal as it is.
Result<std::unique_ptr<Sql>> open_sqlite(const std::string& path, bool create);
/// A PostgreSQL branch. `connection`: libpq's text.
Result<std::unique_ptr<Sql>> open_postgresql(const std::string& connection);

/// How long one lock of the host is waited for: it waits five seconds itself, and then loses what
/// its user typed.
inline constexpr int longest_wait_ms = 2000;

/// All or nothing: begins to write at once (BEGIN IMMEDIATE in SQLite), commits when `work`
/// succeeds. `work` may run again after a deadlock or a short lock, but is not begun again when
/// `longest_wait_ms` have passed.
Result<void> in_transaction(Sql& sql, const std::function<Result<void>()>& work);

}  // namespace metodica::biblioteq
