/// What the desk itself reads of the ini file of an installation. The plugin reads the same file
/// and refuses what it does not know; here only the values that the program needs outside the
/// plugin.
#pragma once

#include <cstdint>
#include <string>

#include "json/json.hpp"
#include "metodica/result.hpp"
#include "storage/database.hpp"

namespace metodica::desk {

struct Settings {
  std::string file;  ///< absolute path of the ini file
  std::string lang = "ro";
  std::string zone;                        ///< of the library's civil time
  std::string library;                     ///< our code
  std::string engine;                      ///< "sqlite" or "postgresql"
  std::string database;                    ///< SQLite: absolute path
  std::string connection_file;             ///< PostgreSQL: file of the connection, a secret
  std::string schema;                      ///< PostgreSQL
  std::string adapter;                     ///< absolute path of the adapter's library
  Json adapter_settings = Json::object();  ///< [adapter.settings] as texts
  std::string catalogue;  ///< absolute path of the standalone catalogue, "" with other hosts
  std::string handover;   ///< folder of the files handed over, "" for none

  // [hub]
  std::string hub_url;         ///< "https://hub.example.ro", "" when there is none
  std::string hub_token_file;  ///< absolute; "hub.token" in the folder of the desk by default
  std::string hub_ca_file;     ///< absolute; "" trusts what the system trusts

  // [desk]
  std::string data;  ///< folder of desk.db and attachments; that of the ini file by default
  std::string listen = "127.0.0.1";
  std::uint16_t port = 8075;
  int workers = 2;  ///< instances of the plugin
  std::string tls_certificate;
  std::string tls_key;
  bool behind_proxy = false;  ///< a proxy on this machine speaks TLS for us

  [[nodiscard]] std::string desk_database() const { return data + "/desk.db"; }
  [[nodiscard]] std::string attachments() const { return data + "/attachments"; }
  [[nodiscard]] bool tls() const { return !tls_certificate.empty(); }
  [[nodiscard]] bool sqlite() const { return engine != "postgresql"; }
  /// Where the node's data live. Errors: those of check_secret_file for the connection.
  [[nodiscard]] Result<DatabasePlace> place() const;

  /// Errors: METODICA_NOT_FOUND "desk.config_missing" {file}; METODICA_INVALID "desk.config_broken"
  /// {file}{text}, "desk.setting_value" {key}{text}.
  static Result<Settings> read(const std::string& file);
};

/// Errors: METODICA_NOT_FOUND "desk.secret_missing" {file}; METODICA_DENIED "desk.secret_open"
/// {file} when the group or others can read it.
Result<void> check_secret_file(const std::string& file);

}  // namespace metodica::desk
