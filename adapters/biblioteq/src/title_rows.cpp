#include "title_rows.hpp"

#include <functional>

#include "copy_rows.hpp"

namespace metodica::biblioteq {
namespace {

const std::string selected =
    "SELECT myoid, COALESCE(title, ''), COALESCE(author, ''), COALESCE(id, ''), COALESCE(isbn13, "
    "''),"
    " COALESCE(publisher, ''), COALESCE(place, ''), COALESCE(pdate, ''), COALESCE(edition, ''),"
    " COALESCE(language, ''), COALESCE(callnumber, '') FROM book ";

// The year out of "MM/dd/yyyy".
std::string year_of(const std::string& date) {
  return iso_date(date).substr(0, 4);
}

}  // namespace

const std::string& title_columns() {
  return selected;
}

Json title_json(const Row& row) {
  Json line = Json::object({{"id", title_id_text(row[0])}, {"title", row[1]}});
  std::string all;
  for (const std::string& field : row) {
    all += field + '\x1f';
  }
  line.set("version", std::to_string(std::hash<std::string>{}(all)));
  const auto set = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) {
      line.set(name, text);
    }
  };
  set("responsibility", row[2]);
  set("publisher", row[5]);
  set("place", row[6]);
  set("year", year_of(row[7]));
  set("edition", row[8]);
  if (const std::string& isbn = row[4].empty() ? row[3] : row[4]; !isbn.empty()) {
    line.set("isbn", Json::array({isbn}));
  }
  return line;
}

Result<std::optional<Json>> title_by_id(Sql& sql, std::int64_t myoid) {
  METODICA_TRY(const Rows rows,
               sql.run(selected + "WHERE myoid = CAST($1 AS BIGINT)", {std::to_string(myoid)}));
  return rows.empty() ? std::nullopt : std::optional(title_json(rows.front()));
}

std::string without_hyphens(std::string isbn) {
  std::erase(isbn, '-');
  std::erase(isbn, ' ');
  return isbn;
}

Result<std::string> next_myoid(Sql& sql) {
  METODICA_CHECK(sql.run("INSERT INTO sequence VALUES (NULL)"));
  METODICA_TRY(const Rows made, sql.run("SELECT last_insert_rowid()"));
  return made.front().front();
}

}  // namespace metodica::biblioteq
