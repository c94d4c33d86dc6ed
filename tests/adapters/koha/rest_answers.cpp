#include "rest_answers.hpp"

#include <algorithm>
#include <array>
#include <regex>

#include "rest_query.hpp"

namespace metodica::koha::test {
namespace {

constexpr std::array item_fields{
    "item_id",           "biblio_id",          "external_id",         "inventory_number",
    "callnumber",        "call_number_source", "home_library_id",     "holding_library_id",
    "location",          "collection_code",    "item_type_id",        "lost_status",
    "withdrawn",         "damaged_status",     "not_for_loan_status", "purchase_price",
    "replacement_price", "acquisition_date",   "acquisition_source",  "serial_issue_number",
    "public_notes",      "internal_notes",     "checked_out_date",    "timestamp",
    "extended_subfields"};

constexpr std::array demanded{"biblio_id", "damaged_status", "lost_status", "not_for_loan_status",
                              "withdrawn"};

Told error(int status, const std::string& text) {
  return {status, Json::object({{"error", text}}).dump()};
}

bool is_price(std::string_view field) {
  return field == "purchase_price" || field == "replacement_price";
}

/// The number of a path like "/items/12", 0 when it is another.
std::vector<std::int64_t> numbers_in(const std::string& path, const char* pattern) {
  std::smatch match;
  std::vector<std::int64_t> numbers;
  if (std::regex_match(path, match, std::regex(pattern))) {
    for (std::size_t at = 1; at < match.size(); ++at) {
      numbers.push_back(std::stoll(match[at]));
    }
  }
  return numbers;
}

std::string title_in(const std::string& marcxml) {
  for (const char* const tag : {"tag=\"200\"", "tag=\"245\""}) {
    const std::size_t field = marcxml.find(tag);
    const std::size_t from =
        field == std::string::npos ? field : marcxml.find("code=\"a\">", field);
    if (from != std::string::npos) {
      return marcxml.substr(from + 9, marcxml.find('<', from + 9) - from - 9);
    }
  }
  return "";
}

}  // namespace

std::string RestAnswers::definition() const {
  Json properties = Json::object();
  for (const char* const field : item_fields) {
    if (!switches_.missing_fields.contains(field)) {
      properties.set(field, Json::object({{"type", Json::array({"string", "null"})}}));
    }
  }
  Json::Array paging;
  for (const char* const name :
       {"_page", "_per_page", "_order_by", "_match", "q", "x-koha-embed"}) {
    if (!switches_.old_lists) {
      paging.push_back(Json::object({{"name", name}, {"in", "query"}}));
    }
  }
  Json::Array required;
  for (const char* const field : demanded) {
    if (switches_.whole_items) {
      required.emplace_back(field);
    }
  }
  Json paths = Json::object();
  for (const char* const line :
       {"get /libraries", "get /authorised_value_categories/{name}/authorised_values", "get /items",
        "get /items/{item_id}", "put /biblios/{biblio_id}/items/{item_id}",
        "post /biblios/{biblio_id}/items", "get /biblios", "post /biblios",
        "get /biblios/{biblio_id}", "put /biblios/{biblio_id}", "get /acquisitions/vendors",
        "get /acquisitions/funds", "get /acquisitions/orders", "get /suggestions"}) {
    const std::string words = line;
    if (switches_.missing_paths.contains(words)) {
      continue;
    }
    const std::string method = words.substr(0, words.find(' '));
    const std::string path = words.substr(words.find(' ') + 1);
    Json::Array parameters = paging;
    if (path.ends_with("/items/{item_id}") || words == "post /biblios/{biblio_id}/items") {
      parameters.push_back(
          Json::object({{"name", "body"},
                        {"in", "body"},
                        {"schema", Json::object({{"$ref", "#/definitions/item"}})}}));
    }
    Json operation = Json::object({{"parameters", parameters}});
    if (path == "/items/{item_id}") {
      operation.set(
          "responses",
          Json::object(
              {{"200",
                Json::object({{"schema", Json::object({{"$ref", "#/definitions/item"}})}})}}));
    }
    Json methods = paths[path];
    paths.set(path, methods.set(method, operation));
  }
  return Json::object(
             {{"swagger", "2.0"},
              {"basePath", "/api/v1"},
              {"paths", paths},
              {"definitions", Json::object({{"item", Json::object({{"properties", properties},
                                                                   {"required", required}})}})}})
      .dump();
}

Json RestAnswers::shown(const Json& item) const {
  Json row = Json::object();
  for (const char* const field : item_fields) {
    if (switches_.missing_fields.contains(field)) {
      continue;
    }
    const Json& value = item[field];
    row.set(field, is_price(field) && value.is_text()
                       ? Json(std::strtod(value.text().c_str(), nullptr))
                       : value);
  }
  return row;
}

Told RestAnswers::list(const Asked& asked, const std::vector<Json>& found,
                       const std::string& id) const {
  const auto parameter = [&](const char* name) {
    const auto at = asked.query.find(name);
    return at == asked.query.end() ? std::string() : at->second;
  };
  if (switches_.old_lists && !asked.query.empty()) {
    return {400, R"([{"message":"Malformed query string","path":"/query"}])"};
  }
  const auto query = Json::parse(parameter("q").empty() ? "{}" : parameter("q"));
  if (!query) {
    return {400, R"({"errors":[{"message":"not JSON","path":"/query/q"}],"status":400})"};
  }
  std::vector<Json> rows;
  std::copy_if(found.begin(), found.end(), std::back_inserter(rows),
               [&](const Json& row) { return row_matches(row, *query); });
  if (parameter("_order_by").starts_with("+timestamp")) {
    std::stable_sort(rows.begin(), rows.end(), [](const Json& one, const Json& other) {
      return one["timestamp"].text() < other["timestamp"].text();
    });
  }
  const std::size_t size =
      switches_.old_lists ? rows.size()
                          : static_cast<std::size_t>(std::stoll(
                                parameter("_per_page").empty() ? "20" : parameter("_per_page")));
  const std::size_t page =
      parameter("_page").empty() ? 1 : static_cast<std::size_t>(std::stoll(parameter("_page")));
  std::string body = "[";
  for (std::size_t at = (page - 1) * size; at < rows.size() && at < page * size; ++at) {
    if (switches_.bad_rows.contains(rows[at][id].integer())) {
      return {500, R"({"errors":[{"message":"Expected string - got null.","path":"/body/3"}],)"
                   R"("status":500})"};
    }
    body += body.size() > 1 ? "," : "";
    (id == "item_id" ? shown(rows[at]) : rows[at]).dump(body);
  }
  return {200, body + "]"};
}

// Not through a copy of all rows: 100,000 items are asked for page by page.
Told RestAnswers::items(const Asked& asked) const {
  const auto given = asked.query.find("q");
  const auto query = Json::parse(given == asked.query.end() ? "{}" : given->second);
  if (!query || switches_.old_lists) {
    return list(asked, data_.items_where([](const Json&) { return true; }), "item_id");
  }
  const Json& barcodes = (*query)["external_id"];
  if (barcodes.is_array() && switches_.loose_match) {
    Asked all = asked;
    all.query["q"] = "{}";
    return list(all, data_.items_where([&](const Json& item) {
      return item["external_id"].text().find(barcodes.items()[0].text()) != std::string::npos;
    }),
                "item_id");
  }
  if (barcodes.is_array()) {
    return list(asked, data_.items_by("external_id", barcodes.items()), "item_id");
  }
  const Json& ids =
      (*query)["-and"].items().empty() ? Json() : (*query)["-and"].items()[0]["item_id"];
  if (ids.is_array()) {
    return list(asked, data_.items_by("item_id", ids.items()), "item_id");
  }
  const auto number = [&](const char* name, std::size_t otherwise) {
    const auto at = asked.query.find(name);
    return at == asked.query.end() ? otherwise : static_cast<std::size_t>(std::stoll(at->second));
  };
  return list(asked,
              data_.items_where([&](const Json& item) { return row_matches(item, *query); },
                                (*query)["item_id"][">"].integer(),
                                number("_per_page", 20) * number("_page", 1)),
              "item_id");
}

Told RestAnswers::write_item(const Asked& asked, std::int64_t biblio, std::int64_t id) {
  const auto body = Json::parse(asked.body);
  if (!body || !body->is_object()) {
    return {400, R"({"errors":[{"message":"Missing body","path":"/body"}],"status":400})"};
  }
  for (const char* const field : demanded) {
    if (switches_.whole_items && !body->has(field)) {
      return {400, std::string(R"({"errors":[{"message":"Missing property.","path":"/body/)") +
                       field + R"("}],"status":400})"};
    }
  }
  Json set = *body;
  for (const auto& [name, value] : body->members()) {
    const bool known = std::find(item_fields.begin(), item_fields.end(), name) != item_fields.end();
    if (!known || switches_.missing_fields.contains(name)) {
      return {400, R"({"errors":[{"message":"Properties not allowed: )" + name +
                       R"(.","path":"/body"}],"status":400})"};
    }
    if (is_price(name) && value.is_number()) {
      std::array<char, 32> text{};
      static_cast<void>(std::snprintf(
          text.data(), text.size(), "%.2f",
          value.is_integer() ? static_cast<double>(value.integer()) : value.number()));
      set.set(name, text.data());
    }
  }
  if (id > 0) {
    set.set("extended_subfields", Json());  // what every change over REST does
    data_.wipe_subfields(id);
  }
  const Written written =
      id > 0 ? data_.update(id, set) : data_.create(set.set("biblio_id", biblio));
  if (written.error == "barcode_in_use") {
    return id > 0 ? error(400, "Barcode not unique") : error(409, "Duplicate barcode.");
  }
  if (!written.error.empty()) {
    return error(written.error == "not_found" ? 404 : 409, written.error);
  }
  return {id > 0 ? 200 : 201, shown(written.item).dump()};
}

Told RestAnswers::title(const Asked& asked, std::int64_t id) const {
  const auto found = data_.titles().find(id);
  if (found == data_.titles().end()) {
    return error(404, "Bibliographic record not found");
  }
  if (asked.accept == "application/marcxml+xml") {
    return {200, found->second["marcxml"].text(), "application/marcxml+xml"};
  }
  return {200, found->second.dump()};
}

Told RestAnswers::write_title(const Asked& asked, std::int64_t id) {
  const std::int64_t kept = data_.keep_title(id, asked.body, title_in(asked.body));
  return {200, Json::object({{"id", kept}}).dump()};
}

Told RestAnswers::answer(const Asked& asked) {
  const std::string call = asked.method + " " + asked.path;
  if (call == "GET /libraries") {
    return list(asked, data_.libraries, "library_id");
  }
  if (call == "GET /authorised_value_categories/LOC/authorised_values") {
    return list(asked, data_.values["LOC"], "value");
  }
  if (call == "GET /items") {
    return items(asked);
  }
  for (const auto& [path, rows] :
       {std::pair("/acquisitions/vendors", "vendors"), std::pair("/acquisitions/funds", "funds"),
        std::pair("/acquisitions/orders", "order_lines"),
        std::pair("/suggestions", "suggestions")}) {
    if (call == std::string("GET ") + path) {
      const std::string id = rows == std::string("funds")         ? "fund_id"
                             : rows == std::string("order_lines") ? "order_id"
                             : rows == std::string("suggestions") ? "suggestion_id"
                                                                  : "id";
      return list(asked, data_.rows[rows], id);
    }
  }
  if (asked.path == "/biblios") {
    std::vector<Json> rows;
    for (const auto& [id, one] : data_.titles()) {
      rows.push_back(one);
    }
    return asked.method == "GET" ? list(asked, rows, "biblio_id") : write_title(asked, 0);
  }
  if (const auto id = numbers_in(asked.path, "/items/([0-9]+)"); id.size() == 1) {
    const Json* const item = data_.item(id[0]);
    return item == nullptr ? error(404, "Item not found") : Told{200, shown(*item).dump()};
  }
  if (const auto id = numbers_in(asked.path, "/biblios/([0-9]+)/items/([0-9]+)"); id.size() == 2) {
    return write_item(asked, id[0], id[1]);
  }
  if (const auto id = numbers_in(asked.path, "/biblios/([0-9]+)/items"); id.size() == 1) {
    return write_item(asked, id[0], 0);
  }
  if (const auto id = numbers_in(asked.path, "/biblios/([0-9]+)"); id.size() == 1) {
    return asked.method == "PUT" ? write_title(asked, id[0]) : title(asked, id[0]);
  }
  return {404, R"({"errors":[{"message":"Not Found.","path":"/"}],"status":404})"};
}

}  // namespace metodica::koha::test
