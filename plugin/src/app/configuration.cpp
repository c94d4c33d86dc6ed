#include "app/configuration.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "app/ini_file.hpp"

namespace metodica {
namespace {

constexpr std::array known_keys = {
    "node.engine",       "node.path", "node.connection_file", "node.schema",
    "node.lang",         "node.zone", "node.library",         "node.readable",
    "adapter.library",   "hub.url",   "hub.token_file",       "hub.ca_file",
    "desk.listen",       "desk.port", "desk.tls_certificate", "desk.tls_key",
    "desk.behind_proxy", "desk.data", "desk.workers"};
constexpr std::array free_sections = {"adapter.settings.", "libraries."};

bool known(const std::string& key) {
  const bool free =
      std::any_of(free_sections.begin(), free_sections.end(),
                  [&](std::string_view section) { return key.rfind(section, 0) == 0; });
  return free || std::find(known_keys.begin(), known_keys.end(), key) != known_keys.end();
}

Result<IniKeys> read_keys(const std::string& file) {
  METODICA_TRY(const IniKeys keys, read_ini_file(file));
  for (const auto& [key, value] : keys) {
    if (!known(key))
      return invalid("configuration.unknown_key", {{"file", file}, {"key", key}}, key);
  }
  return keys;
}

std::map<std::string, std::string> section(const IniKeys& keys, const std::string& prefix) {
  std::map<std::string, std::string> values;
  for (const auto& [key, value] : keys) {
    if (key.rfind(prefix, 0) == 0)
      values[key.substr(prefix.size())] = value;
  }
  return values;
}

std::string value_of(const IniKeys& keys, const std::string& key, std::string otherwise = {}) {
  const auto found = keys.find(key);
  return found == keys.end() ? std::move(otherwise) : found->second;
}

std::string absolute(const std::string& path, const std::string& file) {
  if (path.empty() || path.front() == '/')
    return path;
  return (std::filesystem::path(file).parent_path() / path).lexically_normal().string();
}

Result<DatabasePlace> read_place(const IniKeys& keys, const std::string& file) {
  DatabasePlace place;
  const std::string engine = value_of(keys, "node.engine", "sqlite");
  if (engine == "sqlite") {
    place.path = absolute(value_of(keys, "node.path"), file);
    if (place.path.empty())
      return invalid("configuration.required", {{"file", file}, {"key", "node.path"}});
    return place;
  }
  if (engine != "postgresql") {
    return invalid("configuration.value",
                   {{"file", file}, {"key", "node.engine"}, {"text", engine}});
  }
  place.engine = Engine::postgresql;
  place.schema = value_of(keys, "node.schema");
  const std::string secret = absolute(value_of(keys, "node.connection_file"), file);
  if (secret.empty()) {
    return invalid("configuration.required", {{"file", file}, {"key", "node.connection_file"}});
  }
  METODICA_TRY(place.connection, read_secret(secret));
  return place;
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> list(1);
  for (const char c : text) {
    if (c != ',' && c != ' ')
      list.back() += c;
    else if (!list.back().empty())
      list.emplace_back();
  }
  if (list.back().empty())
    list.pop_back();
  return list;
}

}  // namespace

Result<Configuration> Configuration::read(const std::string& given) {
  std::error_code error;
  const std::string file = std::filesystem::absolute(given, error).string();
  METODICA_TRY(const IniKeys keys, read_keys(file));
  Configuration configuration;
  configuration.file = file;
  METODICA_TRY(configuration.database, read_place(keys, file));
  configuration.lang = value_of(keys, "node.lang", "ro");
  configuration.zone = value_of(keys, "node.zone", "Europe/Bucharest");
  configuration.libraries = section(keys, "libraries.");
  configuration.library = value_of(keys, "node.library");
  if (configuration.library.empty() && configuration.libraries.size() == 1) {
    configuration.library = configuration.libraries.begin()->second;
  }
  if (configuration.library.empty()) {
    return invalid("configuration.required", {{"file", file}, {"key", "node.library"}});
  }
  configuration.readable = words(value_of(keys, "node.readable"));
  configuration.adapter = absolute(value_of(keys, "adapter.library"), file);
  if (configuration.adapter.empty()) {
    return invalid("configuration.required", {{"file", file}, {"key", "adapter.library"}});
  }
  for (const auto& [key, value] : section(keys, "adapter.settings."))
    configuration.adapter_settings.set(key, value);
  configuration.hub = section(keys, "hub.");
  configuration.desk = section(keys, "desk.");
  return configuration;
}

Result<std::string> read_secret(const std::string& file) {
  struct stat about = {};
  if (::stat(file.c_str(), &about) != 0) {
    return Unexpected({METODICA_NOT_FOUND, "configuration.secret_missing", {{"file", file}}});
  }
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return Unexpected({METODICA_DENIED, "configuration.secret_open", {{"file", file}}});
  }
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

}  // namespace metodica
