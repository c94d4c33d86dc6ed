/// Users of the desk: who may log in, with which roles.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/desk_database.hpp"

namespace metodica::desk {

struct User {
  std::string name;                ///< 2 to 40 of a-z 0-9 . _ -
  std::vector<std::string> roles;  ///< names of the door
  std::string lang;                ///< "ro", "en", "hu"

  [[nodiscard]] bool has(std::string_view role) const;
};

/// The names of the door's roles, as they stand in the screens: the reader first.
[[nodiscard]] std::span<const std::string_view> role_names();

/// "keeper,librarian" taken apart. Errors: METODICA_INVALID "desk.role_unknown" {text}{roles}.
Result<std::vector<std::string>> parse_roles(std::string_view text);

class Users {
 public:
  /// Borrows the database.
  explicit Users(DeskDatabase& database) : database_(database) {}

  static constexpr std::size_t shortest_password = 10;
  static constexpr std::size_t longest_password = 200;

  /// Errors: METODICA_INVALID "desk.user_name", "desk.password_short" {min}, "desk.password_long"
  /// {max}; METODICA_CONFLICT "desk.user_exists" {name}. `actor` stands in the audit.
  Result<void> add(const User& user, std::string_view password, const std::string& actor);
  /// Sets a new password and ends all sessions of the user. Errors: as add, and METODICA_NOT_FOUND
  /// "desk.user_unknown" {name}, as the three below.
  Result<void> set_password(const std::string& name, std::string_view password,
                            const std::string& actor);
  /// Errors: besides METODICA_CONFLICT "desk.last_administrator" when nobody would be left who adds
  /// users, as remove.
  Result<void> set_roles(const std::string& name, const std::vector<std::string>& roles,
                         const std::string& actor);
  Result<void> set_lang(const std::string& name, const std::string& lang);
  /// Removes the user and ends the sessions; the audit keeps the name.
  Result<void> remove(const std::string& name, const std::string& actor);

  Result<std::vector<User>> list();
  /// The user when the password is right, nothing otherwise; both take the same time.
  Result<std::optional<User>> checked(const std::string& name, std::string_view password);

 private:
  Result<void> change(const std::string& name, std::string_view event, const std::string& actor,
                      const std::function<std::int64_t(UnitOfWork&)>& statement);

  DeskDatabase& database_;
};

/// The user of one row: name, roles, lang.
[[nodiscard]] User user_of(std::string name, std::string_view roles, std::string lang);

}  // namespace metodica::desk
