/// Session: one connection through Poco::Data, with its prepared statements. Knows no tenancy and
/// no dialect. The only place, with errors.cpp, that sees Poco's types.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "storage/value.hpp"

namespace metodica {

/// The values of one execution, borrowed from their owners.
using Arguments = std::vector<const Bind*>;
using RowSink = std::function<bool(const Row&)>;

/// Every function throws EngineError; one thread at a time.
class Session {
 public:
  /// Opens `connector` ("sqlite" or "postgresql") at once. `place` is the name for error messages.
  Session(const std::string& connector, const std::string& connection, std::string place);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Runs a statement and keeps it prepared. Returns the number of rows changed.
  std::int64_t execute(std::string_view sql, const Arguments& arguments = {});
  /// Runs a statement that stays prepared and gives every row to `sink` until it returns false.
  void fetch(std::string_view sql, const Arguments& arguments, const std::vector<ColumnKind>& kinds,
             const RowSink& sink);
  /// Runs a statement once for each row of the batch; `leading` is bound before the columns of a
  /// row.
  void execute_rows(std::string_view sql, const Arguments& leading, const Batch& batch);
  /// Runs a statement that is not worth keeping: changes of the schema, settings.
  void once(std::string_view sql);
  /// The first column of the first row as text, "" without a row; not kept.
  std::string ask(std::string_view sql, const Arguments& arguments = {});

  /// Poco's own transaction: PostgreSQL only, where it also delays the release of statements.
  void begin();
  void commit();
  void rollback();

  [[nodiscard]] bool connected() const;
  /// Drops the prepared statements: after an error and after a change of the schema.
  void forget();
  /// Forgets the handles without closing them (rule K4).
  void leak();

 private:
  struct State;
  template <class Function>
  auto guarded(Function function) -> decltype(function());

  std::string place_;
  std::unique_ptr<State> state_;
};

}  // namespace metodica
