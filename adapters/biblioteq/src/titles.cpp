#include <algorithm>

#include "copy_rows.hpp"
#include "extensions.hpp"
#include "title_rows.hpp"

namespace metodica::biblioteq {
namespace {

constexpr std::int64_t most_lines = 1000;
constexpr std::int64_t usual_lines = 20;

std::string like(const std::string& text) {
  std::string pattern = "%";
  for (const char c : text) {
    pattern += (c == '%' || c == '_' || c == '\\') ? std::string("\\") + c : std::string(1, c);
  }
  return pattern + "%";
}

}  // namespace

std::string Titles::abilities() const {
  return R"({"operations":{"find":{"read":true},"read":{"read":true,"batch":1000}}})";
}

Result<void> Titles::find(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(Sql* const sql, branch_.sql());
  METODICA_TRY(const Json request, read_request(in));
  const std::string text = request["text"].text();
  const std::string isbn = without_hyphens(request["isbn"].text());
  if (text.empty() && isbn.empty()) {
    return invalid("biblioteq.empty_query", {}, "text");
  }
  const std::int64_t limit =
      std::clamp<std::int64_t>(request["limit"].integer(usual_lines), 1, most_lines);
  std::string where = "WHERE myoid > CAST($1 AS BIGINT)";
  Params params{std::to_string(parse_title_id(request["after"].text()))};
  const auto add = [&](const std::string& condition, std::vector<std::string> values) {
    where += " AND " + condition;
    std::move(values.begin(), values.end(), std::back_inserter(params));
  };
  if (!isbn.empty()) {
    add("(REPLACE(COALESCE(id, ''), '-', '') = $2 OR REPLACE(COALESCE(isbn13, ''), '-', '') = $3)",
        {isbn, isbn});
  }
  for (std::size_t at = 0; at < text.size();) {  // every word, in the title or in the author
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      const std::string place = std::to_string(params.size() + 1);
      add("LOWER(title || ' ' || author) LIKE LOWER($" + place + ") ESCAPE '\\'",
          {like(text.substr(at, end - at))});
    }
    at = end + 1;
  }
  METODICA_TRY(
      const Rows rows,
      sql->run(title_columns() + where + " ORDER BY myoid LIMIT " + std::to_string(limit), params));
  for (const Row& row : rows) {
    METODICA_CHECK(out.line(title_json(row).set("cursor", title_id_text(row[0])).dump()));
  }
  return {};
}

Result<void> Titles::read(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(Sql* const sql, branch_.sql());
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const ids, list_in(request, "ids"));
  for (const Json& id : *ids) {
    METODICA_TRY(const auto title, title_by_id(*sql, parse_title_id(id.text())));
    METODICA_CHECK(
        out.line(title.value_or(Json::object({{"id", id.text()}, {"missing", true}})).dump()));
  }
  return {};
}

}  // namespace metodica::biblioteq
