// Life of an instance: open, start, stop.

#include "app/application.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "app/core_actions.hpp"
#include "app/parts.hpp"
#include "app/version.hpp"

namespace metodica {

Application::Application(std::unique_ptr<World> world)
    : program_(std::string("Metodica ") + std::string(version)),
      world_(std::move(world)),
      log_(std::make_unique<Log>()),
      modules_(make_modules()) {}

Application::~Application() {
  // A child that inherited handles by fork leaves them alone: closing would harm the parent (rule
  // K4).
  if (started_in_ != 0 && started_in_ != ::getpid() && database_) {
    database_->abandon();
    static_cast<void>(database_.release());
  }
}

Result<std::unique_ptr<Application>> Application::open(const std::string& config_file) {
  return open(config_file, system_world());
}

Result<std::unique_ptr<Application>> Application::open(const std::string& config_file,
                                                       std::unique_ptr<World> world) {
  METODICA_TRY(Configuration configuration, Configuration::read(config_file));
  auto app = std::unique_ptr<Application>(new Application(std::move(world)));
  app->configuration_ = std::move(configuration);
  app->lang_ = app->configuration_.lang;
  Application* self = app.get();
  app->core_ = std::make_unique<CoreTable>(CoreTable::Offers{
      [self](std::int32_t level, std::string_view event) { self->log_->write_line(level, event); },
      [self](const CallContext&, std::string_view question) -> Result<std::string> {
        if (!self->answer_)
          return Unexpected({METODICA_UNSUPPORTED, "app.no_answers"});
        return self->answer_(question);
      },
      {}});
  METODICA_TRY(const AdapterLibrary library, AdapterLibrary::load(app->configuration_.adapter));
  app->entry_ = &library.entry();
  METODICA_TRY(app->adapter_,
               library.create(app->core_->table(), app->configuration_.adapter_settings.dump()));
  add_core_actions(*app, app->actions_);
  for (const auto& module : app->modules_)
    module->add_actions(app->actions_);
  std::ranges::sort(app->actions_, {}, &Action::name);
  const auto twice = std::ranges::adjacent_find(app->actions_, {}, &Action::name);
  if (twice != app->actions_.end())
    throw std::logic_error("two actions are named " + twice->name);
  return app;
}

bool Application::started_here() const {
  return started_in_ == ::getpid();
}

Result<void> Application::start() {
  if (started_here())
    return {};
  if (database_) {
    database_->abandon();
    static_cast<void>(database_.release());  // leaked once, on purpose (rule K4)
  }
  const CoreTable::Inside inside(*core_);
  METODICA_TRY(database_, Database::open(configuration_.database));
  std::vector<Migrations> migrations = {core_migrations()};
  for (const auto& module : modules_) {
    if (!module->migrations().files.empty())
      migrations.push_back(module->migrations());
  }
  METODICA_CHECK(database_->migrate(migrations, world_->now_utc()));
  METODICA_CHECK(adapter_->start());
  started_in_ = ::getpid();
  return {};
}

void Application::stop() {
  if (!started_here())
    return;
  adapter_->stop();
  database_.reset();
  started_in_ = 0;
}

void Application::log_host_problem(const Problem& problem) const {
  log_->write(LogLevel::host_fault, "host.write",
              {{"message", problem.message}, {"text", problem.text}, {"trace", trace_}});
}

std::string Application::private_folder() const {
  const std::filesystem::path home = std::filesystem::path(configuration_.file).parent_path();
  const auto data = configuration_.desk.find("data");
  return (data == configuration_.desk.end() ? home : home / data->second).string();
}

Result<Documents*> Application::documents() {
  if (!documents_) {
    METODICA_TRY(documents_, open_documents());
  }
  return documents_.get();
}

}  // namespace metodica
