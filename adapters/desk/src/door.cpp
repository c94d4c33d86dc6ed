#include "door.hpp"

#include <chrono>
#include <thread>

#include "json/base64.hpp"
#include "secrets.hpp"

namespace metodica::desk {
namespace {

constexpr int most_attempts = 4;
constexpr std::chrono::milliseconds first_pause{20};

}  // namespace

std::string new_key() {
  return "desk-" + random_hex(16);
}

Json all_roles() {
  return Json::array({"reader", "librarian", "keeper", "commission", "manager", "accountant",
                      "methodologist", "administrator"});
}

Json operator_caller() {
  return Json::object({{"user", "operator"}, {"roles", all_roles()}});
}

Json operator_request(std::string_view action, Json args, std::string_view lang) {
  return Json::object({{"do", action},
                       {"as", operator_caller()},
                       {"key", new_key()},
                       {"lang", lang},
                       {"args", std::move(args)}});
}

Result<Door> Door::open(const std::string& config) {
  METODICA_TRY(Instance instance, Instance::open(config));
  METODICA_CHECK(instance.start());
  return Door(std::move(instance));
}

Json Door::call(const Json& request) {
  return call_text(request.dump());
}

Json Door::call_text(std::string_view request) {
  auto pause = first_pause;
  for (int attempt = 1;; ++attempt) {
    auto reply = instance_.call(request);
    if (!reply && reply.error().status == METODICA_BUSY && attempt < most_attempts) {
      std::this_thread::sleep_for(pause);
      pause *= 3;
      continue;
    }
    auto json = Json::parse(reply ? *reply : reply.error().text);
    if (json)
      return *std::move(json);
    return Json::object(
        {{"kind", "problem"}, {"code", "defect"}, {"text", "the plugin answered without JSON"}});
  }
}

Json Door::finish(Json request, const Progress& progress) {
  Json reply = call(request);
  while (reply["kind"].text() == "progress") {
    if (progress)
      progress(reply["done"].integer(), reply["of"].integer());
    request.set("args", reply["next"]).set("key", new_key());
    reply = call(request);
  }
  return reply;
}

Result<std::string> Door::document_bytes(const Json& reply, const Json& request) {
  std::string bytes = base64_decoded(reply["base64"].text()).value_or(std::string());
  Json next = reply["next"];
  while (next.is_object()) {
    const Json more =
        call(Json::object({{"do", "app.slice"}, {"as", request["as"]}, {"args", next}}));
    METODICA_CHECK(check_reply(more));
    bytes += base64_decoded(more["base64"].text()).value_or(std::string());
    next = more["next"];
  }
  return bytes;
}

}  // namespace metodica::desk
