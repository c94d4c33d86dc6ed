/// DeskDatabase: the desk's own small SQLite file. Shared by threads, one transaction at a time.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "storage/database.hpp"

namespace metodica::desk {

class DeskDatabase {
 public:
  /// Opens the file (absolute path; made when it does not exist, readable by its owner only) with
  /// its tables brought up to date. Errors: those of Database::open and Database::migrate.
  static Result<std::unique_ptr<DeskDatabase>> open(const std::string& path);

  /// See Database::write and Database::read. `work` must not call back into this object. [any
  /// thread]
  Result<void> write(const std::function<Result<void>(UnitOfWork&)>& work);
  Result<void> read(const std::function<Result<void>(UnitOfWork&)>& work);

  Result<void> copy_to(const std::string& path);
  [[nodiscard]] std::vector<std::string> integrity();

 private:
  explicit DeskDatabase(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  std::mutex mutex_;
  std::unique_ptr<Database> database_;
};

[[nodiscard]] std::string now_utc();       ///< "2026-01-15T08:30:00Z"
[[nodiscard]] std::int64_t now_seconds();  ///< since 1970

}  // namespace metodica::desk
