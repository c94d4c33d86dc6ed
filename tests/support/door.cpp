#include "support/door.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

#include "json/base64.hpp"

namespace metodica::test {

Door::Door(TestEngine engine, std::string adapter, std::string settings)
    : engine_(engine),
      adapter_(std::move(adapter)),
      settings_(std::move(settings)),
      database_(engine) {
  write_configuration();
  open();
}

Door::~Door() {
  close();
}

std::string Door::configuration() const {
  return (database_.folder() / "metodica.ini").string();
}

void Door::write_configuration() {
  const auto folder = database_.folder();
  std::ofstream ini(configuration());
  ini << "[node]\nlibrary = 57706\n";
  if (engine_ == TestEngine::postgresql) {
    const auto secret = folder / "connection.secret";
    std::ofstream(secret) << database_.place().connection << '\n';
    std::filesystem::permissions(
        secret, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    ini << "engine = postgresql\nconnection_file = " << secret.string()
        << "\nschema = " << database_.place().schema << '\n';
  } else {
    ini << "path = " << database_.place().path << '\n';
  }
  ini << "[libraries]\nA = 57706\nB = 57707\n[adapter]\nlibrary = " METODICA_BUILD_DIR
         "/lib/metodica/libmetodica-"
      << adapter_ << ".so\n";
  if (adapter_ == "standalone") {
    std::filesystem::create_directory(folder / "handover");
    ini << "[adapter.settings]\ncatalogue = " << (folder / "catalogue.db").string()
        << "\nhandover = " << (folder / "handover").string() << "\nlibrary = 57706\n";
  } else if (!settings_.empty()) {
    ini << "[adapter.settings]\n" << settings_;
  }
}

void Door::open() {
  metodica_reply* problem = metodica_reply_new();
  metodica_status status = metodica_open(configuration().c_str(), problem, &instance_);
  if (status == METODICA_OK)
    status = metodica_start(instance_, problem);
  const std::string text = metodica_reply_text(problem);
  metodica_reply_free(problem);
  if (status != METODICA_OK)
    throw std::runtime_error(text);
}

void Door::close() {
  metodica_close(instance_);
  instance_ = nullptr;
}

void Door::restart() {
  close();
  open();
}

Json Door::raw(std::string_view request) {
  metodica_reply* reply = metodica_reply_new();
  status_ = metodica_call(instance_, request.data(), request.size(), reply);
  auto json = Json::parse({metodica_reply_text(reply), metodica_reply_bytes(reply)});
  metodica_reply_free(reply);
  return json ? *std::move(json) : Json();
}

Json Door::call(const std::string& action, const Json& args) {
  Json::Array roles(roles_.begin(), roles_.end());
  Json request = Json::object(
      {{"v", 1},
       {"do", action},
       {"key", key_.empty() ? "test-" + std::to_string(++calls_) : key_},
       {"lang", lang_},
       {"as", Json::object({{"user", "test"}, {"library", library_}, {"roles", std::move(roles)}})},
       {"args", args}});
  if (!draw_.empty())
    request.set("draw", draw_);
  key_.clear();
  return raw(request.dump());
}

Json Door::good(const std::string& action, const Json& args) {
  Json reply = call(action, args);
  while (reply["kind"].text() == "progress")
    reply = call(action, reply["next"]);
  EXPECT_EQ(status_, METODICA_OK) << action << ": " << reply.dump();
  return reply;
}

std::string Door::bytes_of(const Json& document) {
  return base64_decoded(document["base64"].text()).value_or(std::string());
}

}  // namespace metodica::test
