/// The catalogue file through SQLite's own interface: the way of the import, and only of it (the
/// README of the folder says why). Everything else goes through storage.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "storage/unit_of_work.hpp"

namespace metodica::standalone {

/// A connection. Every function throws StorageError. [one thread at a time]
class SqliteFile {
 public:
  explicit SqliteFile(const std::string& path);

  void run(const std::string& sql);
  /// Rows that the last statement inserted, changed or removed.
  [[nodiscard]] int changes() const { return sqlite3_changes(handle_.get()); }
  [[nodiscard]] sqlite3* get() const { return handle_.get(); }
  [[noreturn]] void fail() const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement with the values of one execution; texts are borrowed until step() or
/// run() has returned.
class SqliteStatement {
 public:
  SqliteStatement(const SqliteFile& file, std::string_view sql);

  SqliteStatement& bind(std::int64_t value);
  SqliteStatement& bind(std::string_view text);
  /// True for a row, which stays until reset(); false, and reset, at the end.
  bool step();
  /// A statement without rows.
  void run();
  void reset();
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string_view text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  const SqliteFile& file_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

}  // namespace metodica::standalone
