// The administrator's pages about users: who may log in, with which roles. Passwords are made at
// random and shown once; people change theirs on /password.

#include <algorithm>

#include "secrets.hpp"
#include "web/site.hpp"

namespace metodica::desk {
namespace {

constexpr std::string_view role_prefix = "role_";

html::HtmlOptions users_options(html::HtmlOptions options) {
  options.action_url = options.link_url = "/users/{action}";
  return options;
}

std::vector<std::string> ticked_roles(const Fields& form) {
  std::vector<std::string> roles;
  for (const std::string_view role : role_names()) {
    if (!field_of(form, std::string(role_prefix) + std::string(role)).empty())
      roles.emplace_back(role);
  }
  return roles;
}

Json role_fields(const Messages& say, const std::vector<std::string>& ticked) {
  Json::Array fields;
  for (const std::string_view role : role_names()) {
    const std::string name(role);
    const bool yes = std::find(ticked.begin(), ticked.end(), name) != ticked.end();
    fields.push_back(Json::object({{"name", std::string(role_prefix) + name},
                                   {"is", "yes_no"},
                                   {"label", say("role." + name)},
                                   {"help", say("desk.role_help." + name)},
                                   {"value", yes}}));
  }
  return Json::object({{"name", "roles"},
                       {"is", "part"},
                       {"label", say("desk.roles")},
                       {"fields", Json::array(std::move(fields))}});
}

// A part's fields are named "roles/role_keeper"; those of these pages stay flat.
std::string plain_name(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? name : name.substr(slash + 1);
}

Fields plain_fields(const Fields& form) {
  Fields fields;
  for (const auto& [name, value] : form)
    fields.emplace_back(plain_name(name), value);
  return fields;
}

Json form_block(std::string action, std::string send, Json::Array fields) {
  return Json::object({{"block", "form"},
                       {"id", action},
                       {"action", action},
                       {"send", std::move(send)},
                       {"fields", Json::array(std::move(fields))}});
}

Json add_form(const Messages& say, const Fields& typed) {
  Json::Array fields;
  fields.push_back(Json::object({{"name", "name"},
                                 {"is", "text"},
                                 {"label", say("desk.user")},
                                 {"help", say("desk.user_name_help")},
                                 {"required", true},
                                 {"longest", 40},
                                 {"value", field_of(typed, "name")}}));
  fields.push_back(role_fields(say, ticked_roles(typed)));
  return form_block("add", say("desk.users_add"), std::move(fields));
}

Json users_table(const std::vector<User>& users, const Messages& say) {
  Json::Array rows;
  for (const User& user : users) {
    std::string roles;
    for (const auto& role : user.roles)
      roles += (roles.empty() ? "" : ", ") + say("role." + role);
    const Json link = Json::object(
        {{"text", user.name}, {"action", "edit"}, {"args", Json::object({{"name", user.name}})}});
    rows.push_back(Json::object({{"cells", Json::array({link, roles, user.lang})}}));
  }
  const auto column = [&](const char* name, const char* label) {
    return Json::object({{"name", name}, {"label", say(label)}, {"kind", "text"}});
  };
  return Json::object(
      {{"block", "table"},
       {"id", "users"},
       {"columns", Json::array({column("name", "desk.user"), column("roles", "desk.roles"),
                                column("lang", "desk.language")})},
       {"rows", Json::array(std::move(rows))}});
}

Json remark(std::string text, const char* level) {
  return Json::object({{"block", "text"}, {"text", std::move(text)}, {"level", level}});
}

Json screen_of(std::string title, std::string sub, Json::Array blocks) {
  return Json::object({{"kind", "screen"},
                       {"title", std::move(title)},
                       {"sub", std::move(sub)},
                       {"blocks", Json::array(std::move(blocks))}});
}

Json user_buttons(const std::string& name, const Messages& say) {
  const auto button = [&](const char* label, const char* action, const char* question) {
    return Json::object({{"label", say(label)},
                         {"action", action},
                         {"args", Json::object({{"name", name}})},
                         {"writes", true},
                         {"danger", std::string_view(action) == "remove"},
                         {"confirm", say(question, {{"name", name}})}});
  };
  return Json::object(
      {{"block", "actions"},
       {"actions",
        Json::array({button("desk.password_reset", "password", "desk.password_reset_ask"),
                     button("desk.user_remove", "remove", "desk.user_remove_ask")})}});
}

}  // namespace

WebAnswer Site::users_pages(Visit& visit) {
  const std::string& path = visit.request.path;
  if (!visit.session->user.has("administrator"))
    return problem_page(visit, {METODICA_DENIED, "desk.users_denied"}, 403);
  if (visit.request.method != "POST") {
    if (path == "/users")
      return users_list(visit, {});
    return path == "/users/edit" ? user_page(visit, field_of(visit.request.query, "name"), {})
                                 : problem_page(visit, {METODICA_NOT_FOUND, "desk.no_page"}, 404);
  }
  const std::string name = field_of(visit.request.form, "name");
  if (path == "/users/add")
    return add_user(visit, name);
  if (path == "/users/password")
    return reset_password(visit, name);
  if (path == "/users/roles")
    return change_roles(visit, name);
  if (path == "/users/remove")
    return remove_user(visit, name);
  return problem_page(visit, {METODICA_NOT_FOUND, "desk.no_page"}, 404);
}

WebAnswer Site::users_list(Visit& visit, const Said& said) {
  const Messages& say = visit.say;
  const auto users = users_.list();
  if (!users)
    return problem_page(visit, users.error(), 503);
  Json::Array blocks;
  if (!said.text.empty())
    blocks.push_back(remark(said.text, said.level));
  blocks.push_back(users_table(*users, say));
  blocks.push_back(Json::object({{"block", "heading"}, {"text", say("desk.users_new")}}));
  const bool again = said.status != 200;
  blocks.push_back(add_form(say, again ? plain_fields(visit.request.form) : Fields()));
  Json screen = screen_of(say("desk.users"), say("desk.users_sub"), std::move(blocks));
  take_notice(visit, screen);
  return page(visit, say("desk.users"),
              html::render_screen(screen, users_options(html_options(visit))), said.status);
}

WebAnswer Site::user_page(Visit& visit, const std::string& name, const Said& said) {
  const Messages& say = visit.say;
  const auto users = users_.list();
  if (!users)
    return problem_page(visit, users.error(), 503);
  const auto user =
      std::find_if(users->begin(), users->end(), [&](const User& one) { return one.name == name; });
  if (user == users->end())
    return problem_page(visit, {METODICA_NOT_FOUND, "desk.user_unknown", {{"name", name}}}, 404);
  Json::Array blocks;
  if (!said.text.empty())
    blocks.push_back(remark(said.text, said.level));
  blocks.push_back(form_block("roles", say("desk.roles_send"),
                              {Json::object({{"name", "name"}, {"is", "hidden"}, {"value", name}}),
                               role_fields(say, user->roles)}));
  if (name != visit.session->user.name)
    blocks.push_back(user_buttons(name, say));
  Json screen =
      screen_of(say("desk.user_title", {{"name", name}}), say("desk.user_sub"), std::move(blocks));
  return page(visit, say("desk.user_title", {{"name", name}}),
              html::render_screen(screen, users_options(html_options(visit))), said.status);
}

WebAnswer Site::add_user(Visit& visit, const std::string& name) {
  const std::string password = random_password();
  const auto refuse = [&](const Problem& problem) {
    return users_list(visit, {visit.say.of(problem), "bad", 422});
  };
  const std::vector<std::string> roles = ticked_roles(plain_fields(visit.request.form));
  if (roles.empty())
    return refuse({METODICA_INVALID, "desk.roles_missing"});
  const auto added = users_.add({name, roles, visit.lang}, password, visit.session->user.name);
  if (!added)
    return refuse(added.error());
  // Shown in this very answer, so that it is kept nowhere.
  return users_list(
      visit, {visit.say("desk.password_once", {{"name", name}, {"password", password}}), "good"});
}

WebAnswer Site::reset_password(Visit& visit, const std::string& name) {
  if (name == visit.session->user.name)
    return see_other("/password");
  const std::string password = random_password();
  if (const auto set = users_.set_password(name, password, visit.session->user.name); !set)
    return user_page(visit, name, {visit.say.of(set.error()), "bad", 422});
  return user_page(
      visit, name,
      {visit.say("desk.password_once", {{"name", name}, {"password", password}}), "good"});
}

WebAnswer Site::change_roles(Visit& visit, const std::string& name) {
  const std::vector<std::string> roles = ticked_roles(plain_fields(visit.request.form));
  const auto refuse = [&](const Problem& problem) {
    return user_page(visit, name, {visit.say.of(problem), "bad", 422});
  };
  if (roles.empty())
    return refuse({METODICA_INVALID, "desk.roles_missing"});
  if (const auto set = users_.set_roles(name, roles, visit.session->user.name); !set)
    return refuse(set.error());
  return noticed(visit, visit.say("desk.roles_set", {{"name", name}}), "/users");
}

WebAnswer Site::remove_user(Visit& visit, const std::string& name) {
  if (const auto gone = users_.remove(name, visit.session->user.name); !gone)
    return user_page(visit, name, {visit.say.of(gone.error()), "bad", 422});
  return noticed(visit, visit.say("desk.user_removed", {{"name", name}}), "/users");
}

}  // namespace metodica::desk
