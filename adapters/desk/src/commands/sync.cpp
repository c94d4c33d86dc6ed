// metodica sync: carries the changes of this node to the county hub and its news back.

#include <chrono>
#include <ostream>
#include <random>
#include <thread>

#include "command.hpp"
#include "door.hpp"
#include "secrets.hpp"
#include "settings.hpp"
#include "sync/node_sync.hpp"

namespace metodica::desk {
namespace {

constexpr std::size_t token_bytes = 32;

void sleep_ms(std::int64_t ms) {
  std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

std::uint64_t chance() {
  std::random_device source;
  return (static_cast<std::uint64_t>(source()) << 32U) | source();
}

// A token that was made before and perhaps reached the hub is used again.
Result<std::string> fresh_token(const TokenFile& file) {
  if (auto kept = file.read())
    return kept;
  std::string token = random_hex(token_bytes);
  METODICA_CHECK(file.write(token));
  return token;
}

Result<void> enrol(NodeSync& sync, const Settings& settings, const TokenFile& file,
                   const Invocation& call, Console& console) {
  METODICA_TRY(const std::string token, fresh_token(file.next()));
  METODICA_TRY(const Json enrolled, sync.enrol(call.option("enrol"), token, settings.hub_url));
  METODICA_CHECK(file.write(token));
  file.next().remove();
  std::string libraries;
  for (const Json& library : enrolled["libraries"].items())
    libraries += (libraries.empty() ? "" : ", ") + library.text();
  console.out << call.say("sync.enrolled",
                          {{"node", enrolled["node"].text()}, {"libraries", libraries}})
              << "\n";
  return {};
}

Result<void> change_token(NodeSync& sync, const TokenFile& file) {
  METODICA_TRY(const std::string token, fresh_token(file.next()));
  METODICA_CHECK(sync.change_token(token));
  METODICA_CHECK(file.write(token));
  file.next().remove();
  return {};
}

void show(const std::vector<Exchanged>& all, const Invocation& call, Console& console) {
  for (const Exchanged& done : all) {
    console.out << call.say("sync.done",
                            {{"library", done.library}, {"rows", done.rows}, {"news", done.news}})
                << "\n";
    for (const std::string& row : done.refused)
      console.out << row << "\n";
  }
}

Result<void> run(const Invocation& call, Console& console) {
  METODICA_TRY(const std::string config, config_file(call));
  METODICA_TRY(const Settings settings, Settings::read(config));
  METODICA_TRY(const auto line, line_to_hub(settings));
  METODICA_TRY(Door door, Door::open(config));
  NodeSync sync([&](const Json& request) { return door.call(request); }, *line, sleep_ms, chance);
  const TokenFile file(settings.hub_token_file);
  if (call.has("enrol"))
    METODICA_CHECK(enrol(sync, settings, file, call, console));
  METODICA_TRY(std::string token, file.read());
  line->set_token(std::move(token));
  if (call.has("recover")) {
    METODICA_TRY(const std::vector<std::string> back, sync.recover());
    for (const std::string& library : back)
      console.out << call.say("sync.recovered", {{"library", library}}) << "\n";
  }
  METODICA_TRY(const std::vector<Exchanged> all, sync.run());
  show(all, call, console);
  if (sync.token_is_old())
    METODICA_CHECK(change_token(sync, file));
  return {};
}

}  // namespace

int run_sync(const Invocation& call, Console& console) {
  const auto done = run(call, console);
  return done ? exit_fine : report(done.error(), call, console);
}

}  // namespace metodica::desk
