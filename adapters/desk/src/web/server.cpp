#include "web/server.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/ThreadPool.h>

#include <iostream>

#include "json/json.hpp"
#include "web/hub_exchange.hpp"
#include "web/read_request.hpp"

namespace metodica::desk {
namespace {

using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

constexpr int backlog = 64;
constexpr int threads_per_worker = 8;  // most wait for a browser, not for the plugin
constexpr int keep_alive_seconds = 10;
constexpr int receive_seconds = 30;

// No script, style, picture or frame but our own; nothing inline, nothing from elsewhere.
void set_headers(HTTPServerResponse& response, bool secure) {
  response.set("Content-Security-Policy",
               "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
               "object-src 'none'");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("X-Frame-Options", "DENY");
  response.set("Referrer-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cache-Control", "no-store");
  if (secure)
    response.set("Strict-Transport-Security", "max-age=31536000");
}

void send(HTTPServerResponse& response, const WebAnswer& answer, bool secure, bool head) {
  response.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(answer.status));
  set_headers(response, secure);
  for (const auto& [name, value] : answer.headers) {
    if (name == "Set-Cookie") {
      response.add(name, value);
    } else {
      response.set(name, value);
    }
  }
  response.setContentType(answer.type);
  response.setContentLength64(static_cast<Poco::Int64>(answer.body.size()));
  std::ostream& out = response.send();
  if (!head)
    out << answer.body;
}

// One line, without addresses of pages' arguments: they may hold what people typed.
void log_failure(const WebRequest& request, const char* what) {
  const Json line =
      Json::object({{"event", "desk.failure"}, {"path", request.path}, {"what", what}});
  std::cerr << line.dump() + "\n" << std::flush;
}

class Handler final : public Poco::Net::HTTPRequestHandler {
 public:
  Handler(Site& site, const Settings& settings) : site_(site), settings_(settings) {}

  void handleRequest(HTTPServerRequest& from, HTTPServerResponse& response) override {
    if (is_of_node(from)) {
      answer_node(from, response);
      return;
    }
    const ReadRequest read = read_request(from, settings_.tls(), settings_.behind_proxy);
    const bool head = read.request.method == "HEAD";
    if (read.status != 200) {
      response.setKeepAlive(false);  // what is left of the body is not read
      send(response,
           {read.status, "text/plain; charset=utf-8", std::to_string(read.status) + "\n", {}},
           read.request.secure, head);
      return;
    }
    WebAnswer answer;
    try {
      answer = site_.answer(read.request);
    } catch (const std::exception& failure) {
      log_failure(read.request, failure.what());
      answer = {500, "text/plain; charset=utf-8", "500\n", {}};
    }
    send(response, answer, read.request.secure, head);
  }

 private:
  void answer_node(HTTPServerRequest& from, HTTPServerResponse& response) {
    WebAnswer answer{413, "text/plain; charset=utf-8", "413\n", {}};
    try {
      if (const auto request = read_hub_request(from)) {
        answer = site_.answer_node(*request);
      } else {
        response.setKeepAlive(false);
      }
    } catch (const std::exception& failure) {
      WebRequest named;
      named.path = from.getURI();
      log_failure(named, failure.what());
      answer = {500, "text/plain; charset=utf-8", "500\n", {}};
    }
    send(response, answer, settings_.tls(), false);
  }

  Site& site_;
  const Settings& settings_;
};

class Factory final : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  Factory(Site& site, const Settings& settings) : site_(site), settings_(settings) {}

  Poco::Net::HTTPRequestHandler* createRequestHandler(
      const HTTPServerRequest& /*request*/) override {
    return new Handler(site_, settings_);  // NOLINT(cppcoreguidelines-owning-memory): Poco takes it
  }

 private:
  Site& site_;
  const Settings& settings_;
};

Poco::Net::ServerSocket secure_socket(const Settings& settings,
                                      const Poco::Net::SocketAddress& address) {
  Poco::Net::Context::Ptr context(new Poco::Net::Context(
      Poco::Net::Context::TLS_SERVER_USE, settings.tls_key, settings.tls_certificate, "",
      Poco::Net::Context::VERIFY_NONE, 9, false, "HIGH:!aNULL:!MD5:!SHA1"));
  context->requireMinimumProtocol(Poco::Net::Context::PROTO_TLSV1_2);
  return Poco::Net::SecureServerSocket(address, backlog, context);
}

}  // namespace

struct Server::Running {
  Running(const Settings& settings, Site& site, const Poco::Net::ServerSocket& socket)
      : pool(2, settings.workers * threads_per_worker),
        server(new Factory(site, settings), pool, socket, parameters(settings)) {}

  static Poco::Net::HTTPServerParams::Ptr parameters(const Settings& settings) {
    Poco::Net::HTTPServerParams::Ptr made(new Poco::Net::HTTPServerParams);
    made->setMaxThreads(settings.workers * threads_per_worker);
    made->setMaxQueued(backlog);
    made->setKeepAlive(true);
    made->setKeepAliveTimeout(Poco::Timespan(keep_alive_seconds, 0));
    made->setTimeout(Poco::Timespan(receive_seconds, 0));
    made->setSoftwareVersion("Metodica");
    return made;
  }

  Poco::ThreadPool pool;
  Poco::Net::HTTPServer server;
};

Result<void> check_listening(const Settings& settings) {
  Poco::Net::IPAddress address;
  if (!Poco::Net::IPAddress::tryParse(settings.listen, address)) {
    return invalid("desk.listen", {{"text", settings.listen}});
  }
  if (settings.tls_certificate.empty() != settings.tls_key.empty())
    return invalid("desk.tls_pair");
  if (settings.tls())
    return check_secret_file(settings.tls_key);
  if (!address.isLoopback() && !settings.behind_proxy) {
    return Unexpected({METODICA_DENIED, "desk.tls_needed", {{"address", settings.listen}}});
  }
  return {};
}

Server::Server(std::unique_ptr<Running> running, std::string address)
    : running_(std::move(running)), address_(std::move(address)) {}

Result<std::unique_ptr<Server>> Server::start(const Settings& settings, Site& site) {
  METODICA_CHECK(check_listening(settings));
  const Poco::Net::SocketAddress address(settings.listen, settings.port);
  Poco::Net::ServerSocket socket;
  try {
    socket = settings.tls() ? secure_socket(settings, address)
                            : Poco::Net::ServerSocket(address, backlog);
  } catch (const Poco::Net::NetException& failure) {
    const bool of_tls = dynamic_cast<const Poco::Net::SSLException*>(&failure) != nullptr;
    if (of_tls)
      return invalid("desk.tls_broken", {{"reason", failure.displayText()}});
    return Unexpected({METODICA_UNREACHABLE,
                       "desk.port_taken",
                       {{"address", address.toString()}, {"reason", failure.displayText()}}});
  }
  auto running = std::make_unique<Running>(settings, site, socket);
  running->server.start();
  const std::string scheme = settings.tls() ? "https://" : "http://";
  return std::unique_ptr<Server>(new Server(std::move(running), scheme + address.toString() + "/"));
}

Server::~Server() {
  running_->server.stopAll(true);
  running_->pool.joinAll();
}

}  // namespace metodica::desk
