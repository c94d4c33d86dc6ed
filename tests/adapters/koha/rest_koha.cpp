#include "rest_koha.hpp"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/StreamCopier.h>
#include <Poco/ThreadPool.h>
#include <Poco/URI.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include "rest_answers.hpp"

namespace metodica::koha::test {
namespace {

constexpr const char* base = "/api/v1";

}  // namespace

class RestKoha::Server {
 public:
  Server(RestKoha& koha, KohaData& data, const std::string& certificate)
      : koha_(koha), answers_(data, koha), socket_(socket_for(certificate)) {}

  void start() {
    Poco::Net::HTTPServerParams::Ptr parameters = new Poco::Net::HTTPServerParams;
    parameters->setKeepAlive(true);
    parameters->setMaxKeepAliveRequests(0);
    server_ =
        std::make_unique<Poco::Net::HTTPServer>(new Factory(*this), threads_, socket_, parameters);
    server_->start();
  }

  ~Server() {
    if (server_) {
      server_->stopAll(true);
    }
  }

  [[nodiscard]] std::uint16_t port() const { return socket_.address().port(); }

  std::mutex lock;
  std::vector<Fault> faults;
  std::vector<Seen> seen;

 private:
  class Handler final : public Poco::Net::HTTPRequestHandler {
   public:
    explicit Handler(Server& server) : server_(server) {}
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override {
      server_.serve(request, response);
    }

   private:
    Server& server_;
  };

  class Factory final : public Poco::Net::HTTPRequestHandlerFactory {
   public:
    explicit Factory(Server& server) : server_(server) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(
        const Poco::Net::HTTPServerRequest& /*request*/) override {
      return new Handler(server_);
    }

   private:
    Server& server_;
  };

  static Poco::Net::ServerSocket socket_for(const std::string& certificate) {
    const Poco::Net::SocketAddress anywhere("127.0.0.1", 0);
    if (certificate.empty()) {
      return Poco::Net::ServerSocket(anywhere);
    }
    const Poco::Net::Context::Ptr context =
        new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, certificate, certificate, "",
                               Poco::Net::Context::VERIFY_NONE);
    return Poco::Net::SecureServerSocket(anywhere, 64, context);
  }

  void serve(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response) {
    const Poco::URI uri(request.getURI());
    Asked asked{request.getMethod(),
                uri.getPath().substr(std::string(base).size()),
                {},
                request.get("Accept", ""),
                ""};
    for (const auto& [name, value] : uri.getQueryParameters()) {
      asked.query[name] = value;
    }
    Poco::StreamCopier::copyToString(request.stream(), asked.body);
    std::optional<Fault> fault;
    Told told;
    {
      const std::lock_guard<std::mutex> guard(lock);
      const bool logged_in = is_logged_in(request);
      seen.push_back({asked.method, asked.path, uri.getQuery(), logged_in});
      fault = take_fault(asked);
      if (!fault || fault->status == 0 || fault->after_doing) {
        told = answer(asked, logged_in);
      }
    }
    send(response, request, told, fault);
  }

  Told answer(const Asked& asked, bool logged_in) {
    if (asked.path == "/" || asked.path.empty()) {
      return {200, answers_.definition()};
    }
    if (asked.path == "/oauth/token") {
      if (asked.body.find("client_secret=geheim") == std::string::npos) {
        return {403, R"({"error":"unauthorized_client"})"};
      }
      return {200, Json::object({{"access_token", "t" + std::to_string(++koha_.tokens_given)},
                                 {"token_type", "Bearer"},
                                 {"expires_in", 3600}})
                       .dump()};
    }
    if (!logged_in && !koha_.open_to_all) {
      return {401, R"({"error":"Authentication failure."})"};
    }
    return answers_.answer(asked);
  }

  bool is_logged_in(const Poco::Net::HTTPServerRequest& request) {
    if (koha_.wipe_tokens) {
      koha_.wipe_tokens = false;
      first_good_token_ = koha_.tokens_given + 1;
    }
    const std::string given = request.get("Authorization", "");
    return given.starts_with("Bearer t") && std::stoi(given.substr(8)) >= first_good_token_ &&
           std::stoi(given.substr(8)) <= koha_.tokens_given;
  }

  std::optional<Fault> take_fault(const Asked& asked) {
    for (Fault& fault : faults) {
      if (fault.times > 0 && (fault.method.empty() || fault.method == asked.method) &&
          asked.path.starts_with(fault.path)) {
        --fault.times;
        return fault;
      }
    }
    return std::nullopt;
  }

  static void send(Poco::Net::HTTPServerResponse& response, Poco::Net::HTTPServerRequest& request,
                   Told told, const std::optional<Fault>& fault) {
    if (fault && fault->slow_milliseconds > 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(fault->slow_milliseconds));
    }
    if (fault && fault->status != 0) {
      told = {fault->status, fault->body, fault->type};
    }
    response.setStatus(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(told.status));
    response.setContentType(told.type);
    if (fault && fault->cut) {
      response.setContentLength64(static_cast<std::streamsize>(told.body.size()));
      std::ostream& out = response.send();
      out.write(told.body.data(), static_cast<std::streamsize>(told.body.size() / 2));
      out.flush();
      static_cast<Poco::Net::HTTPServerRequestImpl&>(request).socket().close();
      return;
    }
    response.sendBuffer(told.body.data(), told.body.size());
  }

  RestKoha& koha_;
  RestAnswers answers_;
  Poco::Net::ServerSocket socket_;
  // Its threads end with it. Those of the default pool outlive OpenSSL, which then keeps what it
  // had made for each.
  Poco::ThreadPool threads_;
  std::unique_ptr<Poco::Net::HTTPServer> server_;
  int first_good_token_ = 1;
};

RestKoha::RestKoha(KohaData& data, const std::string& certificate)
    : server_(std::make_unique<Server>(*this, data, certificate)), secure_(!certificate.empty()) {
  server_->start();
}

RestKoha::~RestKoha() = default;

std::string RestKoha::url() const {
  return (secure_ ? "https://localhost:" : "http://127.0.0.1:") + std::to_string(server_->port());
}

void RestKoha::add(Fault fault) {
  const std::lock_guard<std::mutex> guard(server_->lock);
  server_->faults.push_back(std::move(fault));
}

void RestKoha::clear_faults() {
  const std::lock_guard<std::mutex> guard(server_->lock);
  server_->faults.clear();
}

std::vector<Seen> RestKoha::seen() const {
  const std::lock_guard<std::mutex> guard(server_->lock);
  return server_->seen;
}

void RestKoha::forget_seen() {
  const std::lock_guard<std::mutex> guard(server_->lock);
  server_->seen.clear();
}

std::size_t RestKoha::count(const std::string& method, const std::string& path) const {
  const auto all = seen();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Seen& one) {
    return one.method == method && one.path.starts_with(path);
  }));
}

}  // namespace metodica::koha::test
