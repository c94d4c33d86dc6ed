// Writing as BiblioteQ itself would, in the smallest set that its tables bear: copies with the
// quantity of their title, notes, status, call number.
#include "copy_rows.hpp"
#include "extensions.hpp"
#include "title_rows.hpp"

namespace metodica::biblioteq {
namespace {

constexpr std::size_t longest_call_number = 64;  // PostgreSQL enforces it, SQLite would keep more
constexpr std::size_t longest_copyid = 64;

std::size_t characters(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) {
    count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  }
  return count;
}

std::string text_of(std::int64_t number) {
  return std::to_string(number);
}

Result<bool> barcode_in_use(Sql& sql, const std::string& copyid) {
  // Some loan queries of the host look at the barcode without the title, and at every type.
  for (const char* table : {"book_copy_info", "cd_copy_info", "dvd_copy_info", "journal_copy_info",
                            "magazine_copy_info", "videogame_copy_info"}) {
    METODICA_TRY(
        const Rows found,
        sql.run("SELECT 1 FROM " + std::string(table) + " WHERE copyid = $1 LIMIT 1", {copyid}));
    if (!found.empty()) {
      return true;
    }
  }
  return false;
}

// The form of the host drops the copies beyond this number.
Result<void> count_copies(Sql& sql, std::int64_t title) {
  METODICA_CHECK(
      sql.run("UPDATE book SET quantity = (SELECT COUNT(*) FROM book_copy_info"
              " WHERE item_oid = CAST($1 AS BIGINT)) WHERE myoid = CAST($2 AS BIGINT)",
              {text_of(title), text_of(title)}));
  return {};
}

Result<void> insert_copy(Sql& sql, const CopyId& id, const std::string& notes,
                         const std::string& status) {
  METODICA_TRY(const Rows last,
               sql.run("SELECT COALESCE(MAX(copy_number), 0) + 1 FROM book_copy_info"
                       " WHERE item_oid = CAST($1 AS BIGINT)",
                       {text_of(id.title)}));
  std::string columns = "copy_number, copyid, item_oid, notes, status, condition, originality";
  std::string values = "CAST($1 AS BIGINT), $2, CAST($3 AS BIGINT), $4, $5, 'UNKNOWN', 'UNKNOWN'";
  Params params{last.front().front(), id.copyid, text_of(id.title), notes, status};
  if (!sql.is_postgresql()) {  // there the sequence of the table gives it
    METODICA_TRY(std::string myoid, next_myoid(sql));
    columns += ", myoid";
    values += ", $6";
    params.push_back(std::move(myoid));
  }
  METODICA_CHECK(
      sql.run("INSERT INTO book_copy_info (" + columns + ") VALUES (" + values + ")", params));
  return count_copies(sql, id.title);
}

Result<Json> confirmed(Sql& sql, const CopyId& id) {
  METODICA_TRY(const auto copy, copy_by_id(sql, id));
  return copy ? done(id_text(id), copy->version()) : refused("not_found");
}

Result<void> set_call_number(Sql& sql, std::int64_t title, const std::string& call_number) {
  METODICA_CHECK(sql.run("UPDATE book SET callnumber = $1 WHERE myoid = CAST($2 AS BIGINT)",
                         {call_number, text_of(title)}));
  return {};
}

// Title row first, then its copies: the same order for everybody who locks in PostgreSQL.
Result<Rows> locked_title(Sql& sql, std::int64_t title) {
  return sql.run(std::string("SELECT title, COALESCE(id, ''), COALESCE(isbn13, ''),"
                             " COALESCE(callnumber, '') FROM book"
                             " WHERE myoid = CAST($1 AS BIGINT)") +
                     (sql.is_postgresql() ? " FOR UPDATE" : ""),
                 {text_of(title)});
}

TitleMark mark_of(const Row& title) {
  return {title[0], title[1], title[2]};
}

Result<Json> create_one(Sql& sql, const Branch& branch, const CallContext& context,
                        const Json& item) {
  if (is_of_another_type(item["title"].text())) {
    return refused("only_books");
  }
  const std::int64_t title = parse_title_id(item["title"].text());
  METODICA_TRY(const Rows row, locked_title(sql, title));
  if (row.empty()) {
    return refused("title_not_found");
  }
  const Json& number = item["number"];
  const std::string& barcode = item["barcode"].text();
  const std::string copyid =
      !barcode.empty()     ? barcode
      : number.is_object() ? number["register"].text() + "-" + text_of(number["number"].integer())
                           : "";
  if (copyid.empty() || copyid.size() > longest_copyid) {
    return refused("invalid_barcode");
  }
  METODICA_TRY(const bool used, barcode_in_use(sql, copyid));
  if (used) {
    return refused("barcode_in_use");
  }
  if (branch.is_being_edited(context, mark_of(row.front()))) {
    return failed_for_now("being_edited");
  }
  const std::string& call_number = item["call_number"].text();
  if (characters(call_number) > longest_call_number) {
    return refused("too_long_call_number");
  }
  const std::string state = item["state"].text().empty() ? "available" : item["state"].text();
  const std::string status = status_of_state(state);
  if (status.empty()) {
    return refused("invalid_state");
  }
  const std::string notes = with_number_note(
      item["note"].text(), number.is_object() ? number_note(number) : std::string());
  METODICA_CHECK(insert_copy(sql, {title, copyid}, notes, status));
  if (!call_number.empty() && row.front()[3].empty()) {
    METODICA_CHECK(set_call_number(sql, title, call_number));
  }
  return confirmed(sql, {title, copyid});
}

// The call number is the title's: another copy in the same write may have brought it already.
bool is_as_it_was_read(const CopyRow& copy, const Json& item) {
  const std::string& read = item["version"].text();
  const Json& set = item["set"];
  return read == copy.version() ||
         (read.starts_with(copy.own_version()) &&
          (!set.has("call_number") || set["call_number"].text() == copy.call_number));
}

/// The copy that an item names, when it may be changed; else why not.
struct Target {
  CopyRow copy;
  Json refusal;
};

Result<Target> target_of(Sql& sql, const Branch& branch, const CallContext& context,
                         const Json& item) {
  const auto id = parse_copy_id(item["id"].text());
  if (!id) {
    return Target{{}, refused("not_found")};
  }
  METODICA_TRY(const Rows title, locked_title(sql, id->title));
  METODICA_TRY(const auto copy, copy_by_id(sql, *id));
  if (!copy || title.empty()) {
    return Target{{}, refused("not_found")};
  }
  if (!is_as_it_was_read(*copy, item)) {
    return Target{{}, refused("newer_version")};
  }
  if (branch.is_being_edited(context, mark_of(title.front()))) {
    return Target{{}, failed_for_now("being_edited")};
  }
  return Target{*copy, {}};
}

Result<void> update_copy(Sql& sql, const CopyRow& copy) {
  METODICA_CHECK(
      sql.run("UPDATE book_copy_info SET notes = $1, status = $2"
              " WHERE item_oid = CAST($3 AS BIGINT) AND copyid = $4",
              {copy.notes, copy.status, text_of(copy.id.title), copy.id.copyid}));
  return {};
}

Result<Json> change_one(Sql& sql, const Branch& branch, const CallContext& context,
                        const Json& item) {
  METODICA_TRY(Target target, target_of(sql, branch, context, item));
  if (!target.refusal.is_null()) {
    return target.refusal;
  }
  const Json& set = item["set"];
  CopyRow& copy = target.copy;
  if (set.has("call_number") && characters(set["call_number"].text()) > longest_call_number) {
    return refused("too_long_call_number");
  }
  if (set.has("barcode") && set["barcode"].text() != copy.id.copyid) {
    return refused("barcode_fixed");  // loans and history of the host are known by it
  }
  if (set.has("note")) {
    copy.notes = set["note"].text();
  }
  if (set.has("number")) {
    copy.notes =
        with_number_note(copy.notes, set["number"].is_object() ? number_note(set["number"]) : "");
  }
  if (set.has("state")) {
    copy.status = status_of_state(set["state"].text());
    if (copy.status.empty()) {
      return refused("invalid_state");
    }
  }
  METODICA_CHECK(update_copy(sql, copy));
  if (set.has("call_number")) {
    METODICA_CHECK(set_call_number(sql, copy.id.title, set["call_number"].text()));
  }
  return confirmed(sql, copy.id);
}

Result<Json> set_state_of_one(Sql& sql, const Branch& branch, const CallContext& context,
                              const Json& item) {
  METODICA_TRY(Target target, target_of(sql, branch, context, item));
  if (!target.refusal.is_null()) {
    return target.refusal;
  }
  target.copy.status = status_of_state(item["state"].text());
  if (target.copy.status.empty()) {
    return refused("invalid_state");
  }
  METODICA_CHECK(update_copy(sql, target.copy));
  return confirmed(sql, target.copy.id);
}

// Removed, not marked: the host lends a copy whatever its status says. The last copy stays to the
// librarian, because it goes only with the title, and with the title goes the history of its
// readers.
Result<Json> retire_one(Sql& sql, const Branch& branch, const CallContext& context,
                        const Json& item) {
  METODICA_TRY(const Target target, target_of(sql, branch, context, item));
  if (!target.refusal.is_null()) {
    return target.refusal;
  }
  if (target.copy.on_loan) {
    return refused("on_loan");
  }
  const std::string title = text_of(target.copy.id.title);
  METODICA_TRY(const Rows left, sql.run("SELECT COUNT(*) FROM book_copy_info"
                                        " WHERE item_oid = CAST($1 AS BIGINT)",
                                        {title}));
  if (left.front().front() == "1") {
    return refused("last_copy");
  }
  METODICA_CHECK(
      sql.run("DELETE FROM book_copy_info WHERE item_oid = CAST($1 AS BIGINT) AND copyid = $2",
              {title, target.copy.id.copyid}));
  METODICA_CHECK(count_copies(sql, target.copy.id.title));
  return done(id_text(target.copy.id), "");
}

}  // namespace

std::string HoldingsWrite::abilities() const {
  return R"({"operations":{"create":{"write":true,"batch":200,"atomic":true,"read-back":true},)"
         R"("change":{"write":true,"batch":200,"atomic":true,"read-back":true,"version-checked":true},)"
         R"("set_state":{"write":true,"batch":200,"atomic":true,"read-back":true,"version-checked":true},)"
         R"("retire":{"write":true,"batch":200,"atomic":true,"read-back":true,"version-checked":true}}})";
}

Result<void> HoldingsWrite::create(const CallContext& context, std::string_view in, Sink& out) {
  return branch_.write_items(context, "create", in, out, [&](Sql& sql, const Json& item) {
    return create_one(sql, branch_, context, item);
  });
}

Result<void> HoldingsWrite::change(const CallContext& context, std::string_view in, Sink& out) {
  return branch_.write_items(context, "change", in, out, [&](Sql& sql, const Json& item) {
    return change_one(sql, branch_, context, item);
  });
}

Result<void> HoldingsWrite::set_state(const CallContext& context, std::string_view in, Sink& out) {
  return branch_.write_items(context, "set_state", in, out, [&](Sql& sql, const Json& item) {
    return set_state_of_one(sql, branch_, context, item);
  });
}

Result<void> HoldingsWrite::retire(const CallContext& context, std::string_view in, Sink& out) {
  return branch_.write_items(context, "retire", in, out, [&](Sql& sql, const Json& item) {
    return retire_one(sql, branch_, context, item);
  });
}

}  // namespace metodica::biblioteq
