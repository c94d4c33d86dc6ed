// metodica serve: the desk in a browser.

#include <pthread.h>

#include <csignal>
#include <ostream>

#include "command.hpp"
#include "web/server.hpp"

namespace metodica::desk {
namespace {

/// Signals that end the program are waited for, not caught: threads made later do not see them.
sigset_t block_end_signals() {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  return ends;
}

void wait_for_end(const sigset_t& ends) {
  int signal = 0;
  while (sigwait(&ends, &signal) != 0) {
  }
}

}  // namespace

int run_serve(const Invocation& call, Console& console) {
  const auto config = config_file(call);
  if (!config)
    return report(config.error(), call, console);
  const auto settings = Settings::read(*config);
  if (!settings)
    return report(settings.error(), call, console);
  // Refused before anything is opened, so that a wrong setting is the first thing said.
  if (const auto allowed = check_listening(*settings); !allowed)
    return report(allowed.error(), call, console);
  const sigset_t ends = block_end_signals();
  std::signal(SIGPIPE, SIG_IGN);
  auto database = DeskDatabase::open(settings->desk_database());
  if (!database)
    return report(database.error(), call, console);
  auto doors = DoorPool::open(*config, settings->workers);
  if (!doors)
    return report(doors.error(), call, console);
  Site site(*settings, **doors, **database);
  const auto server = Server::start(*settings, site);
  if (!server)
    return report(server.error(), call, console);
  console.out << call.say("desk.serving", {{"address", (*server)->address()}}) << "\n"
              << std::flush;
  wait_for_end(ends);
  console.out << call.say("desk.stopped") << "\n" << std::flush;
  return exit_fine;
}

}  // namespace metodica::desk
