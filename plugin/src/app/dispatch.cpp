// One request to one reply: who asks, which action, once per key, drawn as asked.

#include <algorithm>
#include <array>
#include <optional>

#include "app/application.hpp"
#include "app/done_action.hpp"
#include "app/host_queue.hpp"
#include "app/problem_json.hpp"
#include "text/keys.hpp"

namespace metodica {
namespace {

/// Members that a request may have; others are refused, so that a typing mistake is not ignored.
constexpr std::array request_members = {"v",  "do",   "key",     "lang", "draw",
                                        "as", "args", "options", "want"};

Result<void> check_request(const Json& request) {
  if (!request.is_object())
    return invalid("app.request_object");
  for (const auto& [name, value] : request.members()) {
    const bool known =
        std::find(request_members.begin(), request_members.end(), name) != request_members.end();
    if (!known)
      return invalid("field.unknown", {{"name", name}}, name);
  }
  if (request.has("v") && request["v"].integer() != 1)
    return invalid("app.request_version", {}, "v");
  if (!request["do"].is_text() || request["do"].text().empty())
    return invalid("app.no_action", {}, "do");
  const Json& args = request["args"];
  if (!args.is_null() && !args.is_object())
    return invalid("app.args_object", {}, "args");
  return {};
}

/// How long what is known of the libraries of other nodes is believed.
constexpr std::int64_t foreign_ms = 5000;

const Json& args_of(const Json& request) {
  static const Json& none = *new Json(Json::object());
  return request["args"].is_object() ? request["args"] : none;
}

bool wants_screen(const Json& request) {
  return request.has("draw") || request["want"].text() == "screen";
}

}  // namespace

Result<Json> Application::call(std::string_view text) {
  lang_ = configuration_.lang;
  trace_ = world_->new_id().substr(24);
  METODICA_TRY(const Json request, Json::parse(text));
  if (request["lang"].is_text())
    lang_ = request["lang"].text();
  METODICA_CHECK(check_request(request));
  METODICA_TRY(const Caller caller, read_caller(request["as"]));
  const Messages say(lang_);
  const CoreTable::Inside inside(*core_);
  return dispatch(request, caller, say);
}

Result<Caller> Application::read_caller(const Json& as) {
  Caller caller;
  caller.user = as["user"].text();
  caller.branch = as["branch"].text();
  caller.library = as["library"].text().empty() ? configuration_.library : as["library"].text();
  for (const auto& name : as["roles"].items()) {
    const auto role = role_of(name.text());
    if (!role)
      return invalid("app.unknown_role", {{"text", name.text()}}, "as/roles");
    caller.roles.add(*role);
  }
  const bool served =
      caller.library == configuration_.library ||
      std::any_of(configuration_.libraries.begin(), configuration_.libraries.end(),
                  [&](const auto& entry) { return entry.second == caller.library; });
  // The county looks into the books of the libraries whose nodes send them here; nobody else does.
  const auto looks_in = [&] {
    const auto& foreign = foreign_libraries();
    return caller.roles.has(Role::methodologist) &&
           std::find(foreign.begin(), foreign.end(), caller.library) != foreign.end();
  };
  if (!served && !looks_in()) {
    return Unexpected(Problem(METODICA_DENIED, "app.library_not_served", {{"text", caller.library}})
                          .at("as/library"));
  }
  return caller;
}

const std::vector<std::string>& Application::foreign_libraries() {
  const std::int64_t now = world_->steady_ms();
  if (foreign_read_ms_ != 0 && now - foreign_read_ms_ < foreign_ms)
    return foreign_;
  std::vector<std::string> found;
  const auto read = database_->read(Tenancy(), [&](UnitOfWork& work) -> Result<void> {
    found.clear();
    work.each<std::string>(
        "SELECT library FROM register_lock WHERE reason = 'foreign' ORDER BY library", {},
        [&](std::string library) { found.push_back(std::move(library)); });
    return {};
  });
  if (read) {
    foreign_ = std::move(found);
    foreign_read_ms_ = std::max<std::int64_t>(now, 1);
  }
  return foreign_;
}

Result<void> Application::check_home(UnitOfWork& work, const Caller& caller) const {
  const auto lock = work.one<std::string, std::string>(
      "SELECT reason, name FROM register_lock WHERE library = $1", {caller.library});
  if (!lock)
    return {};
  const auto& [reason, name] = *lock;
  return Unexpected(Problem(METODICA_DENIED,
                            reason == "foreign" ? "hub.foreign_home" : "sync.locked",
                            {{"library", caller.library}, {"node", name}}));
}

const Action* Application::find(const std::string& name) const {
  const auto found =
      std::lower_bound(actions_.begin(), actions_.end(), name,
                       [](const Action& action, const std::string& n) { return action.name < n; });
  return found != actions_.end() && found->name == name ? &*found : nullptr;
}

Tenancy Application::tenancy(const Caller& caller) {
  Tenancy tenancy{caller.library, {caller.library}};
  const bool sees_county = caller.roles.has(Role::methodologist);
  if (sees_county) {
    for (const auto& code : configuration_.readable) {
      if (code != caller.library)
        tenancy.readable.push_back(code);
    }
    for (const auto& code : foreign_libraries()) {
      if (std::find(tenancy.readable.begin(), tenancy.readable.end(), code) ==
          tenancy.readable.end())
        tenancy.readable.push_back(code);
    }
  }
  return tenancy;
}

Result<Json> Application::dispatch(const Json& request, const Caller& caller, const Messages& say) {
  const std::string& name = request["do"].text();
  const Action* action = find(name);
  if (action == nullptr) {
    return Unexpected(
        Problem(METODICA_NOT_FOUND, "problem.unknown_action", {{"action", name}}).at("do"));
  }
  if (!action->roles.empty() && !action->roles.any_of(caller.roles)) {
    std::string wanted;
    for (const Role role : action->roles.list()) {
      if (!wanted.empty())
        wanted += ", ";
      wanted += say("role." + std::string(role_name(role)));
    }
    return Unexpected({METODICA_DENIED, "app.denied", {{"action", name}, {"roles", wanted}}});
  }
  auto reply = run(*action, request, caller, say);
  if (reply || !action->again || !wants_screen(request))
    return reply;
  return show_again(*action, request, caller, say, reply.error());
}

Result<Json> Application::run(const Action& action, const Json& request, const Caller& caller,
                              const Messages& say) {
  if (action.kind != ActionKind::read)
    return run_writing(action, request, caller, say);
  METODICA_TRY(Reply reply, run_reading(action, args_of(request), caller, say, {}, false));
  return finish(std::move(reply), request, caller, say);
}

Result<Reply> Application::run_reading(const Action& action, const Json& args, const Caller& caller,
                                       const Messages& say, const std::string& key, bool repeated) {
  METODICA_TRY(const Values in, action.form(say).read(args));
  std::optional<Reply> reply;
  METODICA_CHECK(database_->read(tenancy(caller), [&](UnitOfWork& work) -> Result<void> {
    Call call(*this, caller, say, work, key, repeated, trace_);
    METODICA_TRY(reply, action.run(call, in));
    return {};
  }));
  return *std::move(reply);
}

Result<Json> Application::run_writing(const Action& action, const Json& request,
                                      const Caller& caller, const Messages& say) {
  METODICA_TRY(const Values in, action.form(say).read(args_of(request)));
  if (!request["key"].is_text())
    return invalid("app.no_key", {{"action", action.name}}, "key");
  METODICA_TRY(const Key key, Key::parse(request["key"].text()));
  settle_all_ = false;
  const std::string hash = hash_of(args_of(request));
  std::optional<Reply> reply;
  std::optional<Json> earlier;
  METODICA_CHECK(database_->write(tenancy(caller), [&](UnitOfWork& work) -> Result<void> {
    earlier.reset();
    if (action.unkept) {
      foreign_read_ms_ = 0;  // an enrolment changes whose libraries are looked into
      Call call(*this, caller, say, work, key.text(), false, trace_);
      METODICA_TRY(reply, action.run(call, in));
      return {};
    }
    if (auto home = check_home(work, caller); !home)
      return home;
    METODICA_TRY(earlier, answered_before(work, action.name, key.text(), hash));
    if (earlier && action.kind != ActionKind::paper)
      return {};
    Call call(*this, caller, say, work, key.text(), earlier.has_value(), trace_);
    METODICA_TRY(reply, action.run(call, in));
    if (earlier)
      return {};
    return keep_answer(call, action.name, hash, reply->content());
  }));
  if (earlier && action.kind != ActionKind::paper)
    reply = reply_from(*std::move(earlier));
  settle_host_writes(*this, tenancy(caller), caller, say, settle_all_ ? std::string() : key.text());
  return finish(*std::move(reply), request, caller, say);
}

Result<Json> Application::show_again(const Action& action, const Json& request,
                                     const Caller& caller, const Messages& say,
                                     const Problem& problem) {
  std::vector<Problem> problems = action.form(say).problems(args_of(request));
  if (problems.empty())
    problems.push_back(problem);
  std::optional<Reply> reply;
  METODICA_CHECK(database_->read(tenancy(caller), [&](UnitOfWork& work) -> Result<void> {
    Call call(*this, caller, say, work, {}, false, trace_);
    METODICA_TRY(reply, action.again(call, args_of(request), problems));
    return {};
  }));
  METODICA_TRY(Json shown, finish(*std::move(reply), request, caller, say));
  shown.set("problem", problem_json(problem, say, trace_));
  return shown;
}

Result<Json> Application::finish(Reply reply, const Json& request, const Caller& caller,
                                 const Messages& say) {
  switch (reply.kind()) {
    case Reply::Kind::go:
      return follow(reply, request, caller, say);
    case Reply::Kind::screen:
      return draw(std::move(reply.content()), request, caller);
    case Reply::Kind::document:
      return slices_.first(std::move(reply), world_->new_id());
    default:
      return std::move(reply.content());
  }
}

Result<Json> Application::follow(const Reply& go, const Json& request, const Caller& caller,
                                 const Messages& say) {
  const std::string& name = go.content()["do"].text();
  const Action* action = find(name);
  if (action == nullptr || action->kind != ActionKind::read) {
    return Unexpected({METODICA_DEFECT, "problem.unknown_action", {{"action", name}}});
  }
  METODICA_TRY(Reply shown, run_reading(*action, go.content()["args"], caller, say, {}, false));
  if (!go.content()["notice"].text().empty())
    shown.content().set("notice", go.content()["notice"]);
  shown.content().set("at", Json::object({{"do", name}, {"args", go.content()["args"]}}));
  return finish(std::move(shown), request, caller, say);
}

Result<Json> Application::draw(Json screen, const Json& request, const Caller& caller) {
  if (request["draw"].text() != "html")
    return screen;
  HostDraw* drawer = host().draw.get();
  if (drawer == nullptr)
    return Unexpected({METODICA_UNSUPPORTED, "app.no_draw"});
  const Json options = request["options"].is_object() ? request["options"] : Json::object();
  const CallContext context{caller.library, caller.branch, caller.user, lang_, {}, trace_};
  METODICA_TRY(std::string html, drawer->draw(context, screen, options));
  Json drawn = Json::object({{"kind", "screen"}, {"id", screen["id"]}, {"title", screen["title"]}});
  if (screen.has("notice"))
    drawn.set("notice", screen["notice"]);
  if (screen.has("at"))
    drawn.set("at", screen["at"]);
  drawn.set("html", std::move(html));
  return drawn;
}

}  // namespace metodica
