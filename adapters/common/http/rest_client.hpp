/// JSON over HTTP with OAuth2 client credentials (RFC 6749, 4.4), and whatever a server answers
/// instead of what was asked for, as one problem.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "http/http.hpp"
#include "json/json.hpp"

namespace metodica::http {

struct Client {
  std::string id;
  std::string secret;
};

/// Reads a file whose first line is the client's id and whose second is its secret. Errors,
/// METODICA_DENIED with {file}: "http.secret_unreadable", "http.secret_open" (others than the owner
/// may read it).
[[nodiscard]] Result<Client> read_client(const std::string& file);

/// An answer of any status, read.
struct RestAnswer {
  int status = 0;
  Json json;             ///< null when the body is no JSON
  std::string text;      ///< the body
  std::string said;      ///< why the server refused, in its own words and at most 200 characters
  std::string code;      ///< "error_code" of the server, "" when it gave none
  bool html = false;     ///< a page for people stands where an answer should
  bool damaged = false;  ///< the body says that it is JSON and is none

  [[nodiscard]] bool good() const { return status >= 200 && status < 300; }
};

/// Reads the three shapes of errors in use ({"error","error_code"},
/// {"errors":[{"message","path"}]},
/// [{"message","path"}]), texts and pages.
[[nodiscard]] RestAnswer read_answer(const Answer& answer);

/// The problem of an answer that is not what was asked for: 401 and 403 METODICA_DENIED
/// "http.login" / "http.forbidden" {said}; 404 NOT_FOUND "http.not_found"; 409 CONFLICT
/// "http.conflict" {said}; other 4xx INVALID "http.refused" {said}; 429, 503 BUSY "http.busy"; 502,
/// 504 UNREACHABLE "http.gateway" {status}; other 5xx DEFECT "http.fault" {status, said}; a page
/// DAMAGED "http.page" {status}; cut or otherwise broken JSON UNREACHABLE "http.cut_off" {host}.
[[nodiscard]] Problem problem_of(const RestAnswer& answer, const std::string& host);

class RestClient {
 public:
  /// `base`: path before all others ("/api/v1"); `token_path` under it ("/oauth/token").
  RestClient(const Server& server, std::string base, std::string token_path,
             std::string client_file);

  /// Sends with a token, which is fetched when there is none, renewed a minute before its end and
  /// once after a 401. Any status is an answer. Errors: those of Transport::send, read_client, and
  /// "http.login" when no token is given. [call]
  [[nodiscard]] Result<RestAnswer> send(Request request);
  /// GET with a token.
  [[nodiscard]] Result<RestAnswer> get(const std::string& path, const Headers& headers = {});
  /// The same, and anything but a good answer with JSON is a problem.
  [[nodiscard]] Result<Json> get_json(const std::string& path, const Headers& headers = {});
  /// GET without any credentials.
  [[nodiscard]] Result<RestAnswer> get_openly(const std::string& path);

  /// In a new process. [owner]
  void abandon();
  [[nodiscard]] Problem problem(const RestAnswer& answer) const {
    return problem_of(answer, server_.url);
  }

 private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] Result<void> log_in();
  [[nodiscard]] Result<RestAnswer> send_once(const Request& request);

  Server server_;
  std::string base_;
  std::string token_path_;
  std::string client_file_;
  std::unique_ptr<Transport> transport_;
  std::string token_;
  Clock::time_point token_ends_;
};

}  // namespace metodica::http
