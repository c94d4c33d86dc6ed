#include <sqlite3.h>

#include "sql.hpp"

namespace metodica::biblioteq {
namespace {

Problem problem_of(sqlite3* handle, int code) {
  const int kind = code & 0xff;
  if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) {
    return {METODICA_BUSY, "biblioteq.locked"};
  }
  return {
      METODICA_UNREACHABLE,
      "biblioteq.database",
      {{"text", std::string(handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle))}}};
}

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class SqliteBranch final : public Sql {
 public:
  explicit SqliteBranch(sqlite3* handle) : handle_(handle) {}

  Result<Rows> run(std::string_view sql, const Params& params) override {
    sqlite3_stmt* made = nullptr;
    int code =
        sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &made, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(made);
    if (code != SQLITE_OK) {
      return Unexpected(problem_of(handle_.get(), code));
    }
    int at = 0;
    for (const std::string& param : params) {
      sqlite3_bind_text64(made, ++at, param.data(), param.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    Rows rows;
    while ((code = sqlite3_step(made)) == SQLITE_ROW) {
      rows.push_back(row_of(made));
    }
    if (code != SQLITE_DONE) {
      return Unexpected(problem_of(handle_.get(), code));
    }
    return rows;
  }

  [[nodiscard]] bool is_postgresql() const override { return false; }
  [[nodiscard]] bool is_stale() override {
    int moved = 0;
    return sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) ==
               SQLITE_OK &&
           moved != 0;
  }
  void abandon() override { static_cast<void>(handle_.release()); }

 private:
  static Row row_of(sqlite3_stmt* statement) {
    Row row;
    const int columns = sqlite3_column_count(statement);
    row.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      row.emplace_back(text == nullptr ? "" : text,
                       static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }
    return row;
  }

  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace

Result<std::unique_ptr<Sql>> open_sqlite(const std::string& path, bool create) {
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  std::unique_ptr<Sql> branch = std::make_unique<SqliteBranch>(handle);
  if (code != SQLITE_OK) {
    return Unexpected(problem_of(handle, code));
  }
  sqlite3_busy_timeout(handle, longest_wait_ms);
  return branch;
}

}  // namespace metodica::biblioteq
