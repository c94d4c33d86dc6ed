/// Branch: one database of BiblioteQ as the adapter holds it, and the journal of our own writes
/// beside it. The host's file gets no table, column or trigger of ours.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "journal.hpp"
#include "json/json.hpp"
#include "metodica/adapter.hpp"
#include "metodica/context.hpp"
#include "sql.hpp"

namespace metodica::biblioteq {

struct Site {
  std::string database;    ///< absolute path of the SQLite branch, "" for PostgreSQL
  std::string connection;  ///< libpq's text of the PostgreSQL branch, out of a secret file
  std::string journal;     ///< absolute path of our own file: which writes were done
  std::string library;
  std::string name;
};

/// Reads the settings database, connection_file, journal, library, name. Errors, METODICA_INVALID
/// with the setting as field: "loader.unknown_setting" {name}, "biblioteq.setting_missing" {name}.
[[nodiscard]] Result<Site> read_site(std::string_view settings_json);

/// How the write of one item ended (schema/outcome.json).
[[nodiscard]] Json done(const std::string& id, const std::string& version);
[[nodiscard]] Json refused(std::string_view code);
/// Nothing was done; the same write may succeed later.
[[nodiscard]] Json failed_for_now(std::string_view code);

/// The document of an operation. Errors: METODICA_INVALID of Json::parse, or "biblioteq.request".
[[nodiscard]] Result<Json> read_request(std::string_view in);
/// Errors: METODICA_INVALID "biblioteq.request" {field} when `name` is no list.
[[nodiscard]] Result<const Json::Array*> list_in(const Json& request, std::string_view name);

/// By what a title is known on the screen: its fields in the host's form.
struct TitleMark {
  std::string title;
  std::string id;      ///< ISBN-10, "" for none
  std::string isbn13;  ///< "" for none
};

class Branch {
 public:
  Branch(const Site& site, Core core) : site_(site), core_(core) {}

  /// Opens, looks at the host's tables, and settles what a crash left between the host and our
  /// journal. Errors: METODICA_UNSUPPORTED "biblioteq.old_schema" {text}; METODICA_DENIED
  /// "biblioteq.role" when loans cannot be seen; those of Sql.
  Result<void> start();
  void stop();

  /// The connection; another one when the file was replaced or the server closed it. Errors:
  /// METODICA_FORKED "biblioteq.not_started"; those of `start`.
  [[nodiscard]] Result<Sql*> sql();

  /// Writes all items in one short transaction and then gives the outcomes out. The same key gives
  /// the same outcomes and writes nothing again. Errors: METODICA_INVALID "biblioteq.no_key".
  Result<void> write_items(const CallContext& context, std::string_view operation,
                           std::string_view in, Sink& out,
                           const std::function<Result<Json>(Sql&, const Json& item)>& one);

  /// True when BiblioteQ, with us in its process, has an editor open on this title: its save would
  /// put back everything that we change.
  [[nodiscard]] bool is_being_edited(const CallContext& context, const TitleMark& title) const;

  /// False for a library that is not the one of this branch.
  [[nodiscard]] bool serves(const CallContext& context) const {
    return context.library.empty() || context.library == site_.library;
  }

 private:
  Result<void> open_host();
  [[nodiscard]] bool host_shows_another_database(const CallContext& context) const;
  [[nodiscard]] Json windows(const CallContext& context) const;
  Result<std::string> outcomes_of(const Json::Array& items,
                                  const std::function<Result<Json>(const Json&)>& one);

  const Site& site_;
  Core core_;
  std::unique_ptr<Sql> sql_;
  std::unique_ptr<Journal> journal_;
};

}  // namespace metodica::biblioteq
