#include "storage/migrator.hpp"

#include <algorithm>

#include "storage/sha256.hpp"

namespace metodica {
namespace embedded {
extern const std::span<const EmbeddedFile> storage_migrations;
}  // namespace embedded

namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c == 'T') {
      digits += '-';
    }
  }
  return digits;
}

}  // namespace

Migrator::Migrator(Connection& connection, const std::vector<Migrations>& modules)
    : connection_(connection) {
  add("storage", embedded::storage_migrations);
  for (const Migrations& module : modules) {
    add(module.module, module.files);
  }
}

void Migrator::add(const std::string& module, std::span<const EmbeddedFile> files) {
  const auto first = static_cast<std::ptrdiff_t>(files_.size());
  Sha256 hash;
  for (const EmbeddedFile& file : files) {
    hash.add(file.content);
    files_.push_back(File{module, read_migration(file), hash.hex()});
  }
  std::sort(files_.begin() + first, files_.end(),
            [](const File& a, const File& b) { return a.migration.number < b.migration.number; });
}

TableNames Migrator::tenant_tables() const {
  TableNames names;
  for (const File& file : files_) {
    names.insert(file.migration.tenant.begin(), file.migration.tenant.end());
  }
  return names;
}

Migrator::Steps Migrator::steps_done() {
  Steps done;
  if (connection_.has_table("schema_step")) {
    const std::string sql = "SELECT module, number, checksum FROM schema_step";
    const std::vector<ColumnKind> kinds = {ColumnKind::text, ColumnKind::integer, ColumnKind::text};
    connection_.session().fetch(sql, {}, kinds, [&](const Row& row) {
      done.emplace(std::pair(row.text(0), row.integer(1)), row.text(2));
      return true;
    });
  }
  return done;
}

Result<void> Migrator::compare(const Steps& done) const {
  std::map<std::string, std::int64_t> newest;
  for (const File& file : files_) {
    newest[file.module] = file.migration.number;
    const auto step = done.find({file.module, file.migration.number});
    if (step != done.end() && step->second != file.checksum) {
      return Unexpected({METODICA_DAMAGED,
                         "storage.migration_changed",
                         {{"file", file.module + "/" + file.migration.name}}});
    }
  }
  for (const auto& [step, checksum] : done) {
    const auto known = newest.find(step.first);
    const std::int64_t number = known == newest.end() ? 0 : known->second;
    if (step.second > number) {
      return Unexpected({METODICA_CONFLICT,
                         "storage.newer",
                         {{"found", step.first + " " + std::to_string(step.second)},
                          {"known", step.first + " " + std::to_string(number)}}});
    }
  }
  return {};
}

Result<void> Migrator::run(std::string_view now_utc) {
  const Steps done = steps_done();
  METODICA_CHECK(compare(done));
  bool copied = done.empty();
  for (const File& file : files_) {
    if (done.count({file.module, file.migration.number}) != 0) {
      continue;
    }
    if (!copied) {
      connection_.copy_before_migration(digits_of(now_utc));
      copied = true;
    }
    apply(file, now_utc);
  }
  return {};
}

void Migrator::run_all(const std::vector<std::string>& statements) {
  for (const std::string& statement : statements) {
    connection_.session().once(statement);
  }
}

bool Migrator::is_kept(const std::string& table) const {
  return std::any_of(files_.begin(), files_.end(), [&](const File& file) {
    const auto& names = file.migration.append_only;
    return std::find(names.begin(), names.end(), table) != names.end();
  });
}

// A trigger knows the columns of its table: made again when a file names a table that has one.
void Migrator::capture_changes(const File& file) {
  if (!connection_.has_table("replicated_table")) {
    return;
  }
  Session& session = connection_.session();
  std::int64_t position = 0;
  std::vector<std::string> tables;
  session.fetch("SELECT name FROM replicated_table", {}, {ColumnKind::text}, [&](const Row& row) {
    ++position;
    if (file.migration.content.find(row.text(0)) != std::string_view::npos) {
      tables.push_back(row.text(0));
    }
    return true;
  });
  for (const std::string& table : file.migration.replicated) {
    const Binds binds = {table, ++position, is_kept(table) ? 1 : 0};
    session.execute("INSERT INTO replicated_table (name, position, kept) VALUES ($1, $2, $3)",
                    {&binds[0], &binds[1], &binds[2]});
    tables.push_back(table);
  }
  for (const std::string& table : tables) {
    run_all(connection_.capture(table, is_kept(table)));
  }
}

void Migrator::apply(const File& file, std::string_view now_utc) {
  Session& session = connection_.session();
  connection_.begin_writing(Tenancy());
  try {
    connection_.lock_migrations();
    // Another process may have done it while this one waited for the lock.
    const Steps done = steps_done();
    if (done.count({file.module, file.migration.number}) == 0) {
      run_all(statements_of(file.migration, connection_.engine()));
      for (const std::string& table : file.migration.append_only) {
        run_all(connection_.append_only(table));
      }
      for (const std::string& table : file.migration.tenant) {
        run_all(connection_.tenant(table));
      }
      capture_changes(file);
      const Binds binds = {file.module, file.migration.number, file.migration.name, file.checksum,
                           now_utc};
      session.execute(
          "INSERT INTO schema_step (module, number, name, checksum, at) VALUES ($1, $2, $3, $4, "
          "$5)",
          {&binds[0], &binds[1], &binds[2], &binds[3], &binds[4]});
    }
    connection_.commit();
  } catch (...) {
    connection_.rollback();
    throw;
  }
  // Prepared against the tables as they were.
  session.forget();
}

}  // namespace metodica
