#include "branch.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "metodica/settings.hpp"

namespace metodica::biblioteq {
namespace {

Result<std::string> first_line(const std::string& path) {
  std::ifstream in(path);
  std::string line;
  if (!std::getline(in, line) || line.empty()) {
    return Unexpected({METODICA_NOT_FOUND, "biblioteq.secret", {{"text", path}}});
  }
  return line;
}

std::string value_of(const Settings& settings, std::string_view name) {
  const auto found = settings.find(name);
  return found == settings.end() ? std::string() : found->second;
}

}  // namespace

Result<Site> read_site(std::string_view settings_json) {
  METODICA_TRY(const Settings settings, read_settings(settings_json));
  METODICA_CHECK(check_settings(
      settings, std::array{"database", "connection_file", "journal", "library", "name"}));
  Site site{value_of(settings, "database"), "", value_of(settings, "journal"),
            value_of(settings, "library"), value_of(settings, "name")};
  const std::string secret = value_of(settings, "connection_file");
  if (site.database.empty() && secret.empty()) {
    return invalid("biblioteq.setting_missing", {{"name", "database"}}, "database");
  }
  if (site.database.empty()) {
    METODICA_TRY(site.connection, first_line(secret));
  }
  for (const auto& [name, value] :
       {std::pair{"journal", &site.journal}, {"library", &site.library}}) {
    if (value->empty()) {
      return invalid("biblioteq.setting_missing", {{"name", name}}, name);
    }
  }
  return site;
}

Json done(const std::string& id, const std::string& version) {
  return Json::object({{"outcome", "done_confirmed"}, {"id", id}, {"version", version}});
}

Json refused(std::string_view code) {
  return Json::object({{"outcome", "refused"}, {"code", code}});
}

Json failed_for_now(std::string_view code) {
  return Json::object({{"outcome", "failed"}, {"retry", true}, {"code", code}});
}

Result<Json> read_request(std::string_view in) {
  METODICA_TRY(Json request, Json::parse(in));
  if (!request.is_object()) {
    return invalid("biblioteq.request");
  }
  return request;
}

Result<const Json::Array*> list_in(const Json& request, std::string_view name) {
  const Json& list = request[name];
  if (!list.is_array()) {
    return invalid("biblioteq.request", {}, std::string(name));
  }
  return &list.items();
}

Result<void> Branch::start() {
  if (sql_ != nullptr) {  // another process: its handles are dropped, not closed
    sql_->abandon();
    journal_->abandon();
  }
  METODICA_TRY(journal_, open_sqlite(site_.journal, true));
  METODICA_CHECK(journal_->run(
      "CREATE TABLE IF NOT EXISTS done (library TEXT NOT NULL, operation TEXT NOT NULL,"
      " key TEXT NOT NULL, outcomes TEXT NOT NULL, PRIMARY KEY (library, operation, key))"));
  METODICA_TRY(sql_, site_.database.empty() ? open_postgresql(site_.connection)
                                            : open_sqlite(site_.database, false));
  METODICA_CHECK(check_tables());
  return check_role();
}

void Branch::stop() {
  sql_.reset();
  journal_.reset();
}

Result<Sql*> Branch::sql() {
  if (sql_ == nullptr) {
    return Unexpected({METODICA_FORKED, "biblioteq.not_started"});
  }
  return sql_.get();
}

// The host stores no version of its schema and its users upgrade by hand: what we need is looked
// for.
Result<void> Branch::check_tables() {
  for (const char* needed :
       {"SELECT copy_number, copyid, item_oid, myoid, notes, status, condition,"
        " originality FROM book_copy_info LIMIT 1",
        "SELECT myoid, title, author, id, isbn13, callnumber, quantity, location,"
        " price, publisher, pdate, place, edition, language FROM book LIMIT 1",
        "SELECT item_oid, copyid, duedate, reserved_date, type"
        " FROM item_borrower LIMIT 1"}) {
    const auto looked = sql_->run(needed);
    if (!looked && looked.error().status == METODICA_BUSY) {
      return Unexpected(looked.error());
    }
    if (!looked) {
      return Unexpected(
          {METODICA_UNSUPPORTED, "biblioteq.old_schema", {{"text", std::string(needed)}}});
    }
  }
  return {};
}

// Row security shows a librarian an empty list of loans: every copy would be judged free.
Result<void> Branch::check_role() {
  if (!sql_->is_postgresql()) {
    return {};
  }
  METODICA_TRY(const Rows guarded,
               sql_->run("SELECT 1 FROM pg_class WHERE oid = to_regclass('item_borrower')"
                         " AND relrowsecurity"));
  METODICA_TRY(const Rows roles,
               sql_->run("SELECT 1 FROM pg_roles WHERE (rolname IN ('biblioteq_administrator',"
                         " 'biblioteq_circulation', 'biblioteq_circulation_librarian',"
                         " 'biblioteq_circulation_membership',"
                         " 'biblioteq_circulation_librarian_membership')"
                         " AND pg_has_role(current_user, oid, 'USAGE'))"
                         " OR (rolname = current_user AND (rolsuper OR rolbypassrls)) LIMIT 1"));
  if (!guarded.empty() && roles.empty()) {
    return Unexpected({METODICA_DENIED, "biblioteq.role"});
  }
  return {};
}

Result<std::string> Branch::remembered(const CallContext& context, std::string_view operation) {
  METODICA_TRY(const Rows rows,
               journal_->run("SELECT outcomes FROM done WHERE library = $1 AND operation = $2"
                             " AND key = $3",
                             {context.library, std::string(operation), context.key}));
  return rows.empty() ? std::string() : rows.front().front();
}

Result<void> Branch::remember(const CallContext& context, std::string_view operation,
                              const std::string& outcomes) {
  METODICA_CHECK(
      journal_->run("INSERT OR REPLACE INTO done (library, operation, key, outcomes)"
                    " VALUES ($1, $2, $3, $4)",
                    {context.library, std::string(operation), context.key, outcomes}));
  return {};
}

Result<void> Branch::write_items(const CallContext& context, std::string_view operation,
                                 std::string_view in, Sink& out,
                                 const std::function<Result<Json>(Sql&, const Json& item)>& one) {
  METODICA_TRY(Sql* const host, sql());
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const items, list_in(request, "items"));
  if (context.key.empty()) {
    return invalid("biblioteq.no_key", {}, "key");
  }
  METODICA_TRY(std::string outcomes, remembered(context, operation));
  if (!outcomes.empty()) {
    return out.write(outcomes);
  }
  bool all_final = true;
  METODICA_CHECK(in_transaction(*host, [&]() -> Result<void> {
    outcomes.clear();
    all_final = true;
    for (const Json& item : *items) {
      METODICA_TRY(const Json outcome,
                   serves(context) ? one(*host, item) : Result<Json>(refused("not_found")));
      all_final = all_final && outcome["outcome"].text() != "failed";
      outcome.dump(outcomes);
      outcomes += '\n';
    }
    return {};
  }));
  if (all_final) {  // what may be tried again must be tried again
    METODICA_CHECK(remember(context, operation, outcomes));
  }
  return out.write(outcomes);
}

bool Branch::is_being_edited(const CallContext& context, const std::string& title) const {
  const auto answer = core_.ask(context, R"({"ask":"windows"})");
  if (!answer) {
    return false;  // nobody to ask: not inside of BiblioteQ
  }
  const auto seen = Json::parse(*answer);
  if (!seen) {
    return false;
  }
  const Json::Array& editors = (*seen)["editors"].items();
  return std::any_of(editors.begin(), editors.end(), [&](const Json& editor) {
    const bool copies = editor["kind"].text().find("copy_editor") != std::string::npos;
    return copies || editor["title"].text().find(title) != std::string::npos;
  });
}

}  // namespace metodica::biblioteq
