#include "layers.hpp"

#include <algorithm>
#include <regex>
#include <sstream>

namespace metodica::layers {
namespace {

using Words = std::vector<std::string_view>;

/// Who may include whom. The first rule whose pattern matches the path applies.
struct Rule {
  const char* files;  ///< pattern of the paths
  Words own;          ///< folders of the project that may be included, beside the file's own
  Words foreign;      ///< beginnings of <...> that are forbidden; "*" forbids all but the standard
};

const Words everything = {"*"};
const Words only_standard = {"*"};

// Folders are named by the first part of the include ("text", "modules/registers"); "metodica" is
// host-api, which everybody may include.
const std::vector<Rule>& rules() {
  static const std::vector<Rule> table = {
      {"host-api/include/.*", {}, only_standard},
      {"host-api/cpp/.*", {}, only_standard},
      {"plugin/src/json/.*", {}, {"boost/", "unicode/"}},
      {"plugin/src/text/.*", {"json"}, {"Poco/", "boost/"}},
      {"plugin/src/bibliography/.*", {"text", "json"}, only_standard},
      {"plugin/src/exchange/.*", {"text", "bibliography", "json"}, {"Poco/Data", "boost/"}},
      {"plugin/src/documents/.*", {"text", "bibliography", "json"}, {"Poco/Data", "boost/"}},
      {"plugin/src/storage/.*", {"text", "json"}, {"boost/"}},
      {"plugin/src/ui/.*", {"text", "json"}, {"Poco/Data", "boost/", "unicode/"}},
      {"plugin/src/modules/.*_screens(_[a-z_]+)?\\..pp",
       {"ui", "text", "json", "bibliography", "app"},
       {"Poco/Data", "boost/"}},
      {"plugin/src/modules/.*_rules(_[a-z_]+)?\\..pp",
       {"text", "bibliography"},
       {"Poco/", "boost/", "chrono", "ctime", "random", "unicode/", "time.h"}},
      {"plugin/src/modules/.*_store(_[a-z_]+)?\\..pp",
       {"text", "json", "storage", "bibliography"},
       {"boost/"}},
      {"plugin/src/modules/.*",
       {"text", "json", "bibliography", "storage", "ui", "app", "exchange", "documents", "loader"},
       {"boost/"}},
      {"plugin/src/loader/adapter_library\\.cpp", everything, {}},
      {"plugin/src/app/ini_file\\.cpp", everything, {}},
      {"plugin/src/(app|door|loader)/.*", everything, {"boost/"}},
      {"plugin/tools/.*", {}, only_standard},
      {"adapters/standalone/.*",
       {"text", "json", "bibliography", "storage", "exchange"},
       {"boost/"}},
      // The desk is a host of our own: users, sessions and audit stand in a database of its own,
      // and its import and its kit speak to the adapter directly.
      {"adapters/desk/.*",
       {"text", "json", "storage", "exchange", "bibliography", "loader"},
       {"boost/"}},
      {"adapters/common/.*", {"json", "text", "exchange"}, {"boost/"}},
      {"adapters/.*", {"json", "text", "exchange"}, {"boost/"}},
  };
  return table;
}

const Rule* rule_for(const std::string& path) {
  for (const Rule& rule : rules()) {
    if (std::regex_match(path, std::regex(rule.files))) {
      return &rule;
    }
  }
  return nullptr;
}

bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "text/date.hpp" -> "text"; "modules/registers/api.hpp" -> "modules/registers"; a name without a
/// folder is a neighbour: "".
std::string folder_of(const std::string& included) {
  const std::size_t from = included.starts_with("modules/") ? 8 : 0;
  const std::size_t slash = included.find('/', from);
  return slash == std::string::npos ? "" : included.substr(0, slash);
}

/// The folder that the file itself lies in, named as its neighbours name it.
std::string own_folder(const std::string& path) {
  for (const std::string_view root : {"plugin/src/", "adapters/"}) {
    if (path.starts_with(root)) {
      return folder_of(path.substr(root.size()));
    }
  }
  return "";
}

bool is_plugin_folder(const std::string& folder) {
  static const Words folders = {"json",    "text", "bibliography", "exchange", "documents",
                                "storage", "ui",   "app",          "door",     "loader"};
  return holds(folders, folder) || folder.starts_with("modules/");
}

bool quoted_allowed(const Rule& rule, const std::string& path, const std::string& included) {
  const std::string folder = folder_of(included);
  if (folder.empty() || folder == "metodica" || folder == own_folder(path) ||
      holds(rule.own, "*") || holds(rule.own, folder)) {
    return true;
  }
  if (path.starts_with("adapters/") && !is_plugin_folder(folder)) {
    return true;  // an adapter's own subfolders, and what adapters have in common
  }
  // A module shows others its api.hpp; rules, stores and screens may not look even there.
  const bool narrow =
      std::regex_match(path, std::regex(".*_(rules|store|screens)(_[a-z_]+)?\\..pp"));
  return !narrow && path.starts_with("plugin/src/modules/") && folder.starts_with("modules/") &&
         included == folder + "/api.hpp";
}

bool is_standard(const std::string& included, const std::string& path) {
  if (path.starts_with("host-api/include/")) {
    return included == "stddef.h" || included == "stdint.h";
  }
  return included.find('/') == std::string::npos && included.find('.') == std::string::npos;
}

bool angled_allowed(const Rule& rule, const std::string& path, const std::string& included) {
  if (holds(rule.foreign, "*")) {
    return is_standard(included, path);
  }
  return std::none_of(rule.foreign.begin(), rule.foreign.end(), [&](std::string_view forbidden) {
    return forbidden.ends_with("/") || forbidden.find('/') != std::string_view::npos
               ? included.starts_with(forbidden)
               : included == forbidden;
  });
}

}  // namespace

Violations check(const std::string& path, const std::string& text) {
  const Rule* rule = rule_for(path);
  if (rule == nullptr) {
    return {path + ": no include rule covers this file"};
  }
  static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
  Violations found;
  std::istringstream lines(text);
  std::smatch match;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!std::regex_match(line, match, include)) {
      continue;
    }
    const bool allowed = match[1] == "<" ? angled_allowed(*rule, path, match[2])
                                         : quoted_allowed(*rule, path, match[2]);
    if (!allowed) {
      found.push_back(path + ":" + std::to_string(number) + ": " + line + "  is not allowed here");
    }
  }
  return found;
}

}  // namespace metodica::layers
