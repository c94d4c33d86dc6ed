/// The one ini file of an installation. Unknown sections and keys are errors, so that a typing
/// mistake never becomes a silent default. Comments stand on their own lines.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "metodica/result.hpp"
#include "storage/database.hpp"

namespace metodica {

struct Configuration {
  std::string file;  ///< absolute path of the ini file

  // [node]
  DatabasePlace database;  ///< engine, path, connection_file (secret), schema
  std::string lang = "ro";
  std::string zone = "Europe/Bucharest";  ///< the library's civil time
  std::string library;                ///< our code of the library that this node serves by default
  std::vector<std::string> readable;  ///< further libraries that it may read (a hub)

  // [adapter]
  std::string adapter;                     ///< absolute path of the adapter library
  Json adapter_settings = Json::object();  ///< [adapter.settings] as texts

  std::map<std::string, std::string> libraries;  ///< [libraries]: the host's site code = our code
  std::map<std::string, std::string> hub;        ///< [hub]: used by metodica sync only
  std::map<std::string, std::string> desk;       ///< [desk]: used by metodica serve only

  /// Reads and checks a file. Relative paths in it count from its folder. Errors:
  /// METODICA_NOT_FOUND "configuration.missing" {file}; METODICA_INVALID
  /// "configuration.unknown_key" {key}, "configuration.required" {key}, "configuration.value"
  /// {key}{text}; METODICA_DENIED "configuration.secret_open" {file} for a secret file that others
  /// can read.
  static Result<Configuration> read(const std::string& file);
};

/// The first line of a file that holds a secret. Errors: METODICA_NOT_FOUND
/// "configuration.secret_missing" {file}; METODICA_DENIED "configuration.secret_open" {file} when
/// group or others can read it.
Result<std::string> read_secret(const std::string& file);

}  // namespace metodica
