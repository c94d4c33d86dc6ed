// Items over REST: read by values and by id, changed one by one.
#include <algorithm>
#include <functional>

#include "koha/src/money_text.hpp"
#include "koha/src/rest_door.hpp"

namespace metodica::koha {
namespace {

// What fits a query of some thousand characters.
constexpr std::size_t values_in_a_query = 40;

bool is_price(std::string_view field) {
  return field == "purchase_price" || field == "replacement_price";
}

/// Koha wants prices as numbers and status fields as integers.
Json body_of(const Json& set) {
  Json body = Json::object();
  for (const auto& [name, value] : set.members()) {
    body.set(name, is_price(name) && value.is_text() ? Json(price_number(value.text())) : value);
  }
  return body;
}

bool is_status(std::string_view field) {
  return std::find(status_fields.begin(), status_fields.end(), field) != status_fields.end();
}

/// Adds what Koha demands in every body: from the item as it stands, or 0 for the states of a new
/// one.
Json completed(Json body, const std::set<std::string, std::less<>>& required, const Json* item) {
  for (const std::string& field : required) {
    if (body.has(field)) {
      continue;
    }
    if (item != nullptr && item->has(field)) {
      body.set(field, (*item)[field]);
    } else if (item == nullptr && is_status(field)) {
      body.set(field, 0);
    }
  }
  return body;
}

Json error_outcome(const std::string& code, const Json* item = nullptr) {
  Json outcome = Json::object({{"error", Json::object({{"code", code}})}});
  if (item != nullptr) {
    outcome.set("item", *item);
  }
  return outcome;
}

bool speaks_of_barcode(const http::RestAnswer& answer) {
  return answer.said.find("arcode") != std::string::npos;
}

/// The outcome of a write that was answered. Errors: the login is not accepted, so no other write
/// of the batch will be.
Result<Json> outcome_of_answer(http::RestClient& client, const http::RestAnswer& answer) {
  if (answer.good() && answer.json.is_object()) {
    return Json::object({{"item", answer.json}});
  }
  if (answer.status == 401) {
    return Unexpected(client.problem(answer));
  }
  const bool rejected = answer.status == 400 || answer.status == 409;
  if (rejected && speaks_of_barcode(answer)) {
    return error_outcome("barcode_in_use");
  }
  return error_outcome(code_of_problem(client.problem(answer)));
}

/// Writes item after item. When Koha falls silent the rest is not tried: each try would cost the
/// whole time limit.
Json write_each(const Json::Array& items, const std::function<Result<Json>(const Json&)>& write) {
  std::vector<Json> outcomes;
  bool silent = false;
  for (const Json& wanted : items) {
    if (!silent) {
      Result<Json> outcome = write(wanted);
      silent = !outcome;
      outcomes.push_back(outcome ? *std::move(outcome) : error_outcome("unreachable"));
    } else {
      outcomes.push_back(error_outcome("unreachable"));
    }
  }
  return answer_with("outcomes", std::move(outcomes));
}

}  // namespace

Result<Json> RestDoor::items_read(const Json& args) {
  const std::string& by = args["by"].text();
  const Json::Array& values = args["values"].items();
  std::vector<Json> found;
  for (std::size_t from = 0; from < values.size(); from += values_in_a_query) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = values.begin() +
                     static_cast<std::ptrdiff_t>(std::min(from + values_in_a_query, values.size()));
    RestList list{"/items", "item_id"};
    if (by == "item_id") {
      // The order needs the id too, so the wanted ids stand in a condition of their own.
      list.filter.set("-and", Json::array({Json::object({{"item_id", Json::Array(begin, end)}})}));
    } else {
      list.filter.set(by, Json::Array(begin, end));
    }
    METODICA_TRY(std::vector<Json> page, rows(list, Json::object({{"after", 0}})));
    std::move(page.begin(), page.end(), std::back_inserter(found));
  }
  return answer_with("items", std::move(found));
}

Result<Json> RestDoor::items_walk(const Json& args) {
  RestList list{"/items", "item_id"};
  if (args.has("library_ids")) {
    list.filter.set("home_library_id", args["library_ids"]);
  }
  for (const char* const name : {"biblio_id", "location"}) {
    if (args.has(name)) {
      list.filter.set(name, args[name]);
    }
  }
  if (args.has("changed_since")) {
    const std::string& since = args["changed_since"].text();
    list.filter.set("timestamp",
                    Json::object({{">=", since.size() == 10 ? since + "T00:00:00Z" : since}}));
  }
  METODICA_TRY(std::vector<Json> items, rows(list, args));
  return answer_with("items", std::move(items));
}

/// Why the fields must not be sent, "" when they may. `item` is the one to be changed.
std::string RestDoor::forbids(const Json& set, const Json* item) const {
  const auto& fields = definition_->item_fields();
  for (const auto& [name, value] : set.members()) {
    if (!fields.empty() && !fields.contains(name)) {
      return "field_missing";
    }
  }
  if (item == nullptr || !site_.keep_subfields) {
    return {};
  }
  // Every change over REST empties them, whatever it names.
  if (!item->has("extended_subfields")) {
    return "subfields_unknown";
  }
  const Json& subfields = (*item)["extended_subfields"];
  return subfields.is_null() || subfields.text().empty() ? "" : "has_subfields";
}

Result<Json> RestDoor::update_one(const Json& wanted) {
  const std::string id = std::to_string(wanted["item_id"].integer());
  METODICA_TRY(const http::RestAnswer read, client_.get("/items/" + id));
  if (read.status == 401) {
    return Unexpected(client_.problem(read));
  }
  if (!read.good() || !read.json.is_object()) {
    return error_outcome(code_of_problem(client_.problem(read)));
  }
  const Json& now = read.json;
  if (now["timestamp"].text().empty() || now["timestamp"] != wanted["expected"]) {
    return error_outcome("conflict", &now);
  }
  const std::string why = forbids(wanted["set"], &now);
  if (!why.empty()) {
    return error_outcome(why);
  }
  const std::string biblio = std::to_string(now["biblio_id"].integer());
  const Json body =
      completed(body_of(wanted["set"]), definition_->required("put", "/biblios/{}/items/{}"), &now);
  METODICA_TRY(const http::RestAnswer written, client_.send({"PUT",
                                                             "/biblios/" + biblio + "/items/" + id,
                                                             {{"Content-Type", "application/json"}},
                                                             body.dump()}));
  return outcome_of_answer(client_, written);
}

Result<Json> RestDoor::create_one(const Json& wanted) {
  const std::string why = forbids(wanted, nullptr);
  if (!why.empty()) {
    return error_outcome(why);
  }
  const std::string biblio = std::to_string(wanted["biblio_id"].integer());
  const Json body =
      completed(body_of(wanted), definition_->required("post", "/biblios/{}/items"), nullptr);
  METODICA_TRY(const http::RestAnswer written, client_.send({"POST",
                                                             "/biblios/" + biblio + "/items",
                                                             {{"Content-Type", "application/json"}},
                                                             body.dump()}));
  return outcome_of_answer(client_, written);
}

Result<Json> RestDoor::items_update(const Json& args) {
  return write_each(args["items"].items(), [this](const Json& one) { return update_one(one); });
}

Result<Json> RestDoor::items_create(const Json& args) {
  return write_each(args["items"].items(), [this](const Json& one) { return create_one(one); });
}

}  // namespace metodica::koha
