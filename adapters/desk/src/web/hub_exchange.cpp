#include "web/hub_exchange.hpp"

#include <Poco/Net/HTTPServerRequest.h>

#include <istream>

#include "web/site.hpp"

namespace metodica::desk {
namespace {

constexpr std::string_view prefix = "/hub/";
constexpr std::string_view bearer = "Bearer ";
constexpr std::size_t longest_request = 4U * 1024 * 1024;
constexpr std::size_t block_bytes = 64 * 1024;

}  // namespace

bool is_of_node(const Poco::Net::HTTPServerRequest& from) {
  return from.getURI().rfind(prefix, 0) == 0;
}

std::optional<HubRequest> read_hub_request(Poco::Net::HTTPServerRequest& from) {
  if (from.getMethod() != "POST")
    return std::nullopt;
  HubRequest request;
  request.what = from.getURI().substr(prefix.size());
  const std::string credential = from.get("Authorization", "");
  if (credential.rfind(bearer, 0) == 0)
    request.token = credential.substr(bearer.size());
  std::string block(block_bytes, '\0');
  std::istream& in = from.stream();
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    request.body.append(block, 0, static_cast<std::size_t>(in.gcount()));
    if (request.body.size() > longest_request)
      return std::nullopt;
  }
  return request;
}

WebAnswer Site::answer_node(const HubRequest& request) {
  const Json reply = desk::answer_node(
      request, [&](const Json& asked) { return doors_.lease()->call(asked); }, settings_.lang);
  const int status = reply["kind"].text() == "problem" ? http_status(reply["code"].text()) : 200;
  return {status, "application/json; charset=utf-8", reply.dump(), {}};
}

}  // namespace metodica::desk
