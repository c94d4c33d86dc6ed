#include "support/test_database.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "support/needed.hpp"
#include "support/postgres_cluster.hpp"

namespace metodica::test {
namespace {

std::string described(const Problem& problem) {
  std::string text = problem.message;
  for (const MessageArgument& argument : problem.arguments) {
    if (const auto* value = std::get_if<std::string>(&argument.value)) {
      text += " " + argument.name + "=" + *value;
    }
  }
  return text;
}

std::unique_ptr<Database> opened(const DatabasePlace& place) {
  auto database = Database::open(place);
  if (!database) {
    throw std::runtime_error(described(database.error()));
  }
  return std::move(*database);
}

}  // namespace

std::string missing(TestEngine engine) {
  if (engine == TestEngine::postgresql && PostgresCluster::programs().empty()) {
    return "the PostgreSQL server program is not installed";
  }
  return "";
}

std::string name_of(TestEngine engine) {
  switch (engine) {
    case TestEngine::sqlite_memory:
      return "sqlite_memory";
    case TestEngine::sqlite_file:
      return "sqlite_file";
    case TestEngine::postgresql:
      break;
  }
  return "postgresql";
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "metodica-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no temporary folder: " + pattern);
  }
  path_ = pattern;
  using std::filesystem::perms;
  std::filesystem::permissions(path_, perms::owner_all | perms::group_read | perms::group_exec |
                                          perms::others_read | perms::others_exec);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

TestDatabase::TestDatabase(TestEngine engine) {
  if (engine == TestEngine::postgresql) {
    static int schemas = 0;
    place_.engine = Engine::postgresql;
    place_.connection = PostgresCluster::instance().connection();
    place_.schema = "test_" + std::to_string(++schemas);
  } else {
    place_.path =
        engine == TestEngine::sqlite_memory ? ":memory:" : (folder() / "metodica.db").string();
  }
}

Database& TestDatabase::operator*() {
  if (!database_) {
    database_ = opened(place_);
  }
  return *database_;
}

std::unique_ptr<Database> TestDatabase::another() const {
  return opened(place_);
}

void StoredTest::SetUp() {
  const std::string why = missing(GetParam());
  if (!why.empty())
    METODICA_MISSING(why);
  database_ = std::make_unique<TestDatabase>(GetParam());
}

void StoredTest::migrate(const std::vector<Migrations>& modules) {
  const Result<void> done = db().migrate(modules, "2026-01-15T10:00:00Z");
  ASSERT_TRUE(done) << described(done.error());
}

int start_child(const std::function<int()>& work) {
  const pid_t process = ::fork();
  if (process != 0) {
    return process;
  }
  int code = 125;
  try {
    code = work();
  } catch (const std::exception& error) {
    const std::string text = std::string("child: ") + error.what() + "\n";
    static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
  }
  ::_exit(code);
}

int wait_for(int process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int in_child(const std::function<int()>& work) {
  return wait_for(start_child(work));
}

}  // namespace metodica::test
