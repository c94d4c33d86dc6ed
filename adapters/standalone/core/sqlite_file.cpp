#include "standalone/core/sqlite_file.hpp"

namespace metodica::standalone {
namespace {

constexpr int busy_milliseconds = 10'000;

metodica_status status_of_engine(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return METODICA_BUSY;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return METODICA_UNREACHABLE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return METODICA_DENIED;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return METODICA_DAMAGED;
    default:
      return METODICA_DEFECT;
  }
}

}  // namespace

SqliteFile::SqliteFile(const std::string& path) {
  sqlite3* made = nullptr;
  const int opened =
      sqlite3_open_v2(path.c_str(), &made, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(made);
  if (opened != SQLITE_OK) {
    fail();
  }
  sqlite3_busy_timeout(made, busy_milliseconds);
}

void SqliteFile::run(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail();
  }
}

void SqliteFile::fail() const {
  throw StorageError(status_of_engine(sqlite3_errcode(handle_.get())),
                     sqlite3_errmsg(handle_.get()));
}

SqliteStatement::SqliteStatement(const SqliteFile& file, std::string_view sql) : file_(file) {
  sqlite3_stmt* made = nullptr;
  const int prepared = sqlite3_prepare_v3(file.get(), sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  statement_.reset(made);
  if (prepared != SQLITE_OK) {
    file.fail();
  }
}

SqliteStatement& SqliteStatement::bind(std::int64_t value) {
  if (sqlite3_bind_int64(statement_.get(), ++bound_, value) != SQLITE_OK) {
    file_.fail();
  }
  return *this;
}

SqliteStatement& SqliteStatement::bind(std::string_view text) {
  // The text outlives the execution, so SQLite need not copy it (SQLITE_STATIC is a null pointer).
  const int bound = sqlite3_bind_text64(statement_.get(), ++bound_, text.data() ? text.data() : "",
                                        text.size(), nullptr, SQLITE_UTF8);
  if (bound != SQLITE_OK) {
    file_.fail();
  }
  return *this;
}

bool SqliteStatement::step() {
  const int stepped = sqlite3_step(statement_.get());
  if (stepped == SQLITE_ROW) {
    return true;
  }
  bound_ = 0;
  if (sqlite3_reset(statement_.get()) != SQLITE_OK || stepped != SQLITE_DONE) {
    file_.fail();
  }
  return false;
}

void SqliteStatement::run() {
  while (step()) {
  }
}

void SqliteStatement::reset() {
  bound_ = 0;
  sqlite3_reset(statement_.get());
}

std::int64_t SqliteStatement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view SqliteStatement::text(int column) const {
  const auto* bytes = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string_view()
                          : std::string_view(static_cast<const char*>(bytes), size);
}

}  // namespace metodica::standalone
