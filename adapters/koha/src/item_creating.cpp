#include <map>
#include <vector>

#include "koha/src/codes.hpp"
#include "koha/src/item_outcomes.hpp"
#include "koha/src/item_reading.hpp"
#include "koha/src/item_writing.hpp"
#include "koha/src/request.hpp"

namespace metodica::koha {
namespace {

/// What Koha already has of the batch's barcodes and numbers.
struct Existing {
  std::map<std::string, Json> by_barcode;  ///< of all libraries
  std::map<std::string, Json> by_number;   ///< of ours
};

/// One copy on its way: either settled at once, or sent.
struct Step {
  Json outcome;
  Json sent;
};

ItemFields new_item(const Json& copy, const Site& site, const std::string& library) {
  Json known = copy;
  if (copy["branch"].text().empty()) {
    known.set("branch", "");
  }
  ItemFields fields = fields_of(known, site, library);
  Json& set = fields.set;
  if (fields.refusal.empty() && id_number(copy["title"].text()) == 0) {
    fields.refusal = "title_not_found";
  }
  if (fields.refusal.empty() && set["external_id"].text().empty() &&
      set["inventory_number"].text().empty()) {
    fields.refusal = "no_barcode_and_no_number";
  }
  set.set("biblio_id", id_number(copy["title"].text()));
  if (!site.item_type.empty()) {
    set.set("item_type_id", site.item_type);  // without one Koha lends by no rule of its own
  }
  if (set["replacement_price"].is_null() && !set["purchase_price"].is_null()) {
    set.set("replacement_price", set["purchase_price"]);
  }
  return fields;
}

Json without_empty(const Json& set) {
  Json item = Json::object();
  for (const auto& [name, value] : set.members()) {
    if (!value.is_null() && !(value.is_text() && value.text().empty())) {
      item.set(name, value);
    }
  }
  return item;
}

Result<Existing> existing(KohaDoor& door, const Site& site, const CallContext& context,
                          const std::vector<Step>& steps) {
  Json::Array barcodes;
  Json::Array numbers;
  for (const Step& step : steps) {
    if (step.outcome.is_null() && step.sent.has("external_id")) {
      barcodes.push_back(step.sent["external_id"]);
    }
    if (step.outcome.is_null() && step.sent.has("inventory_number")) {
      numbers.push_back(step.sent["inventory_number"]);
    }
  }
  Existing found;
  if (!barcodes.empty()) {
    METODICA_TRY(const Json answer,
                 door.ask(context, "items.read",
                          Json::object({{"by", "external_id"}, {"values", barcodes}})));
    for (const Json& item : answer["items"].items()) {
      found.by_barcode.emplace(code_key(item["external_id"].text()), item);
    }
  }
  METODICA_TRY(const auto numbered, read_items(door, site, context, "inventory_number", numbers));
  for (const Json& item : numbered) {
    found.by_number.emplace(item["inventory_number"].text(), item);
  }
  return found;
}

/// The same copy sent again: Koha has it with the title, barcode and number that it names.
bool is_same(const Json& item, const Json& sent) {
  for (const char* const name : {"biblio_id", "external_id", "inventory_number"}) {
    if (!has_values(item, Json::object({{name, sent[name]}}))) {
      return false;
    }
  }
  return true;
}

Json settled_already(const Json& sent, const Existing& known) {
  const auto owner = known.by_barcode.find(code_key(sent["external_id"].text()));
  if (sent.has("external_id") && owner != known.by_barcode.end()) {
    return is_same(owner->second, sent) ? confirmed(owner->second) : refused("barcode_in_use");
  }
  const auto numbered = known.by_number.find(sent["inventory_number"].text());
  if (sent.has("inventory_number") && numbered != known.by_number.end()) {
    return is_same(numbered->second, sent) ? confirmed(numbered->second) : refused("number_in_use");
  }
  return {};
}

// What the batch itself takes is in use for the rest of it.
void note_taken(const Json& sent, Existing& known) {
  if (sent.has("external_id")) {
    known.by_barcode.emplace(code_key(sent["external_id"].text()), Json::object());
  }
  if (sent.has("inventory_number")) {
    known.by_number.emplace(sent["inventory_number"].text(), Json::object());
  }
}

// Koha says the barcode is in use: perhaps by the very item that a lost answer was about.
Result<Json> after_refusal(KohaDoor& door, const CallContext& context, const Json& sent) {
  METODICA_TRY(const Json answer,
               door.ask(context, "items.read",
                        Json::object({{"by", "external_id"},
                                      {"values", Json::array({sent["external_id"]})}})));
  for (const Json& item : answer["items"].items()) {
    if (is_same(item, sent)) {
      return confirmed(item);
    }
  }
  return refused("barcode_in_use");
}

Result<Json> settle(KohaDoor& door, const CallContext& context, const Json& answer,
                    const Json& sent) {
  if (answer["error"]["code"].text() == "barcode_in_use") {
    return after_refusal(door, context, sent);
  }
  return outcome_of(answer, sent);
}

}  // namespace

Result<Json::Array> create_items(KohaDoor& door, const Site& site, const CallContext& context,
                                 const Json::Array& wanted) {
  Json::Array outcomes;
  std::vector<Step> steps;
  for (const Json& copy : wanted) {
    const ItemFields fields = new_item(copy, site, site.library_of(context));
    steps.push_back(fields.refusal.empty() ? Step{{}, without_empty(fields.set)}
                                           : Step{refused(fields.refusal), {}});
  }
  if (steps.empty()) {
    return outcomes;
  }
  METODICA_TRY(Existing known, existing(door, site, context, steps));
  Json::Array items;
  for (Step& step : steps) {
    if (step.outcome.is_null()) {
      step.outcome = settled_already(step.sent, known);
    }
    if (step.outcome.is_null()) {
      note_taken(step.sent, known);
      items.push_back(step.sent);
    }
  }
  Json answer;
  if (!items.empty()) {
    METODICA_TRY(answer, door.ask(context, "items.create", Json::object({{"items", items}})));
  }
  const Json::Array& answers = answer["outcomes"].items();
  std::size_t at = 0;
  for (Step& step : steps) {
    if (step.outcome.is_null()) {
      METODICA_TRY(step.outcome,
                   settle(door, context, at < answers.size() ? answers[at] : Json(), step.sent));
      ++at;
    }
    outcomes.push_back(std::move(step.outcome));
  }
  return outcomes;
}

}  // namespace metodica::koha
