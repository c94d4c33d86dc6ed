#include "copy_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "text/money.hpp"

namespace metodica::biblioteq {
namespace {

constexpr std::string_view book_prefix = "book/";
constexpr std::array<std::string_view, 7> other_prefixes{
    "cd/", "dvd/", "grey_literature/", "journal/", "magazine/", "photograph/", "videogame/"};
constexpr std::size_t id_digits = 12;
constexpr std::string_view note_begin = "[RI ";

// Loans are looked for by title and copy of any type: the host's own triggers do not look at the
// type.
const std::string selected =
    "SELECT c.item_oid, c.copyid, COALESCE(c.notes, ''), COALESCE(c.status, ''),"
    " COALESCE(b.callnumber, ''), COALESCE(b.location, ''), COALESCE(CAST(b.price AS TEXT), ''),"
    " COALESCE(b.title, ''), COALESCE(l.loans, 0), COALESCE(l.since, ''), COALESCE(l.due, '')"
    " FROM book_copy_info c JOIN book b ON b.myoid = c.item_oid"
    " LEFT JOIN (SELECT item_oid, copyid, COUNT(*) AS loans, MIN(reserved_date) AS since,"
    "  MIN(duedate) AS due FROM item_borrower GROUP BY item_oid, copyid) l"
    " ON l.item_oid = c.item_oid AND l.copyid = c.copyid ";

std::int64_t number_of(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : 0;
}

CopyRow copy_of(const Row& row) {
  CopyRow copy;
  copy.id = {number_of(row[0]), row[1]};
  copy.notes = row[2];
  copy.status = row[3];
  copy.call_number = row[4];
  copy.location = row[5];
  copy.price = row[6];
  copy.title = row[7];
  copy.on_loan = row[8] != "0";
  copy.since = row[9];
  copy.due = row[10];
  return copy;
}

Result<std::optional<CopyRow>> first_of(Result<Rows> rows) {
  if (!rows) {
    return Unexpected(rows.error());
  }
  return rows->empty() ? std::optional<CopyRow>() : std::optional(copy_of(rows->front()));
}

std::string folded(std::string_view text) {
  std::string low;
  for (const char c : text) {
    low += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return low;
}

struct Status {
  std::string_view state;
  std::string_view written;
  std::array<std::string_view, 4> read;  // what BiblioteQ writes in its languages
};

constexpr std::array<Status, 4> statuses{{
    {"available", "Available", {"available", "disponibil", "disponible", "verfügbar"}},
    {"missing", "Lost", {"lost", "pierdut", "perdu", "verloren"}},
    {"withdrawn", "Deleted", {"deleted", "șters", "supprimé", "gelöscht"}},
    {"in_process",
     "Not Available",
     {"not available", "indisponibil", "indisponible", "nicht verfügbar"}},
}};

// FNV-1a: the version only has to differ when a field differs.
std::string hash_of(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

// The inventory number out of the notes: register and number.
std::optional<Json> number_in(const std::string& notes) {
  const std::size_t from = notes.find(note_begin);
  const std::size_t to = notes.find(']', from);
  if (from == std::string::npos || to == std::string::npos) {
    return std::nullopt;
  }
  const std::string inside = notes.substr(from + note_begin.size(), to - from - note_begin.size());
  const std::size_t slash = inside.rfind('/');
  const std::int64_t number =
      slash == std::string::npos ? 0 : number_of(std::string_view(inside).substr(slash + 1));
  if (number < 1) {
    return std::nullopt;
  }
  return Json::object({{"register", inside.substr(0, slash)}, {"number", number}});
}

}  // namespace

std::string id_text(const CopyId& id) {
  const std::string digits = std::to_string(id.title);
  return std::string(book_prefix) +
         std::string(id_digits - std::min(id_digits, digits.size()), '0') + digits + "/" +
         id.copyid;
}

std::optional<CopyId> parse_copy_id(const std::string& text) {
  const std::size_t slash = text.find('/', book_prefix.size());
  if (!text.starts_with(book_prefix) || slash == std::string::npos) {
    return std::nullopt;
  }
  const std::int64_t title =
      number_of(std::string_view(text).substr(book_prefix.size(), slash - book_prefix.size()));
  return title < 1 ? std::nullopt : std::optional(CopyId{title, text.substr(slash + 1)});
}

std::string title_id_text(const std::string& myoid) {
  return std::string(book_prefix) + myoid;
}

std::int64_t parse_title_id(const std::string& text) {
  return text.starts_with(book_prefix)
             ? number_of(std::string_view(text).substr(book_prefix.size()))
             : 0;
}

bool is_of_another_type(const std::string& text) {
  return std::any_of(other_prefixes.begin(), other_prefixes.end(),
                     [&](std::string_view prefix) { return text.starts_with(prefix); });
}

std::string CopyRow::own_version() const {
  return hash_of(id_text(id) + '\x1f' + notes + '\x1f' + status);
}

std::string CopyRow::version() const {
  return own_version() + "-" + hash_of(call_number + '\x1f' + location + '\x1f' + price);
}

Json CopyRow::json() const {
  Json json = Json::object({{"id", id_text(id)}, {"version", version()}, {"barcode", id.copyid}});
  if (auto number = number_in(notes)) {
    json.set("number", *std::move(number));
  }
  json.set("title", title_id_text(std::to_string(id.title)));
  if (!location.empty()) {
    json.set("place", location);
  }
  if (!call_number.empty()) {
    json.set("call_number", call_number);
  }
  if (const auto exact = Money::parse_exact(price);
      exact && !price.empty() && *exact > Money::zero()) {
    json.set("price", exact->exact());
  }
  json.set("state", state_of_status(status));
  if (on_loan) {
    Json loan = Json::object();
    for (const auto& [name, day] : {std::pair{"since", iso_date(since)}, {"due", iso_date(due)}}) {
      if (!day.empty()) {
        loan.set(name, day);
      }
    }
    json.set("loan", std::move(loan));
  }
  if (!notes.empty()) {
    json.set("note", notes);
  }
  return json;
}

Result<std::optional<CopyRow>> copy_by_id(Sql& sql, const CopyId& id) {
  return first_of(sql.run(selected + "WHERE c.item_oid = CAST($1 AS BIGINT) AND c.copyid = $2",
                          {std::to_string(id.title), id.copyid}));
}

Result<std::optional<CopyRow>> copy_by_barcode(Sql& sql, const std::string& barcode) {
  return first_of(sql.run(selected + "WHERE c.copyid = $1 ORDER BY c.item_oid LIMIT 1", {barcode}));
}

Result<std::optional<CopyRow>> copy_by_number(Sql& sql, const std::string& note) {
  std::string pattern = "%";
  for (const char c : note) {
    pattern += (c == '%' || c == '_' || c == '\\') ? std::string("\\") + c : std::string(1, c);
  }
  return first_of(sql.run(
      selected + "WHERE c.notes LIKE $1 ESCAPE '\\' ORDER BY c.item_oid LIMIT 1", {pattern + "%"}));
}

Result<std::vector<CopyRow>> copies_after(Sql& sql, const CopyId& after, std::int64_t title,
                                          std::int64_t limit) {
  const std::string bytes = sql.is_postgresql() ? " COLLATE \"C\"" : "";
  METODICA_TRY(
      const Rows rows,
      sql.run(selected +
                  "WHERE (c.item_oid > CAST($1 AS BIGINT) OR (c.item_oid = CAST($2 AS BIGINT)"
                  " AND c.copyid" +
                  bytes + " > $3))" +
                  (title > 0 ? " AND c.item_oid = " + std::to_string(title) : std::string()) +
                  " ORDER BY c.item_oid, c.copyid" + bytes + " LIMIT " + std::to_string(limit),
              {std::to_string(after.title), std::to_string(after.title), after.copyid}));
  std::vector<CopyRow> copies;
  copies.reserve(rows.size());
  std::transform(rows.begin(), rows.end(), std::back_inserter(copies), copy_of);
  return copies;
}

std::string state_of_status(const std::string& status) {
  const std::string low = folded(status);
  if (low.empty()) {
    return "available";
  }
  for (const Status& one : statuses) {
    if (std::find(one.read.begin(), one.read.end(), low) != one.read.end()) {
      return std::string(one.state);
    }
  }
  return "unknown";
}

std::string status_of_state(const std::string& state) {
  for (const Status& one : statuses) {
    if (one.state == state && state != "withdrawn") {
      return std::string(one.written);
    }
  }
  return state == "damaged" || state == "reading_room" ? "Not Available" : "";
}

std::string number_note(const Json& number) {
  return std::string(note_begin) + number["register"].text() + "/" +
         std::to_string(number["number"].integer()) + "]";
}

std::string with_number_note(const std::string& notes, const std::string& note) {
  const std::size_t from = notes.find(note_begin);
  const std::size_t to = notes.find(']', from);
  if (from != std::string::npos && to != std::string::npos) {
    return notes.substr(0, from) + note + notes.substr(to + 1);
  }
  return note + (notes.empty() || note.empty() ? "" : " ") + notes;
}

std::string iso_date(const std::string& text) {
  const bool shaped = text.size() >= 10 && text[2] == '/' && text[5] == '/';
  return shaped ? text.substr(6, 4) + "-" + text.substr(0, 2) + "-" + text.substr(3, 2)
                : std::string();
}

}  // namespace metodica::biblioteq
