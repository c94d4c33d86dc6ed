/// Sessions: who is logged in. Kept in the database, so that a restart logs nobody out; of the
/// token only its hash, so that a copy of the database opens nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/users.hpp"

namespace metodica::desk {

struct Session {
  std::string token;  ///< as in the cookie
  User user;
  std::string notice;  ///< what has just been done, to be shown once
};

/// The form token of a session (CSRF): derived from the session's own token, which no script and no
/// other site can read.
[[nodiscard]] std::string form_token(std::string_view session_token);

class Sessions {
 public:
  static constexpr std::int64_t idle_seconds = 8 * 3600;
  static constexpr std::int64_t longest_seconds = 7 * 24 * 3600;

  /// Borrows the database. `now`: the clock, in seconds since 1970.
  explicit Sessions(DeskDatabase& database, std::function<std::int64_t()> now = now_seconds)
      : database_(database), now_(std::move(now)) {}

  /// A new session; returns its token of 256 random bits, 64 hexadecimal digits. Sessions that are
  /// over are removed on the way.
  Result<std::string> start(const User& user, const std::string& address);
  /// The session of a token while it lasts; its user with the roles of now. Nothing otherwise.
  Result<std::optional<Session>> find(std::string_view token);
  Result<void> end(const Session& session, const std::string& address);
  Result<void> set_notice(const Session& session, const std::string& notice);

  DeskDatabase& database_;
  std::function<std::int64_t()> now_;
};

}  // namespace metodica::desk
