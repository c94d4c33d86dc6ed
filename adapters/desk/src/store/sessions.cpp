#include "store/sessions.hpp"

#include "secrets.hpp"
#include "storage/sha256.hpp"
#include "store/audit.hpp"

namespace metodica::desk {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::int64_t touch_seconds = 60;  // a session is not written on every request

std::string id_of(std::string_view token) {
  return sha256_hex("session:" + std::string(token));
}

}  // namespace

std::string form_token(std::string_view session_token) {
  return sha256_hex("form:" + std::string(session_token));
}

Result<std::string> Sessions::start(const User& user, const std::string& address) {
  std::string token = random_hex(token_bytes);
  const std::int64_t now = now_();
  METODICA_CHECK(database_.write([&](UnitOfWork& work) -> Result<void> {
    work.execute("DELETE FROM desk_session WHERE seen_at < $1 OR started_at < $2",
                 {now - idle_seconds, now - longest_seconds});
    work.execute(
        "INSERT INTO desk_session (id, user_name, started_at, seen_at, notice) VALUES ($1, $2, $3, "
        "$4, '')",
        {id_of(token), user.name, now, now});
    write_audit(work, {"login", user.name, user.name, address});
    return {};
  }));
  return token;
}

Result<std::optional<Session>> Sessions::find(std::string_view token) {
  std::optional<Session> session;
  if (token.size() != 2 * token_bytes)
    return session;
  const std::string id = id_of(token);
  const std::int64_t now = now_();
  std::int64_t seen = 0;
  METODICA_CHECK(database_.read([&](UnitOfWork& work) -> Result<void> {
    const auto row = work.one<std::string, std::string, std::string, std::int64_t, std::string>(
        "SELECT u.name, u.roles, u.lang, s.seen_at, s.notice FROM desk_session s "
        "JOIN desk_user u ON u.name = s.user_name WHERE s.id = $1 AND s.seen_at >= $2 AND "
        "s.started_at >= $3",
        {id, now - idle_seconds, now - longest_seconds});
    if (row) {
      seen = std::get<3>(*row);
      session = Session{std::string(token),
                        user_of(std::get<0>(*row), std::get<1>(*row), std::get<2>(*row)),
                        std::get<4>(*row)};
    }
    return {};
  }));
  if (session && (now - seen >= touch_seconds || !session->notice.empty())) {
    METODICA_CHECK(database_.write([&](UnitOfWork& work) -> Result<void> {
      work.execute("UPDATE desk_session SET seen_at = $1, notice = '' WHERE id = $2", {now, id});
      return {};
    }));
  }
  return session;
}

Result<void> Sessions::end(const Session& session, const std::string& address) {
  return database_.write([&](UnitOfWork& work) -> Result<void> {
    work.execute("DELETE FROM desk_session WHERE id = $1", {id_of(session.token)});
    write_audit(work, {"logout", session.user.name, session.user.name, address});
    return {};
  });
}

Result<void> Sessions::set_notice(const Session& session, const std::string& notice) {
  return database_.write([&](UnitOfWork& work) -> Result<void> {
    work.execute("UPDATE desk_session SET notice = $1 WHERE id = $2",
                 {notice, id_of(session.token)});
    return {};
  });
}

}  // namespace metodica::desk
