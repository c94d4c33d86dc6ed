// Libraries, authorised values and acquisition over REST.
#include <algorithm>
#include <charconv>

#include "koha/src/request.hpp"
#include "koha/src/rest_door.hpp"

namespace metodica::koha {
namespace {

constexpr std::int64_t all_rows = 1000;

std::string number_text(const Json& value) {
  return value.is_null() ? std::string() : value.is_text() ? value.text() : value.dump();
}

/// The number a text begins with: Koha keeps the wished copies as text. null without one.
Json count_in(const Json& value) {
  std::int64_t count = 0;
  const std::string& text = value.text();
  const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
  return value.is_text() ? (read.ec == std::errc() ? Json(count) : Json()) : value;
}

}  // namespace

// An old list is not paged and knows no query: then it is read whole and cut here.
Result<std::vector<Json>> RestDoor::rows(const RestList& list, const Json& args) {
  const std::int64_t after = args["after"].integer();
  const std::int64_t limit = limit_in(args, all_rows);
  if (definition_->takes("get", list.path, "_per_page") &&
      definition_->takes("get", list.path, "q")) {
    return read_rows(client_, list, after, limit, [&](std::int64_t behind) {
      log("koha.bad_row", Json::object({{"path", list.path}, {"after", behind}}));
    });
  }
  METODICA_TRY(const Json whole, client_.get_json(list.path, list.headers));
  std::vector<Json> found;
  for (const Json& row : whole.items()) {
    if (row[list.id].integer() > after) {
      found.push_back(row);
    }
  }
  std::sort(found.begin(), found.end(), [&](const Json& one, const Json& other) {
    return one[list.id].integer() < other[list.id].integer();
  });
  found.resize(std::min(found.size(), static_cast<std::size_t>(limit)));
  return found;
}

Result<Json> RestDoor::libraries(const Json& /*args*/) {
  const bool paged = definition_->takes("get", "/libraries", "_per_page");
  METODICA_TRY(const Json list,
               client_.get_json(paged ? "/libraries?_per_page=1000" : "/libraries"));
  std::vector<Json> found;
  for (const Json& row : list.items()) {
    found.push_back(
        Json::object({{"library_id", row["library_id"].text()}, {"name", row["name"].text()}}));
  }
  return answer_with("libraries", std::move(found));
}

Result<Json> RestDoor::values(const Json& args) {
  const std::string path = "/authorised_value_categories/" +
                           http::encoded(args["category"].text()) + "/authorised_values";
  const bool paged =
      definition_->takes("get", "/authorised_value_categories/{}/authorised_values", "_per_page");
  METODICA_TRY(const Json list, client_.get_json(paged ? path + "?_per_page=1000" : path));
  std::vector<Json> found;
  for (const Json& row : list.items()) {
    found.push_back(
        Json::object({{"value", row["value"].text()}, {"description", row["description"].text()}}));
  }
  return answer_with("values", std::move(found));
}

Result<Json> RestDoor::vendors(const Json& args) {
  METODICA_TRY(std::vector<Json> found, rows({"/acquisitions/vendors", "id"}, args));
  return answer_with("rows", std::move(found));
}

// How much of a fund is spent stands nowhere in Koha's REST, so it is left out.
Result<Json> RestDoor::funds(const Json& args) {
  METODICA_TRY(const std::vector<Json> found, rows({"/acquisitions/funds", "fund_id"}, args));
  std::vector<Json> lines;
  for (const Json& row : found) {
    lines.push_back(Json::object({{"id", row["fund_id"]},
                                  {"name", row["name"].text()},
                                  {"given", number_text(row["total_amount"])}}));
  }
  return answer_with("rows", std::move(lines));
}

Result<Json> RestDoor::suggestions(const Json& args) {
  METODICA_TRY(std::vector<Json> found, rows({"/suggestions", "suggestion_id"}, args));
  for (Json& row : found) {
    row.set("quantity", count_in(row["quantity"]));
  }
  return answer_with("rows", std::move(found));
}

Result<Json> RestDoor::order_lines(const Json& args) {
  RestList list{"/acquisitions/orders", "order_id"};
  if (definition_->takes("get", "/acquisitions/orders", "x-koha-embed")) {
    list.headers.emplace_back("x-koha-embed", "basket,biblio");
  }
  METODICA_TRY(const std::vector<Json> found, rows(list, args));
  std::vector<Json> lines;
  for (const Json& row : found) {
    Json line = row;
    line.set("title", row["biblio"]["title"].text())
        .set("vendor_id", row["basket"]["vendor_id"])
        .set("unit_price", row["unit_price"].is_null() ? row["list_price"] : row["unit_price"]);
    lines.push_back(std::move(line));
  }
  return answer_with("rows", std::move(lines));
}

}  // namespace metodica::koha
