/// Application: owns everything of one instance - configuration, adapter, database, modules - and
/// does one request at a time. The door (door/embed.cpp) is a thin layer over it.
#pragma once

#include <sys/types.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "app/action.hpp"
#include "app/configuration.hpp"
#include "app/log.hpp"
#include "app/module.hpp"
#include "app/slices.hpp"
#include "loader/adapter_library.hpp"
#include "loader/core_table.hpp"
#include "storage/database.hpp"

namespace metodica {

/// Answers a question of the adapter (door 1, metodica_on_question).
using HostAnswer = std::function<Result<std::string>(std::string_view question)>;

class Application final : public Services {
 public:
  /// Reads the configuration and loads the adapter. Opens no file for writing, no connection, no
  /// thread: safe in a parent that will fork (rule K1).
  static Result<std::unique_ptr<Application>> open(const std::string& config_file);
  /// The same with a clock and chances of the caller's own.
  static Result<std::unique_ptr<Application>> open(const std::string& config_file,
                                                   std::unique_ptr<World> world);
  ~Application() override;

  void on_question(HostAnswer answer) { answer_ = std::move(answer); }

  /// Once in each serving process: opens the database, brings its tables up to date, connects the
  /// adapter. Repeating it is harmless.
  Result<void> start();
  void stop();

  /// True when start() was called in this process (rule K3).
  [[nodiscard]] bool started_here() const;

  /// One request to one reply, both JSON. Never throws for anything expected.
  Result<Json> call(std::string_view request);
  /// The language a request asked for, as far as it could be read, for wording its problem.
  [[nodiscard]] const std::string& lang() const { return lang_; }
  [[nodiscard]] const std::string& trace() const { return trace_; }

  // What app.* actions and tests look at.
  [[nodiscard]] const Configuration& configuration() const { return configuration_; }
  [[nodiscard]] const ActionList& actions() const { return actions_; }
  [[nodiscard]] const std::vector<std::unique_ptr<Module>>& modules() const { return modules_; }
  [[nodiscard]] Database& database() { return *database_; }
  Slices& slices() { return slices_; }
  /// Asks for all that waits for the host to be sent when the present call has committed.
  void settle_all_after_this_call() { settle_all_ = true; }
  [[nodiscard]] const LoadedAdapter& adapter() const { return *adapter_; }
  [[nodiscard]] const metodica_adapter_entry& adapter_entry() const { return *entry_; }

  void log_host_problem(const Problem& problem) const;

  // Services
  World& world() override { return *world_; }
  Host& host() override { return adapter_->host(); }
  Result<Documents*> documents() override;
  [[nodiscard]] const std::string& zone() const override { return configuration_.zone; }
  [[nodiscard]] const std::string& program() const override { return program_; }
  [[nodiscard]] std::string private_folder() const override;

 private:
  explicit Application(std::unique_ptr<World> world);

  const Action* find(const std::string& name) const;
  Result<Json> dispatch(const Json& request, const Caller& caller, const Messages& say);
  Result<Json> run(const Action& action, const Json& request, const Caller& caller,
                   const Messages& say);
  Result<Reply> run_reading(const Action& action, const Json& args, const Caller& caller,
                            const Messages& say, const std::string& key, bool repeated);
  Result<Json> run_writing(const Action& action, const Json& request, const Caller& caller,
                           const Messages& say);
  Result<Json> show_again(const Action& action, const Json& request, const Caller& caller,
                          const Messages& say, const Problem& problem);
  Result<Json> finish(Reply reply, const Json& request, const Caller& caller, const Messages& say);
  Result<Json> follow(const Reply& go, const Json& request, const Caller& caller,
                      const Messages& say);
  Tenancy tenancy(const Caller& caller);
  Result<Caller> read_caller(const Json& as);
  const std::vector<std::string>& foreign_libraries();
  Result<void> check_home(UnitOfWork& work, const Caller& caller) const;
  Result<Json> draw(Json screen, const Json& request, const Caller& caller);

  Configuration configuration_;
  std::string program_;
  std::unique_ptr<World> world_;
  std::unique_ptr<Log> log_;
  std::unique_ptr<CoreTable> core_;
  HostAnswer answer_;
  const metodica_adapter_entry* entry_ = nullptr;
  std::unique_ptr<LoadedAdapter> adapter_;
  std::vector<std::unique_ptr<Module>> modules_;
  ActionList actions_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Documents> documents_;
  Slices slices_;
  pid_t started_in_ = 0;
  bool settle_all_ = false;
  std::vector<std::string> foreign_;
  std::int64_t foreign_read_ms_ = 0;
  std::string lang_;
  std::string trace_;
};

}  // namespace metodica
