#include <map>
#include <vector>

#include "koha/src/codes.hpp"
#include "koha/src/item_outcomes.hpp"
#include "koha/src/item_reading.hpp"
#include "koha/src/item_writing.hpp"
#include "koha/src/request.hpp"

namespace metodica::koha {
namespace {

using ItemsById = std::map<std::int64_t, Json>;

Result<ItemsById> items_named(KohaDoor& door, const Site& site, const CallContext& context,
                              const Json::Array& wanted) {
  Json::Array ids;
  for (const Json& one : wanted) {
    if (const std::int64_t id = id_number(one["id"].text()); id > 0) {
      ids.emplace_back(id);
    }
  }
  METODICA_TRY(std::vector<Json> items, read_items(door, site, context, "item_id", ids));
  ItemsById found;
  for (Json& item : items) {
    const std::int64_t id = item["item_id"].integer();
    found.emplace(id, std::move(item));
  }
  return found;
}

/// Barcodes of the batch that other items have: Koha's own check compares in another moment.
Result<std::map<std::string, std::int64_t>> owners(KohaDoor& door, const CallContext& context,
                                                   const Json::Array& barcodes) {
  std::map<std::string, std::int64_t> found;
  if (barcodes.empty()) {
    return found;
  }
  METODICA_TRY(
      const Json answer,
      door.ask(context, "items.read", Json::object({{"by", "external_id"}, {"values", barcodes}})));
  for (const Json& item : answer["items"].items()) {
    found.emplace(code_key(item["external_id"].text()), item["item_id"].integer());
  }
  return found;
}

/// One item on its way: either settled at once, or sent with `set`.
struct Step {
  Json outcome;
  Json set;
  Json sent;
};

Step step_of(const Json& wanted, const ItemsById& items, const FieldsFor& fields) {
  const auto found = items.find(id_number(wanted["id"].text()));
  if (found == items.end()) {
    return {refused("not_found"), {}, {}};
  }
  const Json& now = found->second;
  ItemFields made = fields(wanted, now);
  if (!made.refusal.empty()) {
    return {refused(made.refusal), {}, {}};
  }
  if (has_values(now, made.set)) {
    return {confirmed(now), {}, {}};
  }
  if (wanted["version"].text() != version_of(now)) {
    return {refused("newer_version"), {}, {}};
  }
  Json sent = Json::object({{"item_id", now["item_id"]},
                            {"biblio_id", now["biblio_id"]},
                            {"expected", now["timestamp"]},
                            {"set", made.set}});
  return {{}, std::move(made.set), std::move(sent)};
}

// Two items of one batch cannot get the same barcode either.
Result<void> refuse_taken_barcodes(KohaDoor& door, const CallContext& context,
                                   std::vector<Step>& steps) {
  Json::Array barcodes;
  for (const Step& step : steps) {
    if (!step.set["external_id"].text().empty()) {
      barcodes.push_back(step.set["external_id"]);
    }
  }
  METODICA_TRY(auto taken, owners(door, context, barcodes));
  for (Step& step : steps) {
    if (step.set["external_id"].text().empty()) {
      continue;
    }
    const std::int64_t id = step.sent["item_id"].integer();
    const auto [owner, free] = taken.emplace(code_key(step.set["external_id"].text()), id);
    if (!free && owner->second != id) {
      step = {refused("barcode_in_use"), {}, {}};
    }
  }
  return {};
}

}  // namespace

Result<Json::Array> change_items(KohaDoor& door, const Site& site, const CallContext& context,
                                 const Json::Array& wanted, const FieldsFor& fields) {
  Json::Array outcomes;
  if (wanted.empty()) {
    return outcomes;
  }
  METODICA_TRY(const ItemsById items, items_named(door, site, context, wanted));
  std::vector<Step> steps;
  for (const Json& one : wanted) {
    steps.push_back(step_of(one, items, fields));
  }
  METODICA_CHECK(refuse_taken_barcodes(door, context, steps));
  Json::Array sent;
  for (const Step& step : steps) {
    if (step.outcome.is_null()) {
      sent.push_back(step.sent);
    }
  }
  Json answer;
  if (!sent.empty()) {
    METODICA_TRY(answer, door.ask(context, "items.update", Json::object({{"items", sent}})));
  }
  const Json::Array& answers = answer["outcomes"].items();
  std::size_t at = 0;
  for (Step& step : steps) {
    if (step.outcome.is_null()) {
      step.outcome = outcome_of(at < answers.size() ? answers[at] : Json(), step.set);
      ++at;
    }
    outcomes.push_back(std::move(step.outcome));
  }
  return outcomes;
}

}  // namespace metodica::koha
