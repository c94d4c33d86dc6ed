#include "store/users.hpp"

#include <algorithm>
#include <array>

#include "secrets.hpp"
#include "store/audit.hpp"

namespace metodica::desk {
namespace {

constexpr std::array<std::string_view, 8> known_roles = {
    "reader",  "librarian",  "keeper",        "commission",
    "manager", "accountant", "methodologist", "administrator"};
constexpr std::size_t longest_name = 40;

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> list;
  std::string word;
  for (const char c : std::string(text) + ",") {
    if (c != ',' && c != ' ') {
      word += c;
    } else if (!word.empty()) {
      list.push_back(std::move(word));
      word.clear();
    }
  }
  return list;
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& word : list)
    text += (text.empty() ? "" : ",") + word;
  return text;
}

Result<void> check_name(const std::string& name) {
  const bool fine =
      name.size() >= 2 && name.size() <= longest_name &&
      std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
      });
  if (!fine)
    return invalid("desk.user_name", {{"text", name}});
  return {};
}

Result<void> check_password(std::string_view password) {
  if (password.size() < Users::shortest_password) {
    return invalid("desk.password_short",
                   {{"min", static_cast<std::int64_t>(Users::shortest_password)}});
  }
  if (password.size() > Users::longest_password) {
    return invalid("desk.password_long",
                   {{"max", static_cast<std::int64_t>(Users::longest_password)}});
  }
  return {};
}

bool has_administrator(UnitOfWork& work) {
  bool found = false;
  work.each<std::string>("SELECT roles FROM desk_user", {}, [&](const std::string& roles) {
    found = found || user_of("", roles, "").has("administrator");
  });
  return found;
}

Unexpected unknown(const std::string& name) {
  return Unexpected({METODICA_NOT_FOUND, "desk.user_unknown", {{"name", name}}});
}

}  // namespace

std::span<const std::string_view> role_names() {
  return known_roles;
}

bool User::has(std::string_view role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

User user_of(std::string name, std::string_view roles, std::string lang) {
  return {std::move(name), words(roles), std::move(lang)};
}

Result<std::vector<std::string>> parse_roles(std::string_view text) {
  std::vector<std::string> roles = words(text);
  std::string all;
  for (const auto role : known_roles)
    all += (all.empty() ? "" : ", ") + std::string(role);
  for (const auto& role : roles) {
    if (std::find(known_roles.begin(), known_roles.end(), role) == known_roles.end()) {
      return invalid("desk.role_unknown", {{"text", role}, {"roles", all}});
    }
  }
  if (roles.empty())
    return invalid("desk.role_unknown", {{"text", std::string(text)}, {"roles", all}});
  return roles;
}

Result<void> Users::add(const User& user, std::string_view password, const std::string& actor) {
  METODICA_CHECK(check_name(user.name));
  METODICA_CHECK(check_password(password));
  const std::string hash = password_hash(password);
  return database_.write([&](UnitOfWork& work) -> Result<void> {
    const std::int64_t rows = work.execute(
        "INSERT INTO desk_user (name, password, roles, lang, created_at) VALUES ($1, $2, $3, $4, "
        "$5) "
        "ON CONFLICT DO NOTHING",
        {user.name, hash, joined(user.roles), user.lang, now_utc()});
    if (rows == 0)
      return Unexpected({METODICA_CONFLICT, "desk.user_exists", {{"name", user.name}}});
    write_audit(work, {"user_added", actor, user.name + ": " + joined(user.roles), ""});
    return {};
  });
}

Result<void> Users::change(const std::string& name, std::string_view event,
                           const std::string& actor,
                           const std::function<std::int64_t(UnitOfWork&)>& statement) {
  return database_.write([&](UnitOfWork& work) -> Result<void> {
    if (statement(work) == 0)
      return unknown(name);
    write_audit(work, {event, actor, name, ""});
    return {};
  });
}

Result<void> Users::set_password(const std::string& name, std::string_view password,
                                 const std::string& actor) {
  METODICA_CHECK(check_password(password));
  const std::string hash = password_hash(password);
  return change(name, "password_changed", actor, [&](UnitOfWork& work) {
    work.execute("DELETE FROM desk_session WHERE user_name = $1", {name});
    return work.execute("UPDATE desk_user SET password = $1 WHERE name = $2", {hash, name});
  });
}

Result<void> Users::set_roles(const std::string& name, const std::vector<std::string>& roles,
                              const std::string& actor) {
  return database_.write([&](UnitOfWork& work) -> Result<void> {
    const bool before = has_administrator(work);
    if (work.execute("UPDATE desk_user SET roles = $1 WHERE name = $2", {joined(roles), name}) == 0)
      return unknown(name);
    if (before && !has_administrator(work))
      return Unexpected({METODICA_CONFLICT, "desk.last_administrator"});
    write_audit(work, {"roles_changed", actor, name + ": " + joined(roles), ""});
    return {};
  });
}

Result<void> Users::set_lang(const std::string& name, const std::string& lang) {
  return change(name, "language_changed", name, [&](UnitOfWork& work) {
    return work.execute("UPDATE desk_user SET lang = $1 WHERE name = $2", {lang, name});
  });
}

Result<void> Users::remove(const std::string& name, const std::string& actor) {
  return database_.write([&](UnitOfWork& work) -> Result<void> {
    const bool before = has_administrator(work);
    work.execute("DELETE FROM desk_session WHERE user_name = $1", {name});
    if (work.execute("DELETE FROM desk_user WHERE name = $1", {name}) == 0)
      return unknown(name);
    if (before && !has_administrator(work))
      return Unexpected({METODICA_CONFLICT, "desk.last_administrator"});
    write_audit(work, {"user_removed", actor, name, ""});
    return {};
  });
}

Result<std::vector<User>> Users::list() {
  std::vector<User> users;
  METODICA_CHECK(database_.read([&](UnitOfWork& work) -> Result<void> {
    users.clear();
    work.each<std::string, std::string, std::string>(
        "SELECT name, roles, lang FROM desk_user ORDER BY name", {},
        [&](std::string name, const std::string& roles, std::string lang) {
          users.push_back(user_of(std::move(name), roles, std::move(lang)));
        });
    return {};
  }));
  return users;
}

Result<std::optional<User>> Users::checked(const std::string& name, std::string_view password) {
  std::string hash;
  std::optional<User> user;
  METODICA_CHECK(database_.read([&](UnitOfWork& work) -> Result<void> {
    const auto row = work.one<std::string, std::string, std::string>(
        "SELECT password, roles, lang FROM desk_user WHERE name = $1", {name});
    if (row) {
      hash = std::get<0>(*row);
      user = user_of(name, std::get<1>(*row), std::get<2>(*row));
    }
    return {};
  }));
  // Outside the transaction: hashing is slow on purpose and must not hold up the others.
  if (!password_matches(password, hash))
    user.reset();
  return user;
}

}  // namespace metodica::desk
