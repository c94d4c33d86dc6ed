/// The line from a node to its hub: requests in JSON or gzip, answers in JSON.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "json/json.hpp"
#include "metodica/result.hpp"
#include "settings.hpp"

namespace metodica::desk {

class HubLine {
 public:
  HubLine() = default;
  HubLine(const HubLine&) = delete;
  HubLine& operator=(const HubLine&) = delete;
  virtual ~HubLine() = default;

  /// Sends `body` to "/hub/<what>". The answer of the hub, a problem too; what came from no hub is
  /// an error: METODICA_UNREACHABLE "http.*"; METODICA_DAMAGED "sync.answer" {status}. After an
  /// error the hub may have done what was asked.
  virtual Result<Json> send(std::string_view what, const std::string& body) = 0;
  /// The credential of what is sent from now on; "" for none.
  virtual void set_token(std::string token) = 0;
};

/// Over HTTPS; the certificate is checked strictly, against ca_file or the system's. Errors:
/// METODICA_INVALID "sync.no_url", "sync.tls_needed" {url}.
Result<std::unique_ptr<HubLine>> line_to_hub(const Settings& settings);

/// The file of the node's token, readable by its owner only.
class TokenFile {
 public:
  explicit TokenFile(std::string file) : file_(std::move(file)) {}

  /// Errors: METODICA_NOT_FOUND "sync.no_token" {file}; METODICA_DENIED "desk.secret_open" {file}.
  [[nodiscard]] Result<std::string> read() const;
  /// Replaces it whole. Errors: METODICA_UNREACHABLE "sync.token_not_written" {file}.
  [[nodiscard]] Result<void> write(const std::string& token) const;
  /// A token that the hub may know already but that is not in use yet, beside the file.
  [[nodiscard]] TokenFile next() const { return TokenFile(file_ + ".next"); }
  void remove() const;

 private:
  std::string file_;
};

}  // namespace metodica::desk
