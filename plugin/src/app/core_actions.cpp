#include "app/core_actions.hpp"

#include <algorithm>
#include <span>

#include "app/application.hpp"
#include "app/doctor.hpp"
#include "app/host_changes.hpp"
#include "app/host_queue.hpp"
#include "app/settings.hpp"
#include "app/version.hpp"
#include "metodica/abi.h"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> app_migrations;
}

Form no_arguments(const Messages& say) {
  Form form("none", "", say("common.open"));
  form.reads();
  return form;
}

namespace {

constexpr std::string_view any_object = R"({"type":"object"})";

Json action_json(const Action& action, const Messages& say) {
  constexpr std::pair<ActionKind, std::string_view> kinds[] = {
      {ActionKind::read, "read"}, {ActionKind::write, "write"}, {ActionKind::paper, "paper"}};
  Json json = Json::object({{"name", action.name}});
  for (const auto& [kind, name] : kinds) {
    if (kind == action.kind)
      json.set("kind", name);
  }
  Json::Array roles;
  for (const Role role : action.roles.list())
    roles.emplace_back(role_name(role));
  json.set("roles", std::move(roles)).set("args", action.form(say).schema());
  if (auto example = Json::parse(action.example))
    json.set("example", *std::move(example));
  Json reply = Json::object({{"kind", action.reply_kind}});
  if (auto schema = Json::parse(action.reply_schema); schema && !action.reply_schema.empty()) {
    reply.set("schema", *std::move(schema));
  }
  return json.set("reply", std::move(reply));
}

Result<Reply> run_actions(const Application& app, Call& call) {
  Json::Array list;
  for (const auto& action : app.actions())
    list.push_back(action_json(action, call.say()));
  return Reply::data(Json::object({{"actions", std::move(list)}}));
}

Result<Reply> run_about(Application& app, Call& call) {
  Json::Array subjects;
  for (const auto& module : app.modules())
    subjects.emplace_back(module->name());
  const auto& entry = app.adapter_entry();
  return Reply::data(Json::object(
      {{"program", "Metodica"},
       {"version", version},
       {"abi", std::to_string(METODICA_ABI_MAJOR) + "." + std::to_string(METODICA_ABI_MINOR)},
       {"engine", app.configuration().database.engine == Engine::sqlite ? "sqlite" : "postgresql"},
       {"library", call.caller().library},
       {"institution", setting(call.work(), "institution.name")},
       {"today", call.today().iso()},
       {"zone", app.zone()},
       {"adapter",
        Json::object({{"id", entry.id}, {"name", entry.name}, {"version", entry.version}})},
       {"subjects", std::move(subjects)}}));
}

bool offers(const Host& host, const std::string& ability) {
  return ability.empty() || (ability == "loans_list" && host.loans_list);
}

Result<Reply> run_menu(const Application& app, Call& call) {
  std::vector<std::string> roles;
  for (const Role role : call.caller().roles.list())
    roles.emplace_back(role_name(role));
  std::vector<MenuEntry> entries;
  for (const auto& module : app.modules()) {
    for (auto& entry : module->menu()) {
      if (offers(call.host(), entry.needs))
        entries.push_back(std::move(entry));
    }
  }
  for (auto& entry : core_menu())
    entries.push_back(std::move(entry));
  return Reply::data(menu_json(entries, roles, call.say()));
}

Form slice_form(const Messages& say) {
  Form form("slice", "app.slice", say("common.open"));
  form.reads();
  form.text("id", "id").required();
  form.integer("offset", "offset").required().min(std::int64_t{0});
  return form;
}

Result<Reply> run_slice(Application& app, const Values& in) {
  METODICA_TRY(Json slice, app.slices().at(in.text("id"), in.integer("offset")));
  return Reply::data(std::move(slice));
}

// Settings

Form settings_form(const Messages& say) {
  Form form("settings", "institution.save", say("institution.save"));
  for (const auto& kind : setting_kinds()) {
    std::string name(kind.name);
    const std::string label = say("setting." + name);
    std::replace(name.begin(), name.end(), '.', '_');
    Field& field = kind.kind == FieldKind::integer  ? form.integer(name, label)
                   : kind.kind == FieldKind::money  ? form.money(name, label)
                   : kind.kind == FieldKind::person ? form.person(name, label)
                                                    : form.text(name, label);
    const std::string help = "setting." + std::string(kind.name) + ".help";
    if (say.has(help))
      field.help(say(help));
  }
  return form;
}

Json settings_values(UnitOfWork& work) {
  Json values = Json::object();
  for (const auto& kind : setting_kinds()) {
    std::string name(kind.name);
    std::replace(name.begin(), name.end(), '.', '_');
    values.set(name, setting(work, kind.name));
  }
  return values;
}

Result<Reply> run_settings(Call& call) {
  Screen screen("institution.settings", call.say()("institution.settings"));
  screen.sub(call.say()("institution.settings_sub"));
  screen.form(settings_form(call.say()), call.say(), settings_values(call.work()));
  return Reply::screen(screen);
}

Result<Reply> settings_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  Screen screen("institution.settings", call.say()("institution.settings"));
  screen.form(settings_form(call.say()), call.say(), typed, problems);
  return Reply::screen(screen);
}

Result<Reply> run_save(Call& call, const Values& in) {
  for (const auto& kind : setting_kinds()) {
    std::string name(kind.name);
    std::replace(name.begin(), name.end(), '.', '_');
    const Json& value = in.json()[name];
    if (value.is_null() && !in.has(name))
      continue;
    set_setting(call.work(), kind.name,
                value.is_integer() ? std::to_string(value.integer()) : value.text());
  }
  return Reply::go("institution.settings", Json::object(), call.say()("institution.saved"));
}

// What the host still has to be told

// Codes come from any adapter: one that has no words is shown as it is.
std::string words_of_code(const Messages& say, const std::string& code) {
  const std::string id = "host.code." + code;
  return say.has(id) ? say(id) : code;
}

Result<Reply> run_waiting(Call& call) {
  const Messages& say = call.say();
  const Json counts = host_write_counts(call.work());
  Screen screen("host.waiting", say("host.waiting"));
  screen.sub(say("host.waiting_sub"));
  std::vector<Figure> figures;
  for (const auto& [state, count] : counts.members()) {
    figures.push_back({say("host.state." + state), std::to_string(count.integer())});
  }
  screen.figures(figures);
  Table table("writes");
  table.column("subject", say("host.subject")).column("operation", say("host.operation"));
  table.column("state", say("host.state"), CellKind::tag).column("code", say("host.code"));
  table.empty(say("host.nothing_waits"));
  call.work().each<std::string, std::string, std::string, std::string>(
      "SELECT subject, operation, state, code FROM host_write WHERE library = {library} "
      "AND state IN ('waiting', 'refused', 'failed', 'handed_over') ORDER BY sequence DESC LIMIT "
      "200",
      {},
      [&](const std::string& subject, const std::string& operation, const std::string& state,
          const std::string& code) {
        table.row(
            {subject, say("host.operation." + operation),
             Cell::tag(say("host.state." + state), state == "refused" ? Level::bad : Level::warn),
             words_of_code(say, code)});
      });
  screen.table(table);
  show_host_changes(call, screen);
  Button retry{say("host.retry"), "host.retry"};
  retry.primary = true;
  retry.writes = true;
  screen.actions({retry});
  return Reply::screen(screen);
}

Result<Reply> run_retry(Application& app, Call& call) {
  app.settle_all_after_this_call();
  return Reply::go("host.waiting", Json::object(), call.say()("host.retried"));
}

}  // namespace

std::vector<MenuEntry> core_menu() {
  return {{"institution.settings",
           "menu.institution.settings",
           10,
           {"manager", "administrator"},
           "institution.settings",
           "institution"},
          {"host.waiting",
           "menu.institution.host",
           20,
           {"keeper", "librarian", "administrator"},
           "host.waiting",
           "institution"}};
}

Migrations core_migrations() {
  return {"app", embedded::app_migrations};
}

void add_core_actions(Application& app, ActionList& actions) {
  const std::string object(any_object);
  const auto read = [&](std::string name, std::string kind, Roles roles, auto run) {
    actions.push_back({std::move(name),
                       ActionKind::read,
                       roles,
                       std::move(kind),
                       no_arguments,
                       "{}",
                       object,
                       std::move(run),
                       {}});
  };
  read("app.actions", "data", {},
       [&app](Call& call, const Values&) { return run_actions(app, call); });
  read("app.about", "data", {}, [&app](Call& call, const Values&) { return run_about(app, call); });
  read("app.menu", "data", {}, [&app](Call& call, const Values&) { return run_menu(app, call); });
  actions.push_back({"app.slice",
                     ActionKind::read,
                     {},
                     "data",
                     slice_form,
                     R"({"id":"x","offset":0})",
                     object,
                     [&app](Call&, const Values& in) { return run_slice(app, in); },
                     {}});
  read("institution.settings", "screen", {Role::manager, Role::administrator},
       [](Call& call, const Values&) { return run_settings(call); });
  actions.push_back({"institution.save",
                     ActionKind::write,
                     {Role::manager, Role::administrator},
                     "screen",
                     settings_form,
                     R"({"institution_name":"Biblioteca Orășenească Exemplu"})",
                     {},
                     run_save,
                     settings_again});
  read("host.waiting", "screen", {Role::keeper, Role::librarian, Role::administrator},
       [](Call& call, const Values&) { return run_waiting(call); });
  actions.push_back({"host.retry",
                     ActionKind::write,
                     {Role::keeper, Role::librarian, Role::administrator},
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [&app](Call& call, const Values&) { return run_retry(app, call); },
                     {}});
  add_host_changed(actions);
  add_doctor(actions);
}

}  // namespace metodica
