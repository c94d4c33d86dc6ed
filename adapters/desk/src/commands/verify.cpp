// metodica verify: the registers' hash chains and invariants, and the databases themselves.

#include <ostream>

#include "command.hpp"
#include "door.hpp"
#include "settings.hpp"
#include "standalone/core/catalogue.hpp"
#include "store/desk_database.hpp"

namespace metodica::desk {
namespace {

bool show_findings(const Json& reply, const Invocation& call, Console& console) {
  for (const Json& chain : reply["chains"].items()) {
    console.out << call.say("desk.verify_chain", {{"chain", chain["chain"].text()},
                                                  {"rows", chain["rows"].integer()},
                                                  {"hash", chain["hash"].text()}})
                << "\n";
  }
  for (const Json& found : reply["problems"].items()) {
    console.out << found["where"].text() << ": " << found["text"].text() << "\n";
  }
  return reply["ok"].boolean();
}

bool show_integrity(const std::string& name, const std::vector<std::string>& problems,
                    const Invocation& call, Console& console) {
  for (const auto& problem : problems)
    console.out << name << ": " << problem << "\n";
  if (problems.empty())
    console.out << call.say("desk.verify_database", {{"name", name}}) << "\n";
  return problems.empty();
}

Result<bool> check_databases(const Settings& settings, const Invocation& call, Console& console) {
  METODICA_TRY(const DatabasePlace place, settings.place());
  METODICA_TRY(const auto node, Database::open(place));
  bool fine = show_integrity("node", node->integrity(), call, console);
  METODICA_TRY(const auto desk, DeskDatabase::open(settings.desk_database()));
  fine = show_integrity("desk", desk->integrity(), call, console) && fine;
  if (settings.catalogue.empty())
    return fine;
  METODICA_TRY(const auto catalogue, standalone::open_catalogue(settings.catalogue));
  return show_integrity("catalogue", catalogue->integrity(), call, console) && fine;
}

Result<bool> run(const Invocation& call, Console& console) {
  METODICA_TRY(const std::string config, config_file(call));
  METODICA_TRY(const Settings settings, Settings::read(config));
  METODICA_TRY(Door door, Door::open(config));
  const Json reply =
      door.finish(operator_request("registers.verify", Json::object(), call.say.lang()),
                  [&](std::int64_t done, std::int64_t of) {
                    console.show_progress(done, of);
                  });
  console.wipe_progress();
  METODICA_CHECK(check_reply(reply));
  const bool fine = show_findings(reply, call, console);
  METODICA_TRY(const bool databases, check_databases(settings, call, console));
  console.out << call.say(fine && databases ? "desk.verify_fine" : "desk.verify_bad",
                          {{"rows", reply["rows"].integer()}})
              << "\n";
  return fine && databases;
}

}  // namespace

int run_verify(const Invocation& call, Console& console) {
  const auto fine = run(call, console);
  if (!fine)
    return report(fine.error(), call, console);
  return *fine ? exit_fine : exit_problem;
}

}  // namespace metodica::desk
