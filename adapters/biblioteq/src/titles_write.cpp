// Titles of a reception that BiblioteQ does not have yet, saved as its own form would save them.
// What the form insists on and nobody knows is filled with the host's own words for that.
#include <algorithm>

#include "copy_rows.hpp"
#include "extensions.hpp"
#include "title_rows.hpp"

namespace metodica::biblioteq {
namespace {

constexpr std::string_view no_text = "N/A";          // as the form begins
constexpr std::string_view no_date = "01/01/2000";   // as the form begins
constexpr std::string_view not_in_list = "UNKNOWN";  // in every code list of the host
constexpr std::size_t longest_edition = 8;           // PostgreSQL enforces it
constexpr std::size_t isbn10_length = 10;
constexpr std::size_t isbn13_length = 13;

struct Isbns {
  std::string ten;
  std::string thirteen;
};

// The ISBN-10 of a "978" ISBN-13 (ISO 2108): older records of the host have that one only.
std::string isbn10_of(const std::string& thirteen) {
  if (!thirteen.starts_with("978")) {
    return {};
  }
  std::string ten = thirteen.substr(3, isbn10_length - 1);
  int sum = 0;
  for (std::size_t at = 0; at < ten.size(); ++at) {
    sum += static_cast<int>(isbn10_length - at) * (ten[at] - '0');
  }
  const int check = (11 - sum % 11) % 11;
  return ten + (check == 10 ? 'X' : static_cast<char>('0' + check));
}

Isbns isbns_of(const Json& title) {
  Isbns found;
  for (const Json& one : title["isbn"].items()) {
    std::string isbn = without_hyphens(one.text());
    if (isbn.size() == isbn10_length) {
      found.ten = std::move(isbn);
    } else if (isbn.size() == isbn13_length) {
      found.thirteen = std::move(isbn);
    }
  }
  if (found.ten.empty() && !found.thirteen.empty()) {
    found.ten = isbn10_of(found.thirteen);
  }
  return found;
}

std::string author_of(const Json& title) {
  std::string all;
  for (const Json& author : title["authors"].items()) {
    all += (all.empty() ? "" : "; ") + author["name"].text();
  }
  return all.empty() ? title["responsibility"].text() : all;
}

// "c 1993-" is the first of January of 1993: the host knows whole days only.
std::string date_of(const std::string& year) {
  constexpr std::size_t digits_of_year = 4;
  std::string digits;
  for (const char c : year) {
    digits = c >= '0' && c <= '9' ? digits + c : std::string();
    if (digits.size() == digits_of_year) {
      return "01/01/" + digits;
    }
  }
  return std::string(no_date);
}

std::string or_else(std::string text, std::string_view other) {
  return text.empty() ? std::string(other) : text;
}

// Without an ISBN the same title, author and year are the same book.
Result<Rows> same_title(Sql& sql, const Json& title, const Isbns& isbns) {
  if (isbns.ten.empty() && isbns.thirteen.empty()) {
    return sql.run(
        "SELECT myoid FROM book WHERE title = $1 AND author = $2 AND pdate = $3"
        " ORDER BY myoid LIMIT 1",
        {title["title"].text(), or_else(author_of(title), no_text), date_of(title["year"].text())});
  }
  return sql.run(
      "SELECT myoid FROM book WHERE REPLACE(id, '-', '') = $1 OR REPLACE(isbn13, '-', '') = $2"
      " ORDER BY myoid LIMIT 1",
      {isbns.ten, isbns.thirteen});
}

// A language that is not in the host's list becomes UNKNOWN with the next save of its form.
Result<std::string> language_in_list(Sql& sql, const Json& title) {
  const Json::Array& languages = title["languages"].items();
  if (languages.empty()) {
    return std::string(not_in_list);
  }
  const std::string& language = languages.front().text();
  METODICA_CHECK(
      sql.run("INSERT INTO languages (language) SELECT CAST($1 AS TEXT) WHERE NOT EXISTS"
              " (SELECT 1 FROM languages WHERE language = $2)",
              {language, language}));
  return language;
}

Result<std::int64_t> insert_title(Sql& sql, const Json& title, const Isbns& isbns) {
  METODICA_TRY(std::string language, language_in_list(sql, title));
  const std::string& edition = title["edition"].text();
  std::string columns =
      "title, author, publisher, place, pdate, edition, volume_number, id, isbn13, language,"
      " binding_type, category, condition, description, location, monetary_units, originality,"
      " price, quantity, type";
  // No copy yet: those of the same reception follow, each with the quantity.
  std::string values =
      "$1, $2, $3, $4, $5, $6, $7, NULLIF($8, ''), NULLIF($9, ''), $10, 'UNKNOWN', 'N/A',"
      " 'UNKNOWN', 'N/A', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 0.00, 0, 'Book'";
  Params params{
      title["title"].text(),
      or_else(author_of(title), no_text),
      or_else(title["publisher"].text(), no_text),
      or_else(title["place"].text(), no_text),
      date_of(title["year"].text()),
      edition.empty() || edition.size() > longest_edition ? std::string(no_text) : edition,
      title["volume"].text(),
      isbns.ten,
      isbns.thirteen,
      std::move(language)};
  if (!sql.is_postgresql()) {  // there the sequence of the table gives it
    METODICA_TRY(std::string myoid, next_myoid(sql));
    columns += ", myoid";
    values += ", $11";
    params.push_back(std::move(myoid));
  }
  METODICA_TRY(const Rows made,
               sql.run("INSERT INTO book (" + columns + ") VALUES (" + values + ") RETURNING myoid",
                       params));
  return parse_title_id(title_id_text(made.front().front()));
}

Result<Json> create_one(Sql& sql, const Json& item) {
  const Json& title = item["title"];
  if (title["title"].text().empty()) {
    return refused("invalid");
  }
  const Isbns isbns = isbns_of(title);
  if (!title["issn"].text().empty() && isbns.ten.empty()) {
    return refused("only_books");
  }
  METODICA_TRY(const Rows known, same_title(sql, title, isbns));
  std::int64_t myoid = 0;
  if (known.empty()) {
    METODICA_TRY(myoid, insert_title(sql, title, isbns));
  } else {
    myoid = parse_title_id(title_id_text(known.front().front()));
  }
  METODICA_TRY(const auto made, title_by_id(sql, myoid));
  return made ? done((*made)["id"].text(), (*made)["version"].text()) : refused("not_found");
}

}  // namespace

std::string TitlesWrite::abilities() const {
  return R"({"operations":{"create":{"write":true,"batch":200,"atomic":true,"read-back":true}}})";
}

Result<void> TitlesWrite::create(const CallContext& context, std::string_view in, Sink& out) {
  return branch_.write_items(context, "titles.create", in, out,
                             [](Sql& sql, const Json& item) { return create_one(sql, item); });
}

}  // namespace metodica::biblioteq
