/// HTTP as an adapter needs it: one request, one whole answer, within a time limit.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metodica/result.hpp"

namespace metodica::http {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method = "GET";
  std::string path;  ///< with its query, already encoded: "/api/v1/items?_page=1"
  Headers headers = {};
  std::string body = {};
};

struct Answer {
  int status = 0;
  std::map<std::string, std::string> headers = {};  ///< names in lower case
  std::string body = {};

  [[nodiscard]] std::string header(const std::string& name) const;
};

/// Where requests go.
struct Server {
  std::string url;            ///< "https://koha.example.ro" or with a path before all others
  std::string ca_file = {};   ///< certificates to trust, "" for those of the system
  std::int64_t seconds = 10;  ///< for one whole exchange
};

class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  /// Sends and reads the whole answer, at most 64 MiB. Redirections are answers, not followed.
  /// Nothing is sent twice, but for a GET whose kept connection the server had closed meanwhile.
  /// Errors: METODICA_UNREACHABLE "http.unreachable" {host, what}, "http.slow" {host, seconds},
  /// "http.cut_off" {host} (the body ended before its length), "http.tls" {host, what};
  /// METODICA_DAMAGED "http.too_long" {host}. After "slow" and "cut_off" the server may have done
  /// what was asked. [call]
  virtual Result<Answer> send(const Request& request) = 0;
  /// In a new process: forgets the connection of the other one without closing it. [owner]
  virtual void abandon() = 0;
};

/// A connection that is opened at the first request and kept while it is used.
[[nodiscard]] std::unique_ptr<Transport> transport_to(const Server& server);

/// Text for a query or a path segment: all but letters, digits and -._~ as %XX.
[[nodiscard]] std::string encoded(std::string_view text);

}  // namespace metodica::http
