/// Database: the one session of a process, SQLite or PostgreSQL, through Poco::Data.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "storage/unit_of_work.hpp"
#include "text/embedded.hpp"

namespace metodica {

/// Where the data lives.
struct DatabasePlace {
  Engine engine = Engine::sqlite;
  /// SQLite: absolute path of the file, on a local disk; ":memory:" in tests.
  std::string path;
  /// PostgreSQL: the words of libpq with one space between them, "host=hub user=library
  /// dbname=metodica"; user and dbname are needed. A password with a space belongs in the password
  /// file of libpq.
  std::string connection;
  /// PostgreSQL: the schema to use, made when it is missing; "" is public.
  std::string schema;
};

/// The tables of one module. Files are "0001_name.sql" ..., single statements separated
/// by a line "-- next". Lines that begin in the first column and mean something:
///   "-- only: sqlite" or "-- only: postgresql"  first line of a statement: for that engine only;
///   "-- tenant: table"       the primary key of the table begins with library (see UnitOfWork);
///   "-- append-only: table"  the engine itself refuses every UPDATE and DELETE of its rows;
///   "-- replicated: table"   a tenant table whose rows reach the county hub: the engine itself
///                            writes each change into the outbox while sync_node says so. Never a
///                            table with secrets or with readers. A primary key never changes.
struct Migrations {
  std::string module;
  std::span<const EmbeddedFile> files;
};

class Database {
 public:
  virtual ~Database() = default;

  /// Opens the session. Errors: METODICA_UNREACHABLE "storage.unreachable" {place}{reason};
  /// METODICA_INVALID "storage.read_only" {place}; METODICA_DAMAGED "storage.not_a_database"
  /// {place}; METODICA_UNREACHABLE "storage.no_postgresql" {reason}: the private library is not
  /// installed.
  static Result<std::unique_ptr<Database>> open(const DatabasePlace& place);

  /// Brings the tables up to date, under a lock, each file in one transaction; before the first one
  /// on existing data an SQLite file is copied with VACUUM INTO beside it. Errors:
  /// METODICA_CONFLICT "storage.newer" {found}{known}; METODICA_DAMAGED "storage.migration_changed"
  /// {file}.
  virtual Result<void> migrate(const std::vector<Migrations>& modules,
                               std::string_view now_utc) = 0;

  /// Runs `work` in a write transaction and commits when it succeeds; rolls back on a problem or an
  /// exception. Repeats it from the start, a few times, when the engine was busy: `work` must not
  /// keep state between runs. Checks the schema number (an old process beside a newer one writes
  /// nothing: METODICA_CONFLICT "storage.restart"). Errors: the problem of `work`; METODICA_BUSY
  /// "problem.busy"; METODICA_UNREACHABLE "storage.disk_full" / "storage.lost"; METODICA_DAMAGED
  /// "storage.damaged".
  virtual Result<void> write(const Tenancy& tenancy,
                             const std::function<Result<void>(UnitOfWork&)>& work) = 0;

  /// The same for reading: one consistent state, nothing may be written.
  virtual Result<void> read(const Tenancy& tenancy,
                            const std::function<Result<void>(UnitOfWork&)>& work) = 0;

  [[nodiscard]] virtual Engine engine() const = 0;

  /// Forgets the handles without closing them: for a process that inherited them by fork (rule K4).
  virtual void abandon() = 0;

  /// Writes a verified copy to `path` (SQLite: VACUUM INTO and an integrity check). [backup]
  virtual Result<void> copy_to(const std::string& path) = 0;

  /// The engine's own integrity check and the foreign keys; problems as sentences of the engine.
  virtual std::vector<std::string> integrity() = 0;
};

}  // namespace metodica
