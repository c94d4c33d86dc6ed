#include "sync/node_sync.hpp"

#include <algorithm>

#include "json/base64.hpp"
#include "replies.hpp"
#include "sync/gzip.hpp"

namespace metodica::desk {
namespace {

constexpr int most_attempts = 5;
constexpr std::int64_t first_pause_ms = 1000;
constexpr std::int64_t fewest_rows = 50;
constexpr std::size_t longest_page = 64U * 1024 * 1024;

bool may_pass(const Problem& problem) {
  return problem.status == METODICA_BUSY || problem.status == METODICA_UNREACHABLE;
}

// What the hub says passes: it is busy, its disk or its database is away.
bool may_pass(const Json& reply) {
  const std::string& code = reply["code"].text();
  return is_problem(reply) && (code == "busy" || code == "unreachable" || code == "forked");
}

Json named_file(const char* name, const std::string& bytes) {
  return Json::object({{"name", name}, {"base64", base64_encoded(bytes)}});
}

Problem said(std::string_view code) {
  return {METODICA_CONFLICT, std::string(code)};
}

}  // namespace

NodeSync::NodeSync(AskPlugin plugin, HubLine& hub, std::function<void(std::int64_t)> wait,
                   std::function<std::uint64_t()> chance)
    : plugin_(std::move(plugin)), hub_(hub), wait_(std::move(wait)), chance_(std::move(chance)) {}

// Pauses double and are stretched by chance, so that eighty nodes do not come back together.
Result<Json> NodeSync::ask_hub(std::string_view what, const std::string& body) {
  std::int64_t pause = first_pause_ms;
  for (int attempt = 1;; ++attempt) {
    auto answer = hub_.send(what, body);
    const bool again = answer ? may_pass(*answer) : may_pass(answer.error());
    if (!again || attempt == most_attempts) {
      if (answer)
        METODICA_CHECK(check_reply(*answer));
      return answer;
    }
    batch_rows_ = std::max(fewest_rows, batch_rows_ / 2);
    wait_(pause / 2 + static_cast<std::int64_t>(chance_() % static_cast<std::uint64_t>(pause)));
    pause *= 2;
  }
}

Result<Json> NodeSync::ask_plugin(std::string_view action, const std::string& library, Json args) {
  Json request = Json::object({{"do", action},
                               {"as", Json::object({{"user", "sync"},
                                                    {"library", library},
                                                    {"roles", Json::array({"administrator"})}})},
                               {"key", "sync-" + std::to_string(chance_())},
                               {"args", std::move(args)}});
  Json reply = plugin_(request);
  METODICA_CHECK(check_reply(reply));
  return reply;
}

Result<Json> NodeSync::enrol(const std::string& code, const std::string& token,
                             const std::string& hub_url) {
  METODICA_TRY(const Json enrolled,
               ask_hub("enrol", Json::object({{"code", code}, {"token", token}}).dump()));
  for (const Json& library : enrolled["libraries"].items()) {
    METODICA_TRY(const Json started,
                 ask_plugin("sync.start", library.text(),
                            Json::object({{"node", enrolled["node"]}, {"hub", hub_url}})));
  }
  return enrolled;
}

Result<Json> NodeSync::pull() {
  // News are the same for all libraries of a node; each library remembers how far it has read.
  METODICA_TRY(Json first, ask_hub("pull", Json::object({{"after", 0}, {"most", 0}}).dump()));
  token_is_old_ = first["token_old"].boolean();
  return first;
}

// Both sides must mean the same past before anything is sent.
Result<void> NodeSync::agree(const std::string& library, const Json& position) {
  METODICA_TRY(
      const Json reply,
      ask_plugin("sync.sent", library,
                 Json::object({{"sequence", position["applied"]}, {"hash", position["hash"]}})));
  if (!reply["agreed"].boolean())
    return Unexpected(said(reply["code"].text()));
  return {};
}

Result<Exchanged> NodeSync::exchange(const Json& position, const Json& pulled) {
  Exchanged done;
  done.library = position["library"].text();
  const std::string& library = done.library;
  if (position["applied"].integer() >= 0)
    METODICA_CHECK(agree(library, position));
  METODICA_TRY(const Json state, ask_plugin("sync.state", library, Json::object()));
  for (std::int64_t after = state["news"].integer(); after < pulled["last"].integer();) {
    METODICA_TRY(const Json more,
                 ask_hub("pull", Json::object({{"after", after}, {"library", library}}).dump()));
    METODICA_TRY(const Json kept,
                 ask_plugin("sync.receive", library,
                            Json::object({{"news", named_file("news.json", more["news"].dump())},
                                          {"upto", more["upto"]}})));
    if (more["upto"].integer() <= after)
      break;
    after = more["upto"].integer();
    done.news += static_cast<std::int64_t>(more["news"].items().size());
  }
  for (bool more = true; more;) {
    METODICA_TRY(const Json batch,
                 ask_plugin("sync.batch", library, Json::object({{"rows", batch_rows_}})));
    more = batch["more"].boolean();
    if (batch["count"].integer() == 0)
      break;
    METODICA_TRY(const Json reply, ask_hub("apply", gzipped(batch["text"].text())));
    for (const Json& row : reply["refused"].items())
      done.refused.push_back(row["key"].text() + ": " + row["text"].text());
    if (!reply["stopped"].text().empty() && reply["stopped"].text() != "hub.restored" &&
        reply["stopped"].text() != "hub.gap")
      return Unexpected(said(reply["stopped"].text()));
    METODICA_CHECK(agree(library, reply));
    if (!reply["stopped"].text().empty())
      return Unexpected(said(reply["stopped"].text()));
    done.rows += reply["rows"].integer();
  }
  return done;
}

Result<std::vector<Exchanged>> NodeSync::run() {
  METODICA_TRY(const Json pulled, pull());
  std::vector<Exchanged> all;
  for (const Json& position : pulled["libraries"].items()) {
    auto done = exchange(position, pulled);
    if (!done) {
      const Problem& problem = done.error();
      static_cast<void>(
          ask_plugin("sync.failed", position["library"].text(),
                     Json::object({{"problem", problem.message.empty() ? "hub" : problem.message}}))
              .has_value());
      return Unexpected(problem);
    }
    all.push_back(*std::move(done));
  }
  if (!all.empty()) {
    const auto titles = take_titles(all.front().library);
    // An older hub has no list yet.
    if (!titles && titles.error().status != METODICA_NOT_FOUND)
      return Unexpected(titles.error());
  }
  return all;
}

// What the county has of which title: the same for all libraries of a node, kept by the first one.
Result<void> NodeSync::take_titles(const std::string& library) {
  METODICA_TRY(const Json state, ask_plugin("sync.state", library, Json::object()));
  std::int64_t after = state["union"].integer();
  for (bool more = true; more;) {
    METODICA_TRY(const Json packed, ask_hub("union.pull", Json::object({{"after", after}}).dump()));
    METODICA_TRY(
        const std::string text,
        gunzipped(base64_decoded(packed["packed"].text()).value_or(std::string()), longest_page));
    METODICA_TRY(const Json page, Json::parse(text));
    if (page["rows"].items().empty() && page["last"].integer() >= after) {
      more = page["more"].boolean();
      continue;
    }
    METODICA_TRY(
        const Json kept,
        ask_plugin("sync.union", library, Json::object({{"page", named_file("page.json", text)}})));
    const bool restarts = page["last"].integer() < after;
    after = kept["union"].integer();
    more = restarts || page["more"].boolean();
  }
  return {};
}

Result<void> NodeSync::recover_one(const Json& position) {
  const std::string& library = position["library"].text();
  METODICA_TRY(const Json begun, ask_plugin("sync.recover", library, Json::object()));
  METODICA_TRY(const Json plan, ask_hub("rows", Json::object({{"library", library}}).dump()));
  for (const Json& subject : plan["subjects"].items()) {
    std::int64_t offset = 0;
    for (bool more = true; more;) {
      METODICA_TRY(
          const Json part,
          ask_hub("rows",
                  Json::object({{"library", library}, {"subject", subject}, {"offset", offset}})
                      .dump()));
      METODICA_TRY(const Json kept,
                   ask_plugin("sync.recover", library,
                              Json::object({{"subject", subject},
                                            {"rows", named_file("rows", part["rows"].dump())}})));
      offset += static_cast<std::int64_t>(part["rows"].items().size());
      more = part["more"].boolean();
    }
  }
  METODICA_TRY(const Json done,
               ask_plugin("sync.recover", library,
                          Json::object({{"finish", named_file("counters", plan["counters"].dump())},
                                        {"sequence", position["applied"]},
                                        {"hash", position["hash"]}})));
  if (!done["done"].boolean())
    return Unexpected({METODICA_CONFLICT,
                       "sync.used_twice",
                       {{"count", done["used_twice"].integer()}, {"where", done["where"].text()}}});
  return {};
}

Result<std::vector<std::string>> NodeSync::recover() {
  METODICA_TRY(const Json pulled, pull());
  std::vector<std::string> libraries;
  for (const Json& position : pulled["libraries"].items()) {
    const std::string& library = position["library"].text();
    METODICA_TRY(const Json state, ask_plugin("sync.state", library, Json::object()));
    if (state["locked"].boolean()) {
      METODICA_CHECK(recover_one(position));
      libraries.push_back(library);
    }
  }
  return libraries;
}

Result<void> NodeSync::change_token(const std::string& token) {
  METODICA_TRY(const Json changed, ask_hub("token", Json::object({{"new_token", token}}).dump()));
  return {};
}

}  // namespace metodica::desk
