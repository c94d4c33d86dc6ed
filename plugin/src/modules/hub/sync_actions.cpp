// The node's side for the program that carries the rows: what waits, what the hub has.

#include "modules/hub/county_news.hpp"
#include "modules/hub/hub_actions.hpp"
#include "modules/hub/node_store.hpp"
#include "modules/hub/recovery.hpp"
#include "modules/hub/union_share.hpp"

namespace metodica::hub {
namespace {

constexpr std::int64_t most_rows = 2000;
constexpr std::int64_t most_bytes = 2 * 1024 * 1024;
constexpr const char* any_object = R"({"type":"object"})";

// Errors: METODICA_UNSUPPORTED "sync.not_enrolled".
Result<NodeState> enrolled(UnitOfWork& work) {
  auto state = node_state(work);
  if (!state) {
    return Unexpected({METODICA_UNSUPPORTED, "sync.not_enrolled"});
  }
  return *std::move(state);
}

Result<Reply> run_state(Call& call, const Values&) {
  const auto state = node_state(call.work());
  if (!state) {
    return Reply::data(Json::object({{"enrolled", false}}));
  }
  return Reply::data(Json::object({{"enrolled", true},
                                   {"node", state->node},
                                   {"hub", state->hub},
                                   {"waiting", waiting(call.work())},
                                   {"sent", state->sent},
                                   {"hash", state->sent_hash},
                                   {"news", state->news},
                                   {"union", last_share(call.work())},
                                   {"enrolled_at", state->enrolled_at},
                                   {"contact_at", state->contact_at},
                                   {"locked", is_locked(call.work())},
                                   {"problem", state->problem}}));
}

Result<Reply> run_start(Call& call, const Values& in) {
  forget_shares(call.work());  // of another county, perhaps
  const std::int64_t rows =
      start_sending(call.work(), in.text("node"), in.text("hub"), call.now_utc());
  return Reply::data(Json::object({{"waiting", rows}}));
}

Result<Reply> run_batch(Call& call, const Values& in) {
  METODICA_TRY(const NodeState state, enrolled(call.work()));
  const OutboxBatch batch = next_batch(call.work(), state, in.integer("rows", most_rows),
                                       static_cast<std::size_t>(in.integer("bytes", most_bytes)));
  return Reply::data(Json::object(
      {{"text", batch.text}, {"last", batch.last}, {"count", batch.count}, {"more", batch.more}}));
}

// What the hub says is believed only when our own rows give the same hash.
Result<Reply> run_sent(Call& call, const Values& in) {
  UnitOfWork& work = call.work();
  METODICA_TRY(const NodeState state, enrolled(work));
  switch (acknowledge(work, state, in.integer("sequence"), in.text("hash"))) {
    case Agreement::hub_behind:
      return Reply::data(Json::object({{"agreed", false}, {"code", "sync.hub_behind"}}));
    case Agreement::hub_ahead:
      lock_restored(work, state.hub);
      return Reply::data(Json::object({{"agreed", false}, {"code", "sync.restored"}}));
    case Agreement::same:
      break;
  }
  note_contact(work, call.now_utc(), {});
  return Reply::data(Json::object({{"agreed", true}, {"waiting", waiting(work)}}));
}

Result<Reply> run_receive(Call& call, const Values& in) {
  METODICA_TRY(const NodeState state, enrolled(call.work()));
  METODICA_TRY(const Json news, Json::parse(in.file("news").bytes));
  const auto& items = news.items();
  const std::int64_t last = items.empty() ? 0 : items.back()["number"].integer();
  keep_news(call.work(), items, in.integer("upto", last));
  return Reply::data(Json::object({{"kept", static_cast<std::int64_t>(items.size())}}));
}

// A hub that went back in time numbers its list anew.
Result<Reply> run_union(Call& call, const Values& in) {
  METODICA_CHECK(enrolled(call.work()));
  METODICA_TRY(const Json page, Json::parse(in.file("page").bytes));
  if (page["last"].integer() < last_share(call.work()))
    forget_shares(call.work());
  else
    keep_shares(call.work(), page["rows"], page["names"]);
  return Reply::data(Json::object({{"union", last_share(call.work())}}));
}

Result<Reply> run_failed(Call& call, const Values& in) {
  note_contact(call.work(), call.now_utc(), in.text("problem"));
  return Reply::data(Json::object({{"noted", true}}));
}

// Without rows it begins; with "finish" it ends.
Result<Reply> run_recover(Call& call, const Values& in) {
  METODICA_CHECK(enrolled(call.work()));
  if (in.has("rows")) {
    METODICA_TRY(const Json rows, Json::parse(in.file("rows").bytes));
    METODICA_CHECK(keep_rows(call.work(), in.text("subject"), rows));
  } else if (in.has("finish")) {
    METODICA_TRY(const Json counters, Json::parse(in.file("finish").bytes));
    const UsedTwice twice = finish_recovery(
        call.work(), {counters, in.integer("sequence"), in.text("hash")}, call.now_utc());
    if (twice.count != 0)
      return Reply::data(
          Json::object({{"done", false}, {"used_twice", twice.count}, {"where", twice.where}}));
  } else {
    begin_recovery(call.work());
  }
  return Reply::data(Json::object({{"done", true}}));
}

Form recover_form(const Messages& say) {
  Form form("recover", "sync.recover", say("sync.send"));
  form.text("subject", say("hub.subject")).longest(60);
  form.file("rows", say("hub.batch"));
  form.file("finish", say("hub.batch"));
  form.integer("sequence", say("sync.sequence")).min(std::int64_t{0});
  form.text("hash", say("sync.hash"));
  return form;
}

Form batch_form(const Messages& say) {
  Form form("batch", "sync.batch", say("sync.send"));
  form.reads();
  form.integer("rows", say("sync.rows")).min(std::int64_t{1}).max(most_rows);
  form.integer("bytes", say("sync.bytes")).min(std::int64_t{1}).max(most_bytes);
  return form;
}

Form sent_form(const Messages& say) {
  Form form("sent", "sync.sent", say("sync.send"));
  form.integer("sequence", say("sync.sequence")).required().min(std::int64_t{0});
  form.text("hash", say("sync.hash"));
  return form;
}

void add_writing(ActionList& actions, const char* name, std::function<Form(const Messages&)> form,
                 const char* example, std::function<Result<Reply>(Call&, const Values&)> run) {
  actions.push_back({name,
                     ActionKind::write,
                     keepers_of_node,
                     "data",
                     std::move(form),
                     example,
                     any_object,
                     std::move(run),
                     {},
                     true});
}

}  // namespace

void add_sync_actions(ActionList& actions) {
  actions.push_back({"sync.state",
                     ActionKind::read,
                     keepers_of_node,
                     "data",
                     no_arguments,
                     "{}",
                     any_object,
                     run_state,
                     {}});
  actions.push_back({"sync.batch",
                     ActionKind::read,
                     keepers_of_node,
                     "data",
                     batch_form,
                     R"({"rows":100})",
                     any_object,
                     run_batch,
                     {}});
  add_writing(
      actions, "sync.start",
      [](const Messages& say) {
        Form form("start", "sync.start", say("sync.send"));
        form.text("node", say("hub.node")).required().longest(20);
        form.text("hub", say("sync.hub")).required();
        return form;
      },
      R"({"node":"n1","hub":"https://hub.example.ro"})", run_start);
  add_writing(actions, "sync.recover", recover_form, "{}", run_recover);
  add_writing(actions, "sync.sent", sent_form, R"({"sequence":0,"hash":""})", run_sent);
  add_writing(
      actions, "sync.receive",
      [](const Messages& say) {
        Form form("receive", "sync.receive", say("sync.send"));
        form.file("news", say("sync.news")).required();
        form.integer("upto", say("hub.after")).min(std::int64_t{0});
        return form;
      },
      R"({"news":{"name":"news.json","base64":"W10="}})", run_receive);
  add_writing(
      actions, "sync.union",
      [](const Messages& say) {
        Form form("union", "sync.union", say("sync.send"));
        form.file("page", say("sync.news")).required();
        return form;
      },
      R"({"page":{"name":"page.json","base64":"e30="}})", run_union);
  add_writing(
      actions, "sync.failed",
      [](const Messages& say) {
        Form form("failed", "sync.failed", say("sync.send"));
        form.text("problem", say("sync.problem")).required();
        return form;
      },
      R"({"problem":"-"})", run_failed);
}

}  // namespace metodica::hub
