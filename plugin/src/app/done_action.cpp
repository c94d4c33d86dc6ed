#include "app/done_action.hpp"

#include "storage/sha256.hpp"

namespace metodica {
namespace {

constexpr std::int64_t kept_days = 400;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

}  // namespace

std::string hash_of(const Json& args) {
  return sha256_hex(args.dump());
}

Result<std::optional<Json>> answered_before(UnitOfWork& work, const std::string& action,
                                            const std::string& key, const std::string& args_hash) {
  const auto row = work.one<std::string, std::string>(
      "SELECT args_hash, reply FROM done_action WHERE library = {library} AND action = $1 AND key "
      "= $2",
      {action, key});
  if (!row)
    return std::optional<Json>();
  if (std::get<0>(*row) != args_hash) {
    return Unexpected(Problem(METODICA_CONFLICT, "app.key_reused", {{"key", key}}).at("key"));
  }
  METODICA_TRY(Json reply, Json::parse(std::get<1>(*row)));
  return std::optional<Json>(std::move(reply));
}

Result<void> keep_answer(Call& call, const std::string& action, const std::string& args_hash,
                         const Json& content) {
  UnitOfWork& work = call.work();
  const std::string now = call.now_utc();
  work.execute(
      "INSERT INTO done_action (library, action, key, args_hash, reply, at_utc) "
      "VALUES ({library}, $1, $2, $3, $4, $5)",
      {action, call.key(), args_hash, content.dump(), now});
  work.execute("DELETE FROM done_action WHERE library = {library} AND at_utc < $1",
               {utc_text(call.services().world().now_ms() - kept_days * day_ms)});
  work.execute(
      "INSERT INTO audit (library, id, at_utc, user_id, action, key, trace) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6)",
      {call.new_id(), now, call.caller().user, action, call.key(), call.trace()});
  return {};
}

Reply reply_from(Json content) {
  const std::string kind = content["kind"].text();
  if (kind == "progress") {
    return Reply::progress(content["done"].integer(), content["of"].integer(), content["next"]);
  }
  if (kind == "data")
    return Reply::data(std::move(content));
  return Reply::go(content["do"].text(), content["args"], content["notice"].text());
}

}  // namespace metodica
