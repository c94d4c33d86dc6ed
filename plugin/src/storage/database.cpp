#include "storage/database.hpp"

#include <unistd.h>

#include <chrono>
#include <optional>
#include <thread>

#include "metodica/until_exit.hpp"
#include "storage/connection.hpp"
#include "storage/errors.hpp"
#include "storage/migrator.hpp"
#include "storage/transaction.hpp"

namespace metodica {
namespace {

using Work = std::function<Result<void>(UnitOfWork&)>;
using Clock = std::chrono::steady_clock;

constexpr int most_attempts = 5;
constexpr std::chrono::seconds busy_limit{5};

class OneDatabase final : public Database {
 public:
  explicit OneDatabase(std::unique_ptr<Connection> connection)
      : connection_(std::move(connection)), process_(::getpid()) {}

  // A process that inherited the handles must not close them either (rule K4).
  ~OneDatabase() override {
    if (connection_ && process_ != ::getpid()) {
      abandon();
    }
  }
  OneDatabase(const OneDatabase&) = delete;
  OneDatabase& operator=(const OneDatabase&) = delete;

  Engine engine() const override { return engine_; }

  Result<void> migrate(const std::vector<Migrations>& modules, std::string_view now_utc) override {
    return guarded([&]() -> Result<void> {
      connection_->ensure_open();
      Migrator migrator(*connection_, modules);
      METODICA_CHECK(migrator.run(now_utc));
      texts_.declare(migrator.tenant_tables());
      steps_ = migrator.steps();
      return {};
    });
  }

  Result<void> write(const Tenancy& tenancy, const Work& work) override {
    return repeated([&] { return attempt(tenancy, work, true); });
  }

  Result<void> read(const Tenancy& tenancy, const Work& work) override {
    return repeated([&] { return attempt(tenancy, work, false); });
  }

  void abandon() override {
    if (connection_) {
      connection_->leak();
      keep_until_exit(std::move(connection_));
    }
  }

  Result<void> copy_to(const std::string& path) override {
    return guarded([&] { return connection_->copy_to(path); });
  }

  std::vector<std::string> integrity() override {
    std::vector<std::string> problems;
    const Result<void> done = guarded([&]() -> Result<void> {
      problems = connection_->integrity();
      return {};
    });
    if (!done) {
      problems.push_back(done.error().message);
    }
    return problems;
  }

 private:
  template <class Function>
  Result<void> guarded(const Function& function) {
    if (!connection_ || process_ != ::getpid()) {
      return Unexpected({METODICA_FORKED, "storage.forked"});
    }
    try {
      return function();
    } catch (const StorageError& error) {
      return Unexpected(problem_of(error));
    }
  }

  // Repeats while another process holds the engine, with a short and growing pause; SQLite and
  // PostgreSQL wait by themselves where waiting helps.
  template <class Function>
  Result<void> repeated(const Function& function) {
    const Clock::time_point limit = Clock::now() + busy_limit;
    for (int attempt = 1;; ++attempt) {
      Result<void> done = guarded(function);
      const bool again = !done && done.error().status == METODICA_BUSY && busy_from_engine_ &&
                         attempt < most_attempts && Clock::now() < limit;
      if (!again) {
        return done;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1 << attempt));
    }
  }

  Result<void> attempt(const Tenancy& tenancy, const Work& work, bool writing) {
    busy_from_engine_ = true;
    begin(tenancy, writing);
    Transaction transaction(*connection_, texts_, tenancy, writing);
    try {
      Result<void> done = checked(transaction, work, writing);
      if (!done || transaction.doomed()) {
        connection_->rollback();
        return done
                   ? Result<void>(Unexpected({METODICA_DEFECT, "storage.failed", {{"reason", ""}}}))
                   : done;
      }
      connection_->commit();
      return done;
    } catch (...) {
      connection_->rollback();
      throw;
    }
  }

  void begin(const Tenancy& tenancy, bool writing) {
    const auto once = [&] {
      connection_->ensure_open();
      if (writing) {
        connection_->begin_writing(tenancy);
      } else {
        connection_->begin_reading(tenancy);
      }
    };
    try {
      once();
    } catch (const EngineError& error) {
      // A connection that was lost while idle has lost no work: a new one begins in its place.
      if (error.problem().message != "storage.lost") {
        throw;
      }
      once();
    }
  }

  Result<void> checked(Transaction& transaction, const Work& work, bool writing) {
    if (writing && steps_) {
      const std::int64_t found = transaction.number("SELECT COUNT(*) FROM schema_step");
      if (found != *steps_) {
        return Unexpected({METODICA_CONFLICT, "storage.restart"});
      }
    }
    Result<void> done = work(transaction);
    // A host or a hub that is busy is for the caller to repeat, not for us.
    busy_from_engine_ = done.has_value();
    return done;
  }

  std::unique_ptr<Connection> connection_;
  Engine engine_ = connection_->engine();
  pid_t process_;
  SqlTexts texts_;
  std::optional<std::int64_t> steps_;
  bool busy_from_engine_ = true;
};

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const DatabasePlace& place) {
  try {
    auto connection =
        place.engine == Engine::sqlite ? open_sqlite(place.path) : open_postgresql(place);
    return std::unique_ptr<Database>(std::make_unique<OneDatabase>(std::move(connection)));
  } catch (const StorageError& error) {
    return Unexpected(problem_of(error));
  }
}

}  // namespace metodica
