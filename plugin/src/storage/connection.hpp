/// Connection: what differs between the engines behind one Session: how to begin, to lock, to
/// insert many rows and to read long answers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "storage/database.hpp"
#include "storage/session.hpp"

namespace metodica {

/// A statement ready for the engine.
struct Command {
  const std::string& sql;
  const Arguments& arguments;
  bool writes;
};

/// Every function throws EngineError.
class Connection {
 public:
  virtual ~Connection() = default;

  [[nodiscard]] virtual Engine engine() const = 0;
  /// Opens what is not open: after a lost connection a new one.
  virtual void ensure_open() = 0;
  [[nodiscard]] virtual Session& session() = 0;

  virtual void begin_writing(const Tenancy& tenancy) = 0;
  virtual void begin_reading(const Tenancy& tenancy) = 0;
  virtual void commit() = 0;
  /// Never throws: a transaction that cannot be rolled back went away with its connection.
  virtual void rollback() noexcept = 0;

  /// Gives the rows of a query to `sink`, in pieces.
  virtual void fetch(const Command& query, const std::vector<ColumnKind>& kinds,
                     const RowSink& sink) = 0;
  /// Inserts the batch, with `library` as first column unless it is nullptr.
  virtual void insert(const Batch& batch, const Bind* library) = 0;

  [[nodiscard]] virtual bool has_table(const std::string& name) = 0;
  /// Inside a writing transaction: makes sure that nobody else migrates.
  virtual void lock_migrations() = 0;
  /// Keeps the state before a migration in a file beside the database; does nothing where that is
  /// not ours to do (PostgreSQL, memory). `stamp` is digits for the name.
  virtual void copy_before_migration(const std::string& stamp) = 0;
  /// Statements that make a table refuse every change of its rows.
  [[nodiscard]] virtual std::vector<std::string> append_only(const std::string& table) const = 0;

  /// Statements that make the engine itself check whose rows are read and written; empty where it
  /// cannot.
  [[nodiscard]] virtual std::vector<std::string> tenant(const std::string& table) const = 0;

  /// Statements that make a table write its changes into the outbox, over those made before; an
  /// append-only one (`kept`) has insertions only. Asks the engine for the columns.
  [[nodiscard]] virtual std::vector<std::string> capture(const std::string& table, bool kept) = 0;
  /// Whose rows the open transaction writes from here on.
  virtual void act_for(const Tenancy& tenancy) = 0;

  virtual Result<void> copy_to(const std::string& path) = 0;
  virtual std::vector<std::string> integrity() = 0;
  /// Forgets the handles without closing them.
  virtual void leak() = 0;
};

/// Both open at once. Errors are thrown as EngineError.
std::unique_ptr<Connection> open_sqlite(const std::string& path);
std::unique_ptr<Connection> open_postgresql(const DatabasePlace& place);

}  // namespace metodica
