/// Copies as rows of BiblioteQ, and as copies of schema/copy.json.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "json/json.hpp"
#include "sql.hpp"

namespace metodica::biblioteq {

/// A copy is known by (type, item_oid, copyid). Its own myoid is worth nothing: saving the host's
/// copy browser deletes all copies of a title and makes them anew.
struct CopyId {
  std::int64_t title = 0;  ///< myoid of the book
  std::string copyid;
};

/// "book/000000000012/RO1000123": rises as bytes as the numbers rise.
[[nodiscard]] std::string id_text(const CopyId& id);
[[nodiscard]] std::optional<CopyId> parse_copy_id(const std::string& text);
/// "book/12" and back; 0 when it is none.
[[nodiscard]] std::string title_id_text(const std::string& myoid);
[[nodiscard]] std::int64_t parse_title_id(const std::string& text);
/// "journal/12", "cd/12": in BiblioteQ, but none of the books that are read and written here.
[[nodiscard]] bool is_of_another_type(const std::string& text);

struct CopyRow {
  CopyId id;
  std::string notes, status, call_number, location, price, title;
  bool on_loan = false;
  std::string since, due;  ///< as the host writes them: MM/dd/yyyy

  /// "<own>-<title>": the copy's own fields, and those that all copies of a title share.
  [[nodiscard]] std::string version() const;
  [[nodiscard]] std::string own_version() const;
  [[nodiscard]] Json json() const;
};

[[nodiscard]] Result<std::optional<CopyRow>> copy_by_id(Sql& sql, const CopyId& id);
[[nodiscard]] Result<std::optional<CopyRow>> copy_by_barcode(Sql& sql, const std::string& barcode);
[[nodiscard]] Result<std::optional<CopyRow>> copy_by_number(Sql& sql,
                                                            const std::string& number_note);
/// Rising by id, after that one.
[[nodiscard]] Result<std::vector<CopyRow>> copies_after(Sql& sql, const CopyId& after,
                                                        std::int64_t title, std::int64_t limit);

/// Our word for a status, in whatever language BiblioteQ wrote it.
[[nodiscard]] std::string state_of_status(const std::string& status);
/// The host's status for our word; "" when it has none.
[[nodiscard]] std::string status_of_state(const std::string& state);

/// "[RI carti/112]", as it stands in the notes of a copy: the host has no field for it.
[[nodiscard]] std::string number_note(const Json& number);
/// `notes` with the inventory number in them replaced by `note`, or put first.
[[nodiscard]] std::string with_number_note(const std::string& notes, const std::string& note);

/// "05/23/2026" as "2026-05-23"; "" when it is no such date.
[[nodiscard]] std::string iso_date(const std::string& text);

}  // namespace metodica::biblioteq
