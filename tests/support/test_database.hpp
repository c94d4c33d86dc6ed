/// A database for one test, on each engine that the plugin knows.
///
///   class Lots : public metodica::test::StoredTest {};
///   TEST_P(Lots, KeepTheirNumber) {
///     migrate({{"registers", files}});
///     ASSERT_TRUE(db().write(own(), [](UnitOfWork& work) -> Result<void> { ... }));
///   }
///   METODICA_ON_ALL_ENGINES(Lots);
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "storage/database.hpp"

namespace metodica::test {

enum class TestEngine { sqlite_memory = 1, sqlite_file, postgresql };

/// Why an engine cannot be tested here; "" when it can.
std::string missing(TestEngine engine);

/// "sqlite_memory" and so on, for the names of tests.
std::string name_of(TestEngine engine);

/// A folder that exists as long as this object, readable for every user of the machine.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// An empty database of its own: memory, a file in a temporary folder, or a fresh schema in a
/// private PostgreSQL cluster that lives as long as the test program.
class TestDatabase {
 public:
  explicit TestDatabase(TestEngine engine);

  [[nodiscard]] const DatabasePlace& place() const { return place_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  /// The open database; opened at first use. Throws std::runtime_error with the problem's id.
  Database& operator*();
  Database* operator->() { return &**this; }
  /// Closes it; the next use opens it again. Memory forgets everything.
  void close() { database_.reset(); }
  /// A second session of the same database (not for memory).
  [[nodiscard]] std::unique_ptr<Database> another() const;

 private:
  TemporaryFolder folder_;
  DatabasePlace place_;
  std::unique_ptr<Database> database_;
};

/// The base of storage tests. Skipped where an engine is missing; a failure when the environment
/// variable CI is set, so that a green run there always means all engines.
class StoredTest : public testing::TestWithParam<TestEngine> {
 protected:
  void SetUp() override;

  TestDatabase& database() { return *database_; }
  Database& db() { return **database_; }
  /// A caller of the library "CJ001" who reads nothing else.
  [[nodiscard]] static Tenancy own() { return {"CJ001", {"CJ001"}}; }
  /// Migrates with these modules; fails the test on a problem.
  void migrate(const std::vector<Migrations>& modules);

 private:
  std::unique_ptr<TestDatabase> database_;
};

/// Runs `work` in a child process that inherits everything; returns its exit code, or 128 + signal.
/// An exception is 125. The child leaves with _exit: it closes nothing of the parent.
int in_child(const std::function<int()>& work);

/// The same without waiting: the process id.
int start_child(const std::function<int()>& work);
/// Waits for a child of start_child.
int wait_for(int process);

}  // namespace metodica::test

#define METODICA_ON_ENGINES(suite, ...)                                                          \
  INSTANTIATE_TEST_SUITE_P(Engines, suite, testing::Values(__VA_ARGS__), [](const auto& test_) { \
    return ::metodica::test::name_of(test_.param);                                               \
  })
#define METODICA_ON_ALL_ENGINES(suite)                                    \
  METODICA_ON_ENGINES(suite, ::metodica::test::TestEngine::sqlite_memory, \
                      ::metodica::test::TestEngine::sqlite_file,          \
                      ::metodica::test::TestEngine::postgresql)
#define METODICA_ON_SHARED_ENGINES(suite)                               \
  METODICA_ON_ENGINES(suite, ::metodica::test::TestEngine::sqlite_file, \
                      ::metodica::test::TestEngine::postgresql)
