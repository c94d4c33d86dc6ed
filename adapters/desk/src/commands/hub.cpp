// metodica hub: the county's side, for the administrator at the terminal.

#include <ostream>

#include "command.hpp"
#include "door_caller.hpp"

namespace metodica::desk {
namespace {

std::string state_of(const Json& node, const Messages& say) {
  if (!node["revoked_at"].text().empty())
    return say("hub.state_revoked");
  for (const Json& library : node["libraries"].items()) {
    if (library.has("text"))
      return library["library"].text() + ": " + library["text"].text();
  }
  return say("hub.state_good");
}

void show_node(const Json& node, const Invocation& call, Console& console) {
  std::string libraries;
  std::string contact;
  std::int64_t waiting = 0;
  for (const Json& library : node["libraries"].items()) {
    libraries += (libraries.empty() ? "" : ", ") + library["library"].text();
    contact = std::max(contact, library["contact_at"].text());
    waiting += library["waiting"].integer();
  }
  console.out << call.say("hub.state_line",
                          {{"name", node["name"].text()},
                           {"node", node["node"].text()},
                           {"libraries", libraries},
                           {"contact", contact.empty() ? call.say("hub.never") : contact},
                           {"waiting", waiting},
                           {"state", state_of(node, call.say)}})
              << "\n";
}

Result<void> show_state(DoorCaller& door, const Invocation& call, Console& console) {
  METODICA_TRY(const Json state, door.ask("hub.state"));
  for (const Json& node : state["nodes"].items())
    show_node(node, call, console);
  for (const Json& row : state["refused"].items()) {
    console.out << call.say("sync.row_refused",
                            {{"key", row["key"].text()}, {"text", row["text"].text()}})
                << "\n";
  }
  return {};
}

Result<void> make_code(DoorCaller& door, const Invocation& call, Console& console) {
  Json::Array libraries(call.words.begin() + 2, call.words.end());
  METODICA_TRY(
      const Json made,
      door.ask("hub.code", Json::object({{"name", call.word(1)}, {"libraries", libraries}})));
  console.out << call.say("hub.code_made",
                          {{"code", made["code"].text()}, {"until", made["valid_until"].text()}})
              << "\n";
  return {};
}

Result<bool> run(const Invocation& call, Console& console) {
  const std::string& what = call.word(0);
  const bool known = what == "init" || what == "state" ||
                     (what == "code" && call.words.size() > 2) ||
                     (what == "revoke" && call.words.size() == 2);
  if (!known)
    return false;
  METODICA_TRY(const std::string config, config_file(call));
  METODICA_TRY(Door opened, Door::open(config));
  DoorCaller door(std::move(opened), call.say.lang());
  if (what == "init") {
    METODICA_TRY(const Json made, door.ask("hub.init"));
    console.out << call.say("hub.made") << "\n";
  } else if (what == "code") {
    METODICA_CHECK(make_code(door, call, console));
  } else if (what == "revoke") {
    METODICA_TRY(const Json gone, door.ask("hub.revoke", Json::object({{"node", call.word(1)}})));
    console.out << call.say("hub.revoked", {{"node", gone["name"].text()}}) << "\n";
  } else {
    METODICA_CHECK(show_state(door, call, console));
  }
  return true;
}

}  // namespace

int run_hub(const Invocation& call, Console& console) {
  const auto done = run(call, console);
  if (!done)
    return report(done.error(), call, console);
  if (!*done)
    console.err << call.say("desk.help.hub") << "\n";
  return *done ? exit_fine : exit_usage;
}

}  // namespace metodica::desk
