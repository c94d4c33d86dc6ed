#include "branch.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "metodica/settings.hpp"
#include "settling.hpp"
#include "title_rows.hpp"

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

// The host stores no version of its schema and its users upgrade by hand: what we need is looked
// for. More columns and tables than these are a newer schema, which is fine.
Result<void> check_tables(Sql& sql) {
  for (const char* needed :
       {"SELECT copy_number, copyid, item_oid, myoid, notes, status, condition,"
        " originality FROM book_copy_info LIMIT 1",
        "SELECT myoid, title, author, id, isbn13, callnumber, quantity, location, price, publisher,"
        " pdate, place, edition, language, volume_number, binding_type, category, description,"
        " monetary_units FROM book LIMIT 1",
        "SELECT item_oid, copyid, duedate, reserved_date, type"
        " FROM item_borrower LIMIT 1"}) {
    const auto looked = sql.run(needed);
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
Result<void> check_role(Sql& sql) {
  if (!sql.is_postgresql()) {
    return {};
  }
  METODICA_TRY(const Rows guarded,
               sql.run("SELECT 1 FROM pg_class WHERE oid = to_regclass('item_borrower')"
                       " AND relrowsecurity"));
  METODICA_TRY(const Rows roles,
               sql.run("SELECT 1 FROM pg_roles WHERE (rolname IN ('biblioteq_administrator',"
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

bool is_same_isbn(const std::string& one, const std::string& other) {
  return !one.empty() && without_hyphens(one) == without_hyphens(other);
}

// The copy browser does not say whose copies it shows. A title without ISBN whose name was changed
// in the form cannot be told from another one without.
bool is_editor_of(const Json& editor, const TitleMark& title) {
  if (editor["kind"].text().find("copy_editor") != std::string::npos ||
      editor["title"].text() == title.title || is_same_isbn(title.id, editor["id"].text()) ||
      is_same_isbn(title.isbn13, editor["isbn13"].text())) {
    return true;
  }
  return title.id.empty() && title.isbn13.empty() && editor["id"].text().empty() &&
         editor["isbn13"].text().empty();
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
  METODICA_TRY(journal_, Journal::open(site_.journal));
  return open_host();
}

Result<void> Branch::open_host() {
  METODICA_TRY(std::unique_ptr<Sql> opened, site_.database.empty()
                                                ? open_postgresql(site_.connection)
                                                : open_sqlite(site_.database, false));
  METODICA_CHECK(check_tables(*opened));
  METODICA_CHECK(check_role(*opened));
  METODICA_CHECK(settle(*opened, *journal_));
  sql_ = std::move(opened);
  return {};
}

void Branch::stop() {
  sql_.reset();
  journal_.reset();
}

Result<Sql*> Branch::sql() {
  if (sql_ == nullptr) {
    return Unexpected({METODICA_FORKED, "biblioteq.not_started"});
  }
  if (sql_->is_stale()) {
    METODICA_CHECK(open_host());
  }
  return sql_.get();
}

Result<std::string> Branch::outcomes_of(const Json::Array& items,
                                        const std::function<Result<Json>(const Json&)>& one) {
  std::string outcomes;
  for (const Json& item : items) {
    METODICA_TRY(const Json outcome, one(item));
    outcome.dump(outcomes);
    outcomes += '\n';
  }
  return outcomes;
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
  const WriteName name{context.library, std::string(operation), context.key};
  // A commit whose answer was lost with the connection, or a journal that was full.
  METODICA_CHECK(settle(*host, *journal_, &name));
  METODICA_TRY(const auto known, journal_->outcomes_of(name));
  if (known) {
    return out.write(*known);
  }
  if (!serves(context) || host_shows_another_database(context)) {
    const Json no = serves(context) ? failed_for_now("other_database") : refused("not_found");
    METODICA_TRY(const std::string all,
                 outcomes_of(*items, [&](const Json&) { return Result<Json>(no); }));
    return out.write(all);
  }
  std::string outcomes;
  const Result<void> committed = in_transaction(*host, [&]() -> Result<void> {
    METODICA_TRY(outcomes, outcomes_of(*items, [&](const Json& item) { return one(*host, item); }));
    return journal_->begin(name, outcomes);
  });
  if (!committed) {
    if (committed.error().status != METODICA_UNREACHABLE) {  // else it may have committed
      METODICA_CHECK(journal_->forget(name));
    }
    return committed;
  }
  METODICA_CHECK(journal_->finish(name, outcomes, is_final(outcomes)));
  return out.write(outcomes);
}

// What BiblioteQ, with us in its process, shows at this moment; null when there is nobody to ask.
Json Branch::windows(const CallContext& context) const {
  const auto answer = core_.ask(context, R"({"ask":"windows"})");
  if (!answer) {
    return {};
  }
  auto shown = Json::parse(*answer);
  return shown ? *std::move(shown) : Json();
}

// Who looks at another branch means that one: nothing is written behind his back into ours.
bool Branch::host_shows_another_database(const CallContext& context) const {
  const Json shown = windows(context);
  const Json& connection = shown["connection"];
  if (!connection["open"].boolean()) {
    return false;
  }
  const bool is_sqlite = connection["driver"].text() == "QSQLITE";
  if (is_sqlite == site_.database.empty()) {
    return true;
  }
  std::error_code unknown;
  return is_sqlite &&
         !std::filesystem::equivalent(connection["database"].text(), site_.database, unknown);
}

bool Branch::is_being_edited(const CallContext& context, const TitleMark& title) const {
  const Json shown = windows(context);
  const Json::Array& editors = shown["editors"].items();
  return std::any_of(editors.begin(), editors.end(),
                     [&](const Json& editor) { return is_editor_of(editor, title); });
}

}  // namespace metodica::biblioteq
