/// A private PostgreSQL server of a test program: own folder, Unix socket only, no network.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace metodica::test {

class PostgresCluster {
 public:
  /// The folder with initdb and pg_ctl; empty when the server program is not installed.
  /// METODICA_TEST_POSTGRESQL names another one.
  static std::filesystem::path programs();

  /// Makes and starts the server at the first call. Throws std::runtime_error with its log.
  static PostgresCluster& instance();

  /// The words for libpq; the role owns the database and is not a superuser.
  [[nodiscard]] std::string connection() const;

  ~PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

 private:
  PostgresCluster();
  void start_guard();
  void start_server();

  std::filesystem::path folder_;
  int guard_ = -1;       // the process that stops the server when this one is gone
  int guard_pipe_ = -1;  // closed by our end, however it comes
  int process_ = -1;
};

}  // namespace metodica::test
