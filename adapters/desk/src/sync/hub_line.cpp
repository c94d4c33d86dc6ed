#include "sync/hub_line.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "http/http.hpp"

// The transport of the adapters, linked into this program: it has Poco's network anyway.
extern "C" metodica::http::Transport* metodica_part_http(const metodica::http::Server& server);

namespace metodica::desk {
namespace {

constexpr std::int64_t exchange_seconds = 60;

class HttpsLine final : public HubLine {
 public:
  explicit HttpsLine(const http::Server& server) : transport_(metodica_part_http(server)) {}

  Result<Json> send(std::string_view what, const std::string& body) override {
    http::Request request{"POST", "/hub/" + std::string(what), {}, body};
    request.headers.emplace_back("Content-Type", "application/octet-stream");
    if (!token_.empty())
      request.headers.emplace_back("Authorization", "Bearer " + token_);
    METODICA_TRY(const http::Answer answer, transport_->send(request));
    auto json = Json::parse(answer.body);
    if (!json || !(*json)["kind"].is_text()) {
      return Unexpected({answer.status >= 500 ? METODICA_UNREACHABLE : METODICA_DAMAGED,
                         "sync.answer",
                         {{"status", answer.status}}});
    }
    return *std::move(json);
  }

  void set_token(std::string token) override { token_ = std::move(token); }

 private:
  std::unique_ptr<http::Transport> transport_;
  std::string token_;
};

}  // namespace

Result<std::unique_ptr<HubLine>> line_to_hub(const Settings& settings) {
  if (settings.hub_url.empty())
    return invalid("sync.no_url");
  if (settings.hub_url.rfind("https://", 0) != 0)
    return invalid("sync.tls_needed", {{"url", settings.hub_url}});
  return std::unique_ptr<HubLine>(std::make_unique<HttpsLine>(
      http::Server{settings.hub_url, settings.hub_ca_file, exchange_seconds}));
}

Result<std::string> TokenFile::read() const {
  if (::access(file_.c_str(), F_OK) != 0)
    return Unexpected({METODICA_NOT_FOUND, "sync.no_token", {{"file", file_}}});
  METODICA_CHECK(check_secret_file(file_));
  std::ifstream in(file_);
  std::string token;
  std::getline(in, token);
  return token;
}

Result<void> TokenFile::write(const std::string& token) const {
  const std::string made = file_ + ".new";
  ::unlink(made.c_str());
  const int file = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  const std::string line = token + "\n";
  const bool written =
      file >= 0 && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
      ::fsync(file) == 0;
  if (file >= 0)
    ::close(file);
  if (!written || std::rename(made.c_str(), file_.c_str()) != 0)
    return Unexpected({METODICA_UNREACHABLE, "sync.token_not_written", {{"file", file_}}});
  return {};
}

void TokenFile::remove() const {
  ::unlink(file_.c_str());
}

}  // namespace metodica::desk
