/// Door 1 for tests: an instance on a fresh database of any engine, driven by actions.
///
///   Door door(TestEngine::sqlite_file);
///   const Json reply = door.call("registers.rmf", {{"year", 2026}, {"part", 1}});
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "metodica/embed.h"
#include "support/test_database.hpp"

namespace metodica::test {

class Door {
 public:
  /// `adapter`: name of the host's library, "standalone" or "template". Throws std::runtime_error
  /// with the problem when the instance cannot be opened or started. `settings`: lines of
  /// [adapter.settings] for any other adapter.
  explicit Door(TestEngine engine = TestEngine::sqlite_file, std::string adapter = "standalone",
                std::string settings = {});
  ~Door();
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  /// The reply, problem or not. A fresh key is made unless set_key() gave one for the next call.
  Json call(const std::string& action, const Json& args = Json::object());
  /// The last reply, after all slices of long work; fails the running test when it is a problem.
  Json good(const std::string& action, const Json& args = Json::object());
  /// The reply as it came, for any request text.
  Json raw(std::string_view request);
  [[nodiscard]] metodica_status status() const { return status_; }  ///< of the last call

  void set_key(std::string key) { key_ = std::move(key); }
  void set_roles(std::vector<std::string> roles) { roles_ = std::move(roles); }
  void set_lang(std::string lang) { lang_ = std::move(lang); }
  void set_library(std::string code) { library_ = std::move(code); }
  void set_draw(std::string how) { draw_ = std::move(how); }

  /// Bytes of a document reply.
  static std::string bytes_of(const Json& document);

  /// Closes the instance and opens it again on the same data.
  void restart();

  [[nodiscard]] const std::filesystem::path& folder() const { return database_.folder(); }
  [[nodiscard]] TestDatabase& database() { return database_; }
  [[nodiscard]] std::string configuration() const;

 private:
  void write_configuration();
  void open();
  void close();

  TestEngine engine_;
  std::string adapter_;
  std::string settings_;
  TestDatabase database_;
  metodica_instance* instance_ = nullptr;
  metodica_status status_ = METODICA_OK;
  int calls_ = 0;
  std::string key_, lang_ = "ro", library_ = "57706", draw_;
  std::vector<std::string> roles_ = {"reader",  "librarian",  "keeper",        "commission",
                                     "manager", "accountant", "methodologist", "administrator"};
};

}  // namespace metodica::test
