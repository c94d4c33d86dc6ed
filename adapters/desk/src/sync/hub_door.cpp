#include "sync/hub_door.hpp"

#include "json/base64.hpp"
#include "sync/gzip.hpp"
#include "text/messages.hpp"

namespace metodica::desk {
namespace {

Json problem_reply(const Problem& problem, std::string_view code, const std::string& lang) {
  return Json::object({{"kind", "problem"},
                       {"code", code},
                       {"message", problem.message},
                       {"text", Messages(lang).of(problem)}});
}

Result<Json> arguments(const HubRequest& request) {
  if (request.what == "apply") {
    METODICA_TRY(const std::string text, gunzipped(request.body, longest_batch));
    return Json::object(
        {{"batch", Json::object({{"name", "batch"}, {"base64", base64_encoded(text)}})}});
  }
  METODICA_TRY(Json args, Json::parse(request.body));
  if (!args.is_object())
    return invalid("hub.batch_broken", {{"line", 1}});
  return args;
}

}  // namespace

Json answer_node(const HubRequest& request, const AskPlugin& plugin, const std::string& lang) {
  const bool known = request.what == "enrol" || request.what == "token" || request.what == "pull" ||
                     request.what == "rows" || request.what == "apply" ||
                     request.what == "union.pull";
  if (!known)
    return problem_reply({METODICA_NOT_FOUND, "desk.no_page"}, "not_found", lang);
  auto args = arguments(request);
  if (!args)
    return problem_reply(args.error(), "invalid", lang);
  if (request.what != "enrol")
    args->set("token", request.token);
  Json reply =
      plugin(Json::object({{"do", "hub." + request.what},
                           {"as", Json::object({{"user", "node"}, {"roles", Json::array()}})},
                           {"key", "node"},
                           {"lang", lang},
                           {"args", *std::move(args)}}));
  // A first list is megabytes, and lines are thin.
  if (request.what == "union.pull" && reply["kind"].text() == "data")
    return Json::object({{"kind", "data"}, {"packed", base64_encoded(gzipped(reply.dump()))}});
  return reply;
}

}  // namespace metodica::desk
