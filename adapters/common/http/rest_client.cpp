#include "http/rest_client.hpp"

#include <sys/stat.h>

#include <fstream>
#include <utility>

namespace metodica::http {
namespace {

constexpr std::chrono::seconds renew_before(60);
constexpr std::int64_t shortest_token = 120;

std::string trimmed(std::string line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
    line.pop_back();
  }
  return line;
}

}  // namespace

Result<Client> read_client(const std::string& file) {
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0) {
    return Unexpected({METODICA_DENIED, "http.secret_unreadable", {{"file", file}}});
  }
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return Unexpected({METODICA_DENIED, "http.secret_open", {{"file", file}}});
  }
  std::ifstream in(file);
  Client client;
  std::getline(in, client.id);
  std::getline(in, client.secret);
  client = {trimmed(client.id), trimmed(client.secret)};
  if (client.id.empty() || client.secret.empty()) {
    return Unexpected({METODICA_DENIED, "http.secret_unreadable", {{"file", file}}});
  }
  return client;
}

RestClient::RestClient(const Server& server, std::string base, std::string token_path,
                       std::string client_file)
    : server_(server),
      base_(std::move(base)),
      token_path_(std::move(token_path)),
      client_file_(std::move(client_file)),
      transport_(transport_to(server)) {}

void RestClient::abandon() {
  transport_->abandon();
  token_.clear();
}

Result<void> RestClient::log_in() {
  METODICA_TRY(const Client client, read_client(client_file_));
  METODICA_TRY(const Answer answer,
               transport_->send({"POST",
                                 base_ + token_path_,
                                 {{"Content-Type", "application/x-www-form-urlencoded"}},
                                 "grant_type=client_credentials&client_id=" + encoded(client.id) +
                                     "&client_secret=" + encoded(client.secret)}));
  const RestAnswer read = read_answer(answer);
  token_ = read.json["access_token"].text();
  if (token_.empty()) {
    // Whatever it says, wrong credentials are the cause: 400, 401 and 403 are all in use.
    const bool refused = read.status >= 400 && read.status < 500 && !read.html;
    return Unexpected(refused ? Problem(METODICA_DENIED, "http.login", {{"said", read.said}})
                              : problem(read));
  }
  const std::int64_t seconds = read.json["expires_in"].integer(shortest_token);
  token_ends_ = Clock::now() + std::chrono::seconds(seconds);
  return {};
}

Result<RestAnswer> RestClient::send_once(const Request& request) {
  if (token_.empty() || Clock::now() + renew_before > token_ends_) {
    METODICA_CHECK(log_in());
  }
  Request sent = request;
  sent.path = base_ + request.path;
  sent.headers.emplace_back("Authorization", "Bearer " + token_);
  METODICA_TRY(const Answer answer, transport_->send(sent));
  return read_answer(answer);
}

// After a 401 nothing was done, so even a write may be sent again.
Result<RestAnswer> RestClient::send(Request request) {
  METODICA_TRY(RestAnswer answer, send_once(request));
  if (answer.status == 401) {
    token_.clear();
    METODICA_TRY(answer, send_once(request));
  }
  return answer;
}

Result<RestAnswer> RestClient::get(const std::string& path, const Headers& headers) {
  return send({"GET", path, headers, ""});
}

Result<Json> RestClient::get_json(const std::string& path, const Headers& headers) {
  METODICA_TRY(RestAnswer answer, get(path, headers));
  if (!answer.good() || answer.html || answer.json.is_null()) {
    return Unexpected(problem(answer));
  }
  return std::move(answer.json);
}

Result<RestAnswer> RestClient::get_openly(const std::string& path) {
  METODICA_TRY(const Answer answer, transport_->send({"GET", base_ + path, {}, ""}));
  return read_answer(answer);
}

}  // namespace metodica::http
