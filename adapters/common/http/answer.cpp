#include "http/rest_client.hpp"
#include "text/unicode.hpp"

namespace metodica::http {
namespace {

constexpr std::size_t most_said = 200;

bool looks_like_html(const Answer& answer) {
  const std::size_t first = answer.body.find_first_not_of(" \t\r\n");
  return answer.header("content-type").find("text/html") != std::string::npos ||
         (first != std::string::npos && answer.body[first] == '<' &&
          answer.body.find("<html") != std::string::npos);
}

std::string said_in(const Json& json) {
  std::string said = json["error"].text();
  const Json& list = json.is_array() ? json : json["errors"];
  for (const Json& one : list.items()) {
    said += said.empty() ? "" : "; ";
    said += one["message"].text();
    if (!one["path"].text().empty()) {
      said += " (" + one["path"].text() + ")";
    }
  }
  const Json& permissions = json["required_permissions"];
  return permissions.is_null() ? said : said + " " + permissions.dump();
}

}  // namespace

RestAnswer read_answer(const Answer& answer) {
  RestAnswer read;
  read.status = answer.status;
  read.text = answer.body;
  read.html = looks_like_html(answer);
  if (read.html) {
    return read;
  }
  auto json = Json::parse(answer.body);
  if (json) {
    read.json = *std::move(json);
  }
  read.damaged = read.good() && !json && !answer.body.empty() &&
                 answer.header("content-type").find("json") != std::string::npos;
  if (!read.good()) {
    read.code = read.json["error_code"].text();
    read.said = said_in(read.json);
    read.said = excerpt(read.said.empty() && !json ? answer.body : read.said, most_said);
  }
  return read;
}

Problem problem_of(const RestAnswer& answer, const std::string& host) {
  const MessageArgument said{"said", answer.said};
  const MessageArgument status{"status", std::int64_t{answer.status}};
  if (answer.damaged || (answer.good() && !answer.html)) {
    return {METODICA_UNREACHABLE, "http.cut_off", {{"host", host}}};
  }
  switch (answer.status) {
    case 401:
      return {METODICA_DENIED, "http.login", {said}};
    case 403:
      return {METODICA_DENIED, "http.forbidden", {said}};
    case 404:
      return {METODICA_NOT_FOUND, "http.not_found", {said}};
    case 409:
      return {METODICA_CONFLICT, "http.conflict", {said}};
    case 429:
    case 503:
      return {METODICA_BUSY, "http.busy", {status}};
    case 502:
    case 504:
      return {METODICA_UNREACHABLE, "http.gateway", {status}};
    default:
      break;
  }
  if (answer.status >= 500) {
    return {METODICA_DEFECT, "http.fault", {status, said}};
  }
  if (answer.html || answer.status < 400) {
    return {METODICA_DAMAGED, "http.page", {status}};
  }
  return {METODICA_INVALID, "http.refused", {said}};
}

}  // namespace metodica::http
