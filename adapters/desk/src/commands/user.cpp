// metodica user: who may log in to the desk.

#include <istream>
#include <ostream>

#include "command.hpp"
#include "secrets.hpp"
#include "settings.hpp"
#include "store/users.hpp"

namespace metodica::desk {
namespace {

constexpr std::string_view actor = "console";
constexpr std::string_view usual_roles = "librarian";

struct Password {
  std::string text;
  bool made = false;  ///< at random: it must be shown, once
};

/// The first line of the standard input, or one made at random when there is none.
Password ask_password(const Invocation& call, Console& console) {
  console.err << call.say("desk.password_ask") << "\n" << std::flush;
  Password password;
  std::getline(console.in, password.text);
  password.made = password.text.empty();
  if (password.made)
    password.text = random_password();
  return password;
}

void show_made(const Password& password, const std::string& name, const Invocation& call,
               Console& console) {
  if (!password.made)
    return;
  console.out << call.say("desk.password_once", {{"name", name}, {"password", password.text}})
              << "\n";
}

Result<void> add(Users& users, const Invocation& call, Console& console) {
  METODICA_TRY(const auto roles, parse_roles(call.option("roles", std::string(usual_roles))));
  const Password password = ask_password(call, console);
  METODICA_CHECK(
      users.add({call.word(1), roles, call.say.lang()}, password.text, std::string(actor)));
  show_made(password, call.word(1), call, console);
  console.err << call.say("desk.user_added", {{"name", call.word(1)}}) << "\n";
  return {};
}

Result<void> change_password(Users& users, const Invocation& call, Console& console) {
  const Password password = ask_password(call, console);
  METODICA_CHECK(users.set_password(call.word(1), password.text, std::string(actor)));
  show_made(password, call.word(1), call, console);
  console.err << call.say("desk.password_set", {{"name", call.word(1)}}) << "\n";
  return {};
}

Result<void> change_roles(Users& users, const Invocation& call, Console& console) {
  METODICA_TRY(const auto roles,
               parse_roles(call.has("roles") ? call.option("roles") : call.word(2)));
  METODICA_CHECK(users.set_roles(call.word(1), roles, std::string(actor)));
  console.err << call.say("desk.roles_set", {{"name", call.word(1)}}) << "\n";
  return {};
}

Result<void> list(Users& users, const Invocation& call, Console& console) {
  METODICA_TRY(const auto all, users.list());
  for (const User& user : all) {
    console.out << user.name << "\t";
    for (std::size_t i = 0; i < user.roles.size(); ++i) {
      console.out << (i == 0 ? "" : ", ") << call.say("role." + user.roles[i]);
    }
    console.out << "\n";
  }
  return {};
}

Result<void> remove(Users& users, const Invocation& call, Console& console) {
  METODICA_CHECK(users.remove(call.word(1), std::string(actor)));
  console.err << call.say("desk.user_removed", {{"name", call.word(1)}}) << "\n";
  return {};
}

Result<void> run(const Invocation& call, Console& console) {
  METODICA_TRY(const std::string config, config_file(call));
  METODICA_TRY(const Settings settings, Settings::read(config));
  METODICA_TRY(const auto database, DeskDatabase::open(settings.desk_database()));
  Users users(*database);
  const std::string& what = call.words[0];
  if (what == "list")
    return list(users, call, console);
  if (what == "add")
    return add(users, call, console);
  if (what == "password")
    return change_password(users, call, console);
  if (what == "roles")
    return change_roles(users, call, console);
  return remove(users, call, console);
}

}  // namespace

int run_user(const Invocation& call, Console& console) {
  const std::string& what = call.words[0];
  const bool named = what == "add" || what == "password" || what == "roles" || what == "remove";
  if (what != "list" && (!named || call.word(1).empty())) {
    console.err << call.say("desk.help.user") << "\n";
    return exit_usage;
  }
  const auto done = run(call, console);
  return done ? exit_fine : report(done.error(), call, console);
}

}  // namespace metodica::desk
