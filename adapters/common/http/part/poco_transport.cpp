// The private library http.so: the only part of an adapter that is linked with Poco's network and
// TLS.
#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/URI.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <istream>

#include "http/http.hpp"
#include "metodica/until_exit.hpp"

namespace metodica::http {
namespace {

using Clock = std::chrono::steady_clock;
using Session = Poco::Net::HTTPClientSession;

constexpr std::size_t longest_body = 64U << 20U;
// Servers close what is idle; a write must not meet such a connection, because nobody could tell
// then whether it was done.
constexpr std::chrono::milliseconds idle_before_write(300);

class PocoTransport final : public Transport {
 public:
  explicit PocoTransport(const Server& server) : server_(server), uri_(server.url) {}

  Result<Answer> send(const Request& request) override {
    const bool reads = request.method == "GET";
    if (session_ && !reads && Clock::now() - used_ > idle_before_write) {
      session_.reset();
    }
    const bool kept = session_ != nullptr;
    bool closed = false;  // the server had closed the kept connection
    auto answer = exchange(request, closed);
    if (!answer && reads && kept && closed) {
      answer = exchange(request, closed);
    }
    return answer;
  }

  void abandon() override { keep_until_exit(std::move(session_)); }

 private:
  [[nodiscard]] Problem problem(metodica_status status, const char* message,
                                const std::string& what = {}) const {
    std::vector<MessageArgument> arguments{{"host", uri_.getHost()}};
    if (!what.empty()) {
      arguments.push_back({"what", what});
    }
    return {status, message, std::move(arguments)};
  }

  [[nodiscard]] Problem slow() const {
    return {METODICA_UNREACHABLE,
            "http.slow",
            {{"host", uri_.getHost()}, {"seconds", server_.seconds}}};
  }

  void connect() {
    if (session_) {
      return;
    }
    if (uri_.getScheme() == "https") {
      const Poco::Net::Context::Ptr context =
          new Poco::Net::Context(Poco::Net::Context::TLS_CLIENT_USE, "", "", server_.ca_file,
                                 Poco::Net::Context::VERIFY_STRICT, 9, server_.ca_file.empty());
      session_ =
          std::make_unique<Poco::Net::HTTPSClientSession>(uri_.getHost(), uri_.getPort(), context);
    } else {
      session_ = std::make_unique<Session>(uri_.getHost(), uri_.getPort());
    }
    session_->setKeepAlive(true);
    session_->setTimeout(Poco::Timespan(server_.seconds, 0));
  }

  Result<Answer> exchange(const Request& request, bool& closed) {
    closed = false;
    const auto deadline = Clock::now() + std::chrono::seconds(server_.seconds);
    try {
      connect();
      auto answer = talk(request, deadline);
      if (!answer || !session_->getKeepAlive()) {
        session_.reset();
      }
      used_ = Clock::now();
      return answer;
    } catch (const Poco::TimeoutException&) {
      session_.reset();
      return Unexpected(slow());
    } catch (const Poco::Net::SSLException& error) {
      session_.reset();
      return Unexpected(problem(METODICA_UNREACHABLE, "http.tls", error.displayText()));
    } catch (const Poco::Net::NoMessageException&) {
      closed = true;
      session_.reset();
      return Unexpected(problem(METODICA_UNREACHABLE, "http.cut_off"));
    } catch (const Poco::Exception& error) {
      closed = dynamic_cast<const Poco::Net::ConnectionResetException*>(&error) != nullptr ||
               dynamic_cast<const Poco::IOException*>(&error) != nullptr;
      session_.reset();
      return Unexpected(problem(METODICA_UNREACHABLE, "http.unreachable", error.displayText()));
    }
  }

  Result<Answer> talk(const Request& request, Clock::time_point deadline) {
    Poco::Net::HTTPRequest sent(request.method, uri_.getPath() + request.path,
                                Poco::Net::HTTPMessage::HTTP_1_1);
    sent.setKeepAlive(true);
    for (const auto& [name, value] : request.headers) {
      sent.set(name, value);
    }
    if (request.method != "GET") {
      sent.setContentLength64(static_cast<std::streamsize>(request.body.size()));
    }
    std::ostream& out = session_->sendRequest(sent);
    out.write(request.body.data(), static_cast<std::streamsize>(request.body.size()));
    out.flush();
    Poco::Net::HTTPResponse received;
    std::istream& in = session_->receiveResponse(received);
    Answer answer;
    answer.status = received.getStatus();
    for (const auto& [name, value] : received) {
      std::string lower = name;
      std::transform(lower.begin(), lower.end(), lower.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      answer.headers[lower] = value;
    }
    METODICA_CHECK(read_body(in, deadline, answer.body));
    const bool no_body = answer.status == 204 || answer.status == 304;
    if (received.hasContentLength() && !no_body &&
        static_cast<std::size_t>(received.getContentLength64()) != answer.body.size()) {
      return Unexpected(problem(METODICA_UNREACHABLE, "http.cut_off"));
    }
    return answer;
  }

  // A server that sends a byte now and then never runs into the limit of one reading.
  Result<void> read_body(std::istream& in, Clock::time_point deadline, std::string& body) {
    std::array<char, 65536> piece{};
    while (in.good()) {
      in.read(piece.data(), piece.size());
      body.append(piece.data(), static_cast<std::size_t>(in.gcount()));
      if (Clock::now() > deadline) {
        return Unexpected(slow());
      }
      if (body.size() > longest_body) {
        return Unexpected(problem(METODICA_DAMAGED, "http.too_long"));
      }
    }
    return {};
  }

  Server server_;
  Poco::URI uri_;
  std::unique_ptr<Session> session_;
  Clock::time_point used_;
};

}  // namespace

}  // namespace metodica::http

extern "C" __attribute__((visibility("default"))) metodica::http::Transport* metodica_part_http(
    const metodica::http::Server& server) {
  return new metodica::http::PocoTransport(server);
}
