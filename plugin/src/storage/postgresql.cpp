// PostgreSQL: the county hub and libraries that prefer it. Poco's connector is loaded at first use.

#include <algorithm>
#include <unordered_map>

#include "storage/array_text.hpp"
#include "storage/connection.hpp"
#include "storage/errors.hpp"
#include "storage/part_library.hpp"

namespace metodica {
namespace {

// What a person may see of a connection: never the password.
std::string without_password(const std::string& connection) {
  std::string shown;
  std::size_t at = 0;
  while (at < connection.size()) {
    const std::size_t end = std::min(connection.find(' ', at), connection.size());
    const std::string word = connection.substr(at, end - at);
    if (word.rfind("password", 0) != 0 && !word.empty()) {
      shown += (shown.empty() ? "" : " ") + word;
    }
    at = end + 1;
  }
  return shown;
}

std::string quoted_name(const std::string& name) {
  std::string text = "\"";
  for (const char c : name) {
    text += c == '"' ? "\"\"" : std::string(1, c);
  }
  return text + "\"";
}

// The libraries of a caller as one setting of the transaction, separated as the policies expect.
std::string joined(const std::vector<std::string>& libraries) {
  std::string text;
  for (const std::string& library : libraries) {
    text += (text.empty() ? "" : "\x1f") + library;
  }
  return text;
}

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(const DatabasePlace& place)
      : connection_(place.connection),
        place_(without_password(place.connection)),
        schema_(place.schema.empty() ? "public" : place.schema) {
    const Result<void*> part = part_function("postgresql", "storage.no_postgresql");
    if (!part) {
      throw EngineError(part.error(), "the connector for PostgreSQL cannot be loaded");
    }
    reinterpret_cast<void (*)()> (*part)();  // registering it again is harmless
    ensure_open();
  }

  Engine engine() const override { return Engine::postgresql; }
  Session& session() override { return *session_; }

  // A lost connection is replaced, never repaired: Poco's own reconnect leaves a session unusable.
  void ensure_open() override {
    if (session_ && session_->connected()) {
      return;
    }
    cursors_.clear();
    session_.reset();
    auto session = std::make_unique<Session>("postgresql", connection_, place_);
    const Bind path(quoted_name(schema_));
    make_schema(*session);
    session->ask(
        "SELECT set_config('search_path', $1, false), set_config('client_encoding', 'UTF8', false),"
        " set_config('client_min_messages', 'warning', false), set_config('lock_timeout', '5s', "
        "false),"
        " set_config('cursor_tuple_fraction', '1.0', false),"
        " set_config('default_transaction_isolation', 'read committed', false)",
        {&path});
    session_ = std::move(session);
  }

  void begin_writing(const Tenancy& tenancy) override {
    session_->begin();
    ++transaction_;
    restrict_to(tenancy);
  }

  void begin_reading(const Tenancy& tenancy) override {
    session_->begin();
    ++transaction_;
    session_->execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    restrict_to(tenancy);
  }

  void commit() override { session_->commit(); }

  void rollback() noexcept override {
    if (!session_) {
      return;
    }
    try {
      session_->rollback();
    } catch (const StorageError&) {
      // Opened anew at the next transaction.
      session_.reset();
    }
  }

  void fetch(const Command& query, const std::vector<ColumnKind>& kinds,
             const RowSink& sink) override {
    if (query.writes) {
      session_->fetch(query.sql, query.arguments, kinds, sink);
      return;
    }
    // libpq keeps a whole answer in memory: a cursor gives it in pieces.
    constexpr int piece = 1000;
    const Cursor& cursor = declare(query);
    bool stopped = false;
    int rows = piece;
    while (rows == piece && !stopped) {
      rows = 0;
      session_->fetch(cursor.fetch, {}, kinds, [&](const Row& row) {
        ++rows;
        stopped = !sink(row);
        return !stopped;
      });
    }
  }

  void insert(const Batch& batch, const Bind* library) override {
    const std::string sql = insert_text(batch, library != nullptr);
    constexpr std::size_t piece = 5000;
    for (std::size_t first = 0; first < batch.rows(); first += piece) {
      const std::size_t last = std::min(first + piece, batch.rows());
      Binds arrays;
      arrays.reserve(batch.columns().size());
      Arguments arguments = library ? Arguments{library} : Arguments{};
      for (const Batch::Column& column : batch.columns()) {
        arguments.push_back(&arrays.emplace_back(array_text(column, first, last)));
      }
      session_->execute(sql, arguments);
    }
  }

  bool has_table(const std::string& name) override {
    const Bind bound(name);
    return session_->ask(
               "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = "
               "$1",
               {&bound}) == "1";
  }

  void lock_migrations() override {
    session_->once("SET LOCAL lock_timeout = '60s'");
    session_->ask("SELECT pg_advisory_xact_lock(hashtext('metodica ' || current_schema()))");
    // A migration corrects the rows of every library.
    session_->ask("SELECT set_config('metodica.every_library', 'yes', true)");
  }

  // The administrator of the server makes the copies there.
  void copy_before_migration(const std::string&) override {}

  std::vector<std::string> append_only(const std::string& table) const override {
    return {"CREATE TRIGGER " + table + "_no_change BEFORE UPDATE OR DELETE ON " + table +
                " FOR EACH ROW EXECUTE FUNCTION metodica_append_only()",
            "CREATE TRIGGER " + table + "_no_truncate BEFORE TRUNCATE ON " + table +
                " FOR EACH STATEMENT EXECUTE FUNCTION metodica_append_only()"};
  }

  // The second check of tenancy, for the owner of the tables too.
  std::vector<std::string> tenant(const std::string& table) const override {
    const std::string every = "current_setting('metodica.every_library', true) = 'yes'";
    return {"ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY",
            "CREATE POLICY metodica_tenancy ON " + table + " USING (" + every +
                " OR library = ANY (string_to_array(current_setting('metodica.readable', true), "
                "chr(31))))"
                " WITH CHECK (" +
                every + " OR library = current_setting('metodica.own', true))"};
  }

  // One statement of the table is one row of work here, however many rows it changed.
  std::vector<std::string> capture(const std::string& table, bool kept) override {
    std::vector<std::string> statements;
    const auto add = [&](const std::string& event, const std::string& rows) {
      const std::string name = table + "_to_hub_" + event;
      statements.push_back("DROP TRIGGER IF EXISTS " + name + " ON " + table);
      if (!kept || event == "insert") {
        statements.push_back("CREATE TRIGGER " + name + " AFTER " + event + " ON " + table +
                             " REFERENCING " + rows +
                             " FOR EACH STATEMENT EXECUTE FUNCTION metodica_capture()");
      }
    };
    add("insert", "NEW TABLE AS new_rows");
    add("update", "NEW TABLE AS new_rows");
    add("delete", "OLD TABLE AS old_rows");
    return statements;
  }

  void act_for(const Tenancy& tenancy) override { restrict_to(tenancy); }

  Result<void> copy_to(const std::string&) override {
    return Unexpected({METODICA_UNSUPPORTED, "storage.copy_unsupported"});
  }

  // The server checks keys by itself; what it can have left behind is an unfinished index or key.
  std::vector<std::string> integrity() override {
    std::vector<std::string> problems;
    const std::string sql =
        "SELECT 'index not valid: ' || indexrelid::regclass::text FROM pg_index WHERE NOT "
        "indisvalid"
        " UNION ALL SELECT 'constraint not validated: ' || conname FROM pg_constraint WHERE NOT "
        "convalidated";
    ensure_open();
    session_->fetch(sql, {}, {ColumnKind::text}, [&](const Row& row) {
      problems.push_back(row.text(0));
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
  struct Cursor {
    std::string declare;
    std::string fetch;
    std::string close;
    std::uint64_t opened_in = 0;  // the transaction; cursors end with it
  };

  void make_schema(Session& session) const {
    const Bind name(schema_);
    const auto exists = [&] {
      return session.ask("SELECT COUNT(*) FROM pg_namespace WHERE nspname = $1", {&name}) == "1";
    };
    if (exists()) {
      return;
    }
    try {
      session.once("CREATE SCHEMA " + quoted_name(schema_));
    } catch (const StorageError&) {
      // Another process that starts at the same time may have made it.
      if (!exists()) {
        throw;
      }
    }
  }

  void restrict_to(const Tenancy& tenancy) {
    const Bind own(tenancy.own);
    const Bind readable(joined(tenancy.readable));
    session_->execute(
        "SELECT set_config('metodica.own', $1, true), set_config('metodica.readable', $2, true)",
        {&own, &readable});
  }

  const Cursor& declare(const Command& query) {
    const auto [found, fresh] = cursors_.try_emplace(query.sql);
    Cursor& cursor = found->second;
    if (fresh) {
      const std::string name = "metodica_" + std::to_string(cursors_.size());
      cursor.declare = "DECLARE " + name + " NO SCROLL CURSOR FOR " + query.sql;
      cursor.fetch = "FETCH 1000 FROM " + name;
      cursor.close = "CLOSE " + name;
    }
    if (cursor.opened_in == transaction_) {
      session_->execute(cursor.close);
    }
    session_->execute(cursor.declare, query.arguments);
    cursor.opened_in = transaction_;
    return cursor;
  }

  static std::string insert_text(const Batch& batch, bool with_library) {
    std::string names = with_library ? "library" : "";
    std::string chosen = with_library ? "$1" : "";
    std::string arrays;
    std::string aliases;
    std::size_t number = with_library ? 1 : 0;
    for (const Batch::Column& column : batch.columns()) {
      const char* const comma = arrays.empty() ? "" : ", ";
      names += (names.empty() ? "" : ", ") + column.name;
      chosen += (chosen.empty() ? "row_." : ", row_.") + column.name;
      arrays += comma + ("$" + std::to_string(++number)) +
                (column.kind == ColumnKind::integer ? "::bigint[]" : "::text[]");
      aliases += comma + column.name;
    }
    return "INSERT INTO " + batch.table() + " (" + names + ") SELECT " + chosen + " FROM unnest(" +
           arrays + ") AS row_(" + aliases + ")";
  }

  std::string connection_;
  std::string place_;
  std::string schema_;
  std::unique_ptr<Session> session_;
  std::unordered_map<std::string, Cursor> cursors_;
  std::uint64_t transaction_ = 0;
};

}  // namespace

std::unique_ptr<Connection> open_postgresql(const DatabasePlace& place) {
  return std::make_unique<PostgresConnection>(place);
}

}  // namespace metodica
