/// Migrator: brings the tables of all modules to what this program knows. Forward only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/connection.hpp"
#include "storage/migration.hpp"
#include "storage/sql_text.hpp"

namespace metodica {

class Migrator {
 public:
  /// Borrows the connection. The storage's own tables come first by themselves.
  Migrator(Connection& connection, const std::vector<Migrations>& modules);

  /// See Database::migrate. EngineErrors are thrown, with everything rolled back.
  Result<void> run(std::string_view now_utc);

  /// The tables declared as tenant tables, by all files.
  [[nodiscard]] TableNames tenant_tables() const;
  /// How many steps a database has that is up to date.
  [[nodiscard]] std::int64_t steps() const { return static_cast<std::int64_t>(files_.size()); }

 private:
  struct File {
    std::string module;
    Migration migration;
    std::string checksum;
  };
  using Steps = std::map<std::pair<std::string, std::int64_t>, std::string>;  // -> checksum

  void add(const std::string& module, std::span<const EmbeddedFile> files);
  Steps steps_done();
  [[nodiscard]] Result<void> compare(const Steps& done) const;
  void run_all(const std::vector<std::string>& statements);
  void apply(const File& file, std::string_view now_utc);
  void capture_changes(const File& file);
  [[nodiscard]] bool is_kept(const std::string& table) const;

  Connection& connection_;
  std::vector<File> files_;
};

}  // namespace metodica
