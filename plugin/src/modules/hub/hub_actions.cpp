#include "modules/hub/hub_actions.hpp"

#include <algorithm>

#include "modules/hub/applying.hpp"
#include "modules/hub/hub_rules.hpp"
#include "modules/hub/recovery.hpp"
#include "modules/hub/stream.hpp"
#include "storage/sha256.hpp"
#include "text/keys.hpp"

namespace metodica::hub {
namespace {

constexpr std::int64_t news_at_once = 200;
constexpr std::int64_t refusals_shown = 100;
constexpr std::size_t longest_batch = 6U * 1024 * 1024;
constexpr const char* any_object = R"({"type":"object"})";
constexpr const char* token_example =
    R"("token":"0000000000000000000000000000000000000000000000000000000000000000")";

std::string later(Call& call, std::int64_t ms) {
  return utc_text(call.services().world().now_ms() + ms);
}

struct Credential {
  Node node;
  std::string made_at;
};

// Errors: METODICA_DENIED "hub.token_refused", the same for an unknown, an old and a revoked one.
Result<Credential> credential(Call& call, const Values& in) {
  METODICA_CHECK(require_hub(call));
  auto found = node_of_token(call.work(), sha256_hex(in.text("token")), call.now_utc());
  if (!found) {
    return Unexpected({METODICA_DENIED, "hub.token_refused"});
  }
  return Credential{std::move(found->first), std::move(found->second)};
}

Form token_form(const Messages& say, const char* action) {
  Form form("token", action, say("sync.send"));
  form.text("token", say("hub.token_label")).required();
  return form;
}

Result<Reply> run_init(Call& call, const Values&) {
  make_hub(call.work(), call.now_utc());
  return Reply::data(Json::object({{"hub", true}}));
}

Result<Reply> run_code(Call& call, const Values& in) {
  METODICA_TRY(const Invitation made, invite(call, in.text("name"), in.texts("libraries")));
  return Reply::data(Json::object({{"code", made.code}, {"valid_until", made.valid_until}}));
}

// A node may ask again with the same code and token: the first answer may have been lost.
Result<std::string> node_for(Call& call, const Code& code, const std::string& hash,
                             const std::string& token_hash) {
  UnitOfWork& work = call.work();
  if (!code.node.empty()) {
    const auto known = node_of_token(work, token_hash, call.now_utc());
    if (known && known->first.id == code.node) {
      return code.node;
    }
    return Unexpected({METODICA_DENIED, "hub.code_refused"});
  }
  for (const std::string& library : code.libraries) {
    const auto other = keeper_of(work, library);
    if (other && other->revoked_at.empty()) {
      return Unexpected(
          {METODICA_CONFLICT, "hub.claimed", {{"library", library}, {"node", other->name}}});
    }
  }
  std::string id = add_node(work, code.name, call.now_utc());
  use_code(work, hash, id);
  return id;
}

Result<Reply> run_enrol(Call& call, const Values& in) {
  METODICA_CHECK(require_hub(call));
  METODICA_TRY(const std::string plain, plain_code(in.text("code")));
  METODICA_CHECK(check_token(in.text("token")));
  UnitOfWork& work = call.work();
  const std::string county_library = call.caller().library;
  const std::string hash = sha256_hex(plain);
  const std::string token_hash = sha256_hex(in.text("token"));
  const auto invited = code(work, hash);
  if (!invited || invited->valid_until <= call.now_utc()) {
    return Unexpected({METODICA_DENIED, "hub.code_refused"});
  }
  METODICA_TRY(const std::string id, node_for(call, *invited, hash, token_hash));
  const Node enrolled = node(work, id).value_or(Node());
  if (!add_token(work, token_hash, id, call.now_utc())) {
    return Unexpected({METODICA_DENIED, "hub.code_refused"});
  }
  Json::Array libraries;
  for (const std::string& library : invited->libraries) {
    give_library(work, library, enrolled);
    libraries.emplace_back(library);
    work.act_for(library);
    open_inbox(work, call.now_utc());
    work.act_for(county_library);
  }
  return Reply::data(Json::object({{"node", id}, {"libraries", std::move(libraries)}}));
}

Result<Reply> run_revoke(Call& call, const Values& in) {
  METODICA_TRY(const Node node, revoke(call, in.text("node")));
  return Reply::data(Json::object({{"node", node.id}, {"name", node.name}}));
}

// The token that asks stays good for a while: the answer may be lost.
Result<Reply> run_token(Call& call, const Values& in) {
  METODICA_TRY(const Credential who, credential(call, in));
  METODICA_CHECK(check_token(in.text("new_token")));
  const std::string hash = sha256_hex(in.text("new_token"));
  if (!add_token(call.work(), hash, who.node.id, call.now_utc())) {
    return Unexpected({METODICA_CONFLICT, "hub.token_form"});
  }
  end_other_tokens(call.work(), who.node.id, hash, later(call, overlap_ms));
  return Reply::data(Json::object({{"made_at", call.now_utc()}}));
}

Result<Reply> run_pull(Call& call, const Values& in) {
  METODICA_TRY(const Credential who, credential(call, in));
  UnitOfWork& work = call.work();
  Json::Array news = news_after(work, in.integer("after"), in.integer("most", news_at_once));
  const std::int64_t last = work.peek("hub/news") - 1;
  Json::Array libraries;
  for (const std::string& library : libraries_of(work, who.node.id)) {
    work.act_for(library);
    const Inbox inbox = touch_inbox(work, call.now_utc()).value_or(Inbox());
    libraries.push_back(
        Json::object({{"library", library}, {"applied", inbox.applied}, {"hash", inbox.hash}}));
  }
  return Reply::data(Json::object({{"node", who.node.id},
                                   {"token_old", who.made_at < later(call, -token_ms)},
                                   {"libraries", std::move(libraries)},
                                   {"news", std::move(news)},
                                   {"last", last}}));
}

// What the library of the node has here, table by table.
Result<Reply> run_rows(Call& call, const Values& in) {
  METODICA_TRY(const Credential who, credential(call, in));
  UnitOfWork& work = call.work();
  const std::string& library = in.text("library");
  const auto mine = libraries_of(work, who.node.id);
  if (std::find(mine.begin(), mine.end(), library) == mine.end()) {
    return Unexpected({METODICA_DENIED, "hub.not_yours", {{"library", library}}});
  }
  work.act_for(library);
  return Reply::data(in.text("subject").empty()
                         ? recovery_plan(work)
                         : rows_to_take_back(work, in.text("subject"), in.integer("offset")));
}

Json applied_json(const Applied& done, const std::string& library, const Messages& say) {
  Json::Array refused;
  for (const Refusal& row : done.refused) {
    refused.push_back(Json::object({{"key", library + "/" + std::to_string(row.sequence)},
                                    {"reason", row.reason},
                                    {"text", say(row.reason)}}));
  }
  Json reply = Json::object({{"library", library},
                             {"applied", done.applied},
                             {"hash", done.hash},
                             {"rows", done.rows},
                             {"refused", std::move(refused)}});
  if (!done.stopped.empty()) {
    reply.set("stopped", done.stopped).set("text", say(done.stopped));
  }
  return reply;
}

Result<Reply> run_apply(Call& call, const Values& in) {
  METODICA_TRY(const Credential who, credential(call, in));
  const UploadedFile file = in.file("batch");
  METODICA_TRY(const StreamBatch batch, read_batch(file.bytes));
  UnitOfWork& work = call.work();
  const auto mine = libraries_of(work, who.node.id);
  if (std::find(mine.begin(), mine.end(), batch.library) == mine.end()) {
    return Unexpected({METODICA_DENIED, "hub.not_yours", {{"library", batch.library}}});
  }
  work.act_for(batch.library);
  auto inbox = touch_inbox(work, call.now_utc());
  if (!inbox) {
    return Unexpected({METODICA_DENIED, "hub.not_yours", {{"library", batch.library}}});
  }
  const Applied done = apply_batch(work, *std::move(inbox), batch, call.now_utc());
  return Reply::data(applied_json(done, batch.library, call.say()));
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
  const std::int64_t number = publish(
      call.work(), "circular", in.text("number"),
      Json::object({{"title", in.text("title")}, {"text", in.text("text")}}), call.now_utc());
  return Reply::data(Json::object({{"number", number}}));
}

Action machine(std::string name, Roles roles, std::function<Form(const Messages&)> form,
               std::string example, std::function<Result<Reply>(Call&, const Values&)> run) {
  Action action{std::move(name),    ActionKind::write, roles,          "data", std::move(form),
                std::move(example), any_object,        std::move(run), {},     true};
  return action;
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
  actions.push_back(machine(
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

}  // namespace

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

void add_hub_actions(ActionList& actions) {
  add_county_actions(actions);
  const std::string token = token_example;
  actions.push_back(machine(
      "hub.enrol", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.enrol");
        form.text("code", say("hub.code_label")).required();
        return form;
      },
      "{" + token + R"(,"code":"2222-2222-2222-2222"})", run_enrol));
  actions.push_back(machine(
      "hub.token", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.token");
        form.text("new_token", say("hub.token_label")).required();
        return form;
      },
      "{" + token + R"(,"new_)" + token.substr(1) + "}", run_token));
  actions.push_back(machine(
      "hub.pull", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.pull");
        form.integer("after", say("hub.after")).min(std::int64_t{0});
        form.integer("most", say("sync.rows")).min(std::int64_t{0}).max(news_at_once);
        return form;
      },
      "{" + token + R"(,"after":0})", run_pull));
  actions.push_back(machine(
      "hub.rows", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.rows");
        form.text("library", say("hub.libraries")).required().longest(20);
        form.text("subject", say("hub.subject")).longest(60);
        form.integer("offset", say("hub.after")).min(std::int64_t{0});
        return form;
      },
      "{" + token + R"(,"library":"60169"})", run_rows));
  actions.push_back(machine(
      "hub.apply", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.apply");
        form.file("batch", say("hub.batch")).required().longest(longest_batch);
        return form;
      },
      "{" + token + R"(,"batch":{"name":"batch","base64":"e30K"}})", run_apply));
}

}  // namespace metodica::hub
