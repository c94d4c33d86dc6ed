// The hub's side for the people of the county: codes, nodes, circulars.

#include <algorithm>

#include "modules/hub/hub_actions.hpp"
#include "modules/hub/hub_rules.hpp"
#include "storage/sha256.hpp"
#include "text/keys.hpp"

namespace metodica::hub {
namespace {

constexpr std::int64_t refusals_shown = 100;
constexpr const char* any_object = R"({"type":"object"})";

Result<Reply> run_init(Call& call, const Values&) {
  make_hub(call.work(), call.now_utc());
  return Reply::data(Json::object({{"hub", true}}));
}

Result<Reply> run_code(Call& call, const Values& in) {
  METODICA_TRY(const Invitation made, invite(call, in.text("name"), in.texts("libraries")));
  return Reply::data(Json::object({{"code", made.code}, {"valid_until", made.valid_until}}));
}

Result<Reply> run_revoke(Call& call, const Values& in) {
  METODICA_TRY(const Node node, revoke(call, in.text("node")));
  return Reply::data(Json::object({{"node", node.id}, {"name", node.name}}));
}

Json inbox_json(const Inbox& inbox, const Messages& say) {
  Json json = Json::object({{"library", inbox.library},
                            {"applied", inbox.applied},
                            {"waiting", inbox.waiting},
                            {"contact_at", inbox.contact_at},
                            {"applied_at", inbox.applied_at}});
  if (!inbox.problem.empty()) {
    json.set("problem", inbox.problem)
        .set("text", say(inbox.problem))
        .set("problem_at", inbox.problem_at);
  }
  return json;
}

Result<Reply> run_state(Call& call, const Values&) {
  METODICA_CHECK(require_hub(call));
  UnitOfWork& work = call.work();
  const auto all = inboxes(work);
  Json::Array list;
  for (const Node& node : nodes(work)) {
    const auto libraries = libraries_of(work, node.id);
    Json::Array kept;
    for (const Inbox& inbox : all) {
      if (std::find(libraries.begin(), libraries.end(), inbox.library) != libraries.end()) {
        kept.push_back(inbox_json(inbox, call.say()));
      }
    }
    list.push_back(Json::object({{"node", node.id},
                                 {"name", node.name},
                                 {"enrolled_at", node.enrolled_at},
                                 {"revoked_at", node.revoked_at},
                                 {"libraries", std::move(kept)}}));
  }
  Json::Array refused;
  for (const Refusal& row : refusals(work, refusals_shown)) {
    refused.push_back(Json::object({{"key", row.library + "/" + std::to_string(row.sequence)},
                                    {"subject", row.subject},
                                    {"text", call.say()(row.reason)},
                                    {"at", row.at_utc}}));
  }
  return Reply::data(Json::object({{"nodes", std::move(list)}, {"refused", std::move(refused)}}));
}

Result<Reply> run_publish(Call& call, const Values& in) {
  METODICA_CHECK(require_hub(call));
  const std::int64_t number = publish_circular(call, in);
  return Reply::data(Json::object({{"number", number}}));
}

}  // namespace

Action for_machines(std::string name, Roles roles, std::function<Form(const Messages&)> form,
                    std::string example, std::function<Result<Reply>(Call&, const Values&)> run) {
  Action action{std::move(name),    ActionKind::write, roles,          "data", std::move(form),
                std::move(example), any_object,        std::move(run), {},     true};
  return action;
}

std::string later(Call& call, std::int64_t ms) {
  return utc_text(call.services().world().now_ms() + ms);
}

Result<void> require_hub(Call& call) {
  if (!is_hub(call.work())) {
    return Unexpected({METODICA_UNSUPPORTED, "hub.not_a_hub"});
  }
  return {};
}

Result<Invitation> invite(Call& call, const std::string& name,
                          const std::vector<std::string>& libraries) {
  METODICA_CHECK(require_hub(call));
  for (const std::string& library : libraries) {
    if (const auto read = LibraryCode::parse(library); !read) {
      return Unexpected(Problem(read.error()).at("libraries"));
    }
    if (library == call.caller().library) {
      return Unexpected(
          Problem(METODICA_CONFLICT, "hub.own_library", {{"library", library}}).at("libraries"));
    }
    if (const auto other = keeper_of(call.work(), library); other && other->revoked_at.empty()) {
      return Unexpected(
          Problem(METODICA_CONFLICT, "hub.claimed", {{"library", library}, {"node", other->name}})
              .at("libraries"));
    }
  }
  World& world = call.services().world();
  const std::string shown = shown_code(world.random(), world.random());
  METODICA_TRY(const std::string plain, plain_code(shown));
  const std::string until = later(call, code_ms);
  add_code(call.work(), {sha256_hex(plain), name, libraries, call.caller().user, until, ""});
  return Invitation{shown, until};
}

Result<Node> revoke(Call& call, const std::string& id) {
  METODICA_CHECK(require_hub(call));
  const auto known = node(call.work(), id);
  if (!known) {
    return Unexpected(Problem(METODICA_NOT_FOUND, "hub.no_node", {{"node", id}}).at("node"));
  }
  revoke_node(call.work(), id, call.now_utc());
  return *known;
}

Form invite_form(const Messages& say, const char* action) {
  Form form("invite", action, say("hub.invite"));
  form.text("name", say("hub.node_name")).required().help(say("hub.node_name_help")).longest(120);
  form.texts("libraries", say("hub.libraries")).required().help(say("hub.libraries_help"));
  return form;
}

Form node_form(const Messages& say, const char* action) {
  Form form("node", action, say("hub.revoke"));
  form.text("node", say("hub.node")).required().longest(20);
  return form;
}

void add_county_actions(ActionList& actions) {
  actions.push_back({"hub.init",
                     ActionKind::write,
                     keepers_of_node,
                     "data",
                     [](const Messages& say) { return Form("init", "hub.init", say("hub.init")); },
                     "{}",
                     any_object,
                     run_init,
                     {}});
  actions.push_back(for_machines(
      "hub.code", county, [](const Messages& say) { return invite_form(say, "hub.code"); },
      R"({"name":"Biblioteca Comunală Negreni","libraries":["60169"]})", run_code));
  actions.push_back({"hub.revoke",
                     ActionKind::write,
                     county,
                     "data",
                     [](const Messages& say) { return node_form(say, "hub.revoke"); },
                     R"({"node":"n1"})",
                     any_object,
                     run_revoke,
                     {}});
  actions.push_back({"hub.state",
                     ActionKind::read,
                     county,
                     "data",
                     no_arguments,
                     "{}",
                     any_object,
                     run_state,
                     {}});
  actions.push_back({"hub.publish",
                     ActionKind::write,
                     county,
                     "data",
                     [](const Messages& say) {
                       Form form("circular", "hub.publish", say("hub.publish"));
                       form.text("number", say("hub.circular_number")).required().longest(40);
                       form.text("title", say("hub.circular_title")).required();
                       form.long_text("text", say("hub.circular_text")).required();
                       return form;
                     },
                     R"({"number":"12","title":"Raportarea anuală","text":"Până la 31 ianuarie."})",
                     any_object,
                     run_publish,
                     {}});
}

}  // namespace metodica::hub
