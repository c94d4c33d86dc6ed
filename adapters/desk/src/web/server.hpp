/// Server: the site on a socket, with or without TLS.
#pragma once

#include <memory>

#include "metodica/result.hpp"
#include "settings.hpp"
#include "web/site.hpp"

namespace metodica::desk {

/// Checks what may be listened on. Beyond this machine only with TLS, or behind a proxy that speaks
/// it. Errors: METODICA_DENIED "desk.tls_needed" {address}; METODICA_INVALID "desk.listen" {text},
/// "desk.tls_pair"; those of check_secret_file for the key.
Result<void> check_listening(const Settings& settings);

class Server {
 public:
  /// Binds and starts to answer. Errors: those of check_listening; METODICA_UNREACHABLE
  /// "desk.port_taken" {address}{reason}; METODICA_INVALID "desk.tls_broken" {reason}.
  static Result<std::unique_ptr<Server>> start(const Settings& settings, Site& site);
  /// Takes no more requests and ends those that run.
  ~Server();

  /// "http://127.0.0.1:8075/"
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  struct Running;
  Server(std::unique_ptr<Running> running, std::string address);
  std::unique_ptr<Running> running_;
  std::string address_;
};

}  // namespace metodica::desk
