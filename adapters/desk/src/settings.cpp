#include "settings.hpp"

#include <Poco/AutoPtr.h>
#include <Poco/Exception.h>
#include <Poco/Util/IniFileConfiguration.h>
#include <sys/stat.h>

#include <charconv>
#include <filesystem>
#include <fstream>

namespace metodica::desk {
namespace {

using Ini = Poco::Util::IniFileConfiguration;

constexpr int most_workers = 32;
constexpr int highest_port = 65535;

class Reader {
 public:
  Reader(const Ini& ini, std::filesystem::path folder) : ini_(ini), folder_(std::move(folder)) {}

  [[nodiscard]] std::string text(const std::string& key, const std::string& otherwise = {}) const {
    return ini_.has(key) ? ini_.getRawString(key) : otherwise;
  }
  [[nodiscard]] std::string path(const std::string& key, const std::string& otherwise = {}) const {
    const std::string given = text(key, otherwise);
    return given.empty() ? given : (folder_ / given).lexically_normal().string();
  }
  [[nodiscard]] Result<int> number(const std::string& key, int otherwise, int most) const {
    const std::string given = text(key, std::to_string(otherwise));
    int value = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error != std::errc() || end != given.data() + given.size() || value < 1 || value > most) {
      return invalid("desk.setting_value", {{"key", key}, {"text", given}});
    }
    return value;
  }
  [[nodiscard]] Result<bool> yes_no(const std::string& key) const {
    const std::string given = text(key, "no");
    if (given == "yes" || given == "true" || given == "1")
      return true;
    if (given == "no" || given == "false" || given == "0")
      return false;
    return invalid("desk.setting_value", {{"key", key}, {"text", given}});
  }
  [[nodiscard]] Json section(const std::string& name) const {
    Json values = Json::object();
    Poco::Util::AbstractConfiguration::Keys keys;
    ini_.keys(name, keys);
    for (const auto& key : keys)
      values.set(key, text(name + "." + key));
    return values;
  }

 private:
  const Ini& ini_;
  std::filesystem::path folder_;
};

Result<Settings> read_all(const Reader& ini, const std::string& file, const std::string& folder) {
  Settings settings;
  settings.file = file;
  settings.lang = ini.text("node.lang", "ro");
  settings.zone = ini.text("node.zone", "Europe/Bucharest");
  settings.library = ini.text("node.library");
  settings.engine = ini.text("node.engine", "sqlite");
  settings.database = ini.path("node.path");
  settings.connection_file = ini.path("node.connection_file");
  settings.schema = ini.text("node.schema");
  settings.adapter = ini.path("adapter.library");
  settings.adapter_settings = ini.section("adapter.settings");
  settings.catalogue = ini.path("adapter.settings.catalogue");
  settings.handover = ini.path("adapter.settings.handover");
  settings.data = ini.path("desk.data", folder);
  settings.hub_url = ini.text("hub.url");
  while (!settings.hub_url.empty() && settings.hub_url.back() == '/')
    settings.hub_url.pop_back();
  settings.hub_token_file = ini.path("hub.token_file", settings.data + "/hub.token");
  settings.hub_ca_file = ini.path("hub.ca_file");
  settings.listen = ini.text("desk.listen", settings.listen);
  settings.tls_certificate = ini.path("desk.tls_certificate");
  settings.tls_key = ini.path("desk.tls_key");
  METODICA_TRY(const int port, ini.number("desk.port", settings.port, highest_port));
  settings.port = static_cast<std::uint16_t>(port);
  METODICA_TRY(settings.workers, ini.number("desk.workers", settings.workers, most_workers));
  METODICA_TRY(settings.behind_proxy, ini.yes_no("desk.behind_proxy"));
  return settings;
}

}  // namespace

Result<Settings> Settings::read(const std::string& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return Unexpected({METODICA_NOT_FOUND, "desk.config_missing", {{"file", file}}});
  }
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  try {
    const Poco::AutoPtr<Ini> ini(new Ini(file));
    return read_all(Reader(*ini, folder), file, folder.string());
  } catch (const Poco::Exception& failure) {
    return invalid("desk.config_broken", {{"file", file}, {"text", failure.displayText()}});
  }
}

Result<DatabasePlace> Settings::place() const {
  DatabasePlace place;
  if (sqlite()) {
    place.path = database;
    return place;
  }
  METODICA_CHECK(check_secret_file(connection_file));
  place.engine = Engine::postgresql;
  place.schema = schema;
  std::ifstream in(connection_file);
  std::getline(in, place.connection);
  return place;
}

Result<void> check_secret_file(const std::string& file) {
  struct stat about = {};
  if (::stat(file.c_str(), &about) != 0) {
    return Unexpected({METODICA_NOT_FOUND, "desk.secret_missing", {{"file", file}}});
  }
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return Unexpected({METODICA_DENIED, "desk.secret_open", {{"file", file}}});
  }
  return {};
}

}  // namespace metodica::desk
