// The hub's side for the programs of its nodes: every action shows the token of a node.

#include <algorithm>

#include "modules/hub/applying.hpp"
#include "modules/hub/county_news.hpp"
#include "modules/hub/hub_actions.hpp"
#include "modules/hub/hub_rules.hpp"
#include "modules/hub/recovery.hpp"
#include "modules/hub/stream.hpp"
#include "modules/hub/union_share.hpp"
#include "modules/hub/union_store.hpp"
#include "storage/sha256.hpp"

namespace metodica::hub {
namespace {

constexpr std::int64_t news_at_once = 200;
constexpr std::int64_t copies_at_once = 5000;
constexpr std::int64_t shares_at_once = 4000;
constexpr std::size_t longest_batch = 6U * 1024 * 1024;
constexpr const char* token_example =
    R"("token":"0000000000000000000000000000000000000000000000000000000000000000")";

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

// Errors: METODICA_DENIED "hub.not_yours" {library}.
Result<void> check_keeps(UnitOfWork& work, const Node& node, const std::string& library) {
  const auto mine = libraries_of(work, node.id);
  if (std::find(mine.begin(), mine.end(), library) == mine.end()) {
    return Unexpected({METODICA_DENIED, "hub.not_yours", {{"library", library}}});
  }
  return {};
}

// Without a library: what is for all.
Result<Reply> run_pull(Call& call, const Values& in) {
  METODICA_TRY(const Credential who, credential(call, in));
  UnitOfWork& work = call.work();
  const std::string& reader = in.text("library");
  if (!reader.empty()) {
    METODICA_CHECK(check_keeps(work, who.node, reader));
  }
  NewsPage page = news_after(work, in.integer("after"), in.integer("most", news_at_once), reader);
  const std::int64_t last = last_news(work);
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
                                   {"news", std::move(page.news)},
                                   {"upto", page.upto},
                                   {"last", last}}));
}

// One page of the county's list, brought up to date first. One node at a time: pages are numbered.
Result<Reply> run_union_pull(Call& call, const Values& in) {
  METODICA_TRY(const Credential who, credential(call, in));
  UnitOfWork& work = call.work();
  work.execute("UPDATE hub_county SET made_at = made_at WHERE library = {library}");
  const bool uncounted = union_catch_up(work, copies_at_once);
  const bool untold = refresh_shares(work, shares_at_once);
  Json::Array rows = shares_after(work, in.integer("after"), shares_at_once);
  const bool full = static_cast<std::int64_t>(rows.size()) == shares_at_once;
  Json names = Json::object();
  if (!rows.empty()) {
    for (auto& [library, name] : names_of_libraries(work))
      names.set(library, std::move(name));
  }
  return Reply::data(Json::object({{"rows", std::move(rows)},
                                   {"names", std::move(names)},
                                   {"last", last_share(work)},
                                   {"more", uncounted || untold || full}}));
}

// What the library of the node has here, table by table.
Result<Reply> run_rows(Call& call, const Values& in) {
  METODICA_TRY(const Credential who, credential(call, in));
  UnitOfWork& work = call.work();
  const std::string& library = in.text("library");
  METODICA_CHECK(check_keeps(work, who.node, library));
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
  METODICA_CHECK(check_keeps(work, who.node, batch.library));
  work.act_for(batch.library);
  auto inbox = touch_inbox(work, call.now_utc());
  if (!inbox) {
    return Unexpected({METODICA_DENIED, "hub.not_yours", {{"library", batch.library}}});
  }
  const Applied done = apply_batch(work, *std::move(inbox), batch, call.now_utc());
  return Reply::data(applied_json(done, batch.library, call.say()));
}

}  // namespace

void add_node_actions(ActionList& actions) {
  const std::string token = token_example;
  actions.push_back(for_machines(
      "hub.enrol", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.enrol");
        form.text("code", say("hub.code_label")).required();
        return form;
      },
      "{" + token + R"(,"code":"2222-2222-2222-2222"})", run_enrol));
  actions.push_back(for_machines(
      "hub.token", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.token");
        form.text("new_token", say("hub.token_label")).required();
        return form;
      },
      "{" + token + R"(,"new_)" + token.substr(1) + "}", run_token));
  actions.push_back(for_machines(
      "hub.pull", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.pull");
        form.integer("after", say("hub.after")).min(std::int64_t{0});
        form.text("library", say("hub.libraries")).longest(20);
        form.integer("most", say("sync.rows")).min(std::int64_t{0}).max(news_at_once);
        return form;
      },
      "{" + token + R"(,"after":0})", run_pull));
  actions.push_back(for_machines(
      "hub.union.pull", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.union.pull");
        form.integer("after", say("hub.after")).min(std::int64_t{0});
        return form;
      },
      "{" + token + R"(,"after":0})", run_union_pull));
  actions.push_back(for_machines(
      "hub.rows", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.rows");
        form.text("library", say("hub.libraries")).required().longest(20);
        form.text("subject", say("hub.subject")).longest(60);
        form.integer("offset", say("hub.after")).min(std::int64_t{0});
        return form;
      },
      "{" + token + R"(,"library":"60169"})", run_rows));
  actions.push_back(for_machines(
      "hub.apply", {},
      [](const Messages& say) {
        Form form = token_form(say, "hub.apply");
        form.file("batch", say("hub.batch")).required().longest(longest_batch);
        return form;
      },
      "{" + token + R"(,"batch":{"name":"batch","base64":"e30K"}})", run_apply));
}

}  // namespace metodica::hub
