// SQLite: a file of our own, one writer at a time, write-ahead log with full synchronisation.

#include <Poco/Data/SQLite/Connector.h>
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "storage/connection.hpp"
#include "storage/errors.hpp"

namespace metodica {
namespace {

constexpr std::string_view memory = ":memory:";

// SQLite opens what it may only read without a word, and fails at the first write.
void require_writable(const std::string& path) {
  const std::filesystem::path file(path);
  const auto writable = [](const std::filesystem::path& what) {
    return ::faccessat(AT_FDCWD, what.c_str(), W_OK, AT_EACCESS) == 0;
  };
  std::error_code ignored;
  if (!std::filesystem::is_directory(file.parent_path(), ignored)) {
    throw EngineError({METODICA_UNREACHABLE,
                       "storage.unreachable",
                       {{"place", path}, {"reason", file.parent_path().string()}}},
                      "no such folder: " + file.parent_path().string());
  }
  // The log stands beside the file: the folder must be writable too.
  if (!writable(file.parent_path()) ||
      (std::filesystem::exists(file, ignored) && !writable(file))) {
    throw EngineError({METODICA_INVALID, "storage.read_only", {{"place", path}}},
                      "read-only: " + path);
  }
}

class SqliteConnection final : public Connection {
 public:
  explicit SqliteConnection(const std::string& path) : path_(path) {
    Poco::Data::SQLite::Connector::registerConnector();
    if (path_ != memory) {
      require_writable(path_);
    }
    ensure_open();
  }

  Engine engine() const override { return Engine::sqlite; }
  Session& session() override { return *session_; }

  void ensure_open() override {
    if (session_) {
      return;
    }
    auto session = std::make_unique<Session>("sqlite", path_, path_);
    session->once("PRAGMA busy_timeout = 5000");
    session->once("PRAGMA journal_mode = WAL");
    session->once("PRAGMA synchronous = FULL");
    session->once("PRAGMA foreign_keys = ON");
    // Without this INSERT OR REPLACE would remove rows of an append-only table unseen.
    session->once("PRAGMA recursive_triggers = ON");
    session_ = std::move(session);
  }

  // A deferred transaction that begins to write under contention is refused at once, whatever the
  // timeout; an immediate one waits its turn.
  void begin_writing(const Tenancy&) override { session_->execute("BEGIN IMMEDIATE"); }
  void begin_reading(const Tenancy&) override { session_->execute("BEGIN"); }
  void commit() override { session_->execute("COMMIT"); }

  void rollback() noexcept override {
    try {
      session_->execute("ROLLBACK");
    } catch (const StorageError&) {
      // SQLite rolls back by itself after some errors and then knows of no transaction.
      return;
    }
  }

  void fetch(const Command& query, const std::vector<ColumnKind>& kinds,
             const RowSink& sink) override {
    session_->fetch(query.sql, query.arguments, kinds, sink);
  }

  void insert(const Batch& batch, const Bind* library) override {
    std::string names = library ? "library" : "";
    std::string values = library ? "$1" : "";
    std::size_t number = library ? 1 : 0;
    for (const Batch::Column& column : batch.columns()) {
      names += (names.empty() ? "" : ", ") + column.name;
      values += (values.empty() ? "$" : ", $") + std::to_string(++number);
    }
    const Arguments leading = library ? Arguments{library} : Arguments{};
    session_->execute_rows(
        "INSERT INTO " + batch.table() + " (" + names + ") VALUES (" + values + ")", leading,
        batch);
  }

  bool has_table(const std::string& name) override {
    const Bind bound(name);
    return session_->ask("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $1",
                         {&bound}) == "1";
  }

  // The immediate transaction is the lock.
  void lock_migrations() override {}

  void copy_before_migration(const std::string& stamp) override {
    if (path_ == memory) {
      return;
    }
    std::string target = path_ + ".before-" + stamp;
    for (int again = 2; std::filesystem::exists(target); ++again) {
      target = path_ + ".before-" + stamp + "-" + std::to_string(again);
    }
    vacuum_into(*session_, target);
  }

  std::vector<std::string> append_only(const std::string& table) const override {
    const auto trigger = [&](const std::string& name, const std::string& event) {
      return "CREATE TRIGGER " + table + "_no_" + name + " BEFORE " + event + " ON " + table +
             " BEGIN SELECT RAISE(ABORT, 'append-only table " + table +
             ": rows are never changed or removed'); END";
    };
    return {trigger("update", "UPDATE"), trigger("delete", "DELETE")};
  }

  std::vector<std::string> tenant(const std::string&) const override { return {}; }

  std::vector<std::string> capture(const std::string& table, bool kept) override {
    const Bind bound(table);
    std::string fields[2];
    constexpr const char* aliases[] = {"NEW.", "OLD."};
    session_->fetch("SELECT name FROM pragma_table_info($1) ORDER BY cid", {&bound},
                    {ColumnKind::text}, [&](const Row& row) {
                      for (std::size_t i = 0; i < 2; ++i) {
                        fields[i] += (fields[i].empty() ? "'" : ", '") + row.text(0) + "', " +
                                     aliases[i] + row.text(0);
                      }
                      return true;
                    });
    std::vector<std::string> statements;
    for (const std::string_view event : {"insert", "update", "delete"}) {
      const std::string name = table + "_to_hub_" + std::string(event);
      statements.push_back("DROP TRIGGER IF EXISTS " + name);
      if (kept && event != "insert") {
        continue;
      }
      const std::size_t side = event == "delete" ? 1 : 0;
      const std::string library = std::string(aliases[side]) + "library";
      statements.push_back(
          "CREATE TRIGGER " + name + " AFTER " + std::string(event) + " ON " + table +
          " WHEN EXISTS (SELECT 1 FROM sync_node WHERE library = " + library +
          " AND capture = 1) BEGIN INSERT INTO outbox (library, sequence, subject, key, body, "
          "at_utc, sent) SELECT library, next, '" +
          table + "', library || '/' || next, json_object('op', '" + std::string(event) +
          "', 'row', json_object(" + fields[side] +
          ")), '', 0 FROM counter WHERE library = " + library +
          " AND name = 'outbox'; UPDATE counter SET next = next + 1 WHERE library = " + library +
          " AND name = 'outbox'; END");
    }
    return statements;
  }

  void act_for(const Tenancy&) override {}

  Result<void> copy_to(const std::string& path) override {
    std::error_code failed;
    if (std::filesystem::exists(path, failed)) {
      return invalid("storage.copy_exists", {{"place", path}});
    }
    vacuum_into(*session_, path);
    Session copy("sqlite", path, path);
    const std::string answer = copy.ask("PRAGMA integrity_check");
    if (answer != "ok") {
      return Unexpected({METODICA_DAMAGED, "storage.damaged", {{"place", path}}});
    }
    return {};
  }

  std::vector<std::string> integrity() override {
    std::vector<std::string> problems;
    session_->fetch("PRAGMA integrity_check", {}, {ColumnKind::text}, [&](const Row& row) {
      if (row.text(0) != "ok") {
        problems.push_back(row.text(0));
      }
      return true;
    });
    session_->fetch("PRAGMA foreign_key_check", {},
                    {ColumnKind::text, ColumnKind::integer, ColumnKind::text}, [&](const Row& row) {
                      problems.push_back("row " + std::to_string(row.integer(1)) + " of " +
                                         row.text(0) + " refers to a missing row of " +
                                         row.text(2));
                      return true;
                    });
    return problems;
  }

  void leak() override {
    if (session_) {
      session_->leak();
    }
  }

 private:
  static void vacuum_into(Session& session, const std::string& target) {
    const Bind bound(target);
    session.execute("VACUUM INTO $1", {&bound});
  }

  std::string path_;
  std::unique_ptr<Session> session_;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path) {
  return std::make_unique<SqliteConnection>(path);
}

}  // namespace metodica
