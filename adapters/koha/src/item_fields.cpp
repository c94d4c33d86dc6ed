// What a copy says, as fields that Koha can keep.
#include <algorithm>
#include <functional>

#include "koha/src/codes.hpp"
#include "koha/src/item.hpp"
#include "koha/src/money_text.hpp"
#include "text/date.hpp"
#include "text/money.hpp"

namespace metodica::koha {
namespace {

// decimal(8,2)
constexpr std::int64_t highest_price_e4 = 9'999'999'900;

struct Place {
  std::string_view member;
  std::string_view field;
  std::size_t most;
};

constexpr std::array<Place, 6> texts{{
    {"barcode", "external_id", barcode_length},
    {"call_number", "callnumber", call_number_length},
    {"place", "location", 80},
    {"source", "acquisition_source", 65535},
    {"volume", "serial_issue_number", 65535},
    {"note", "public_notes", 65535},
}};

std::string refusal(std::string_view why, std::string_view member) {
  return std::string(why) + "_" + std::string(member);
}

std::string take_text(Json& set, const Place& place, const Json& value, const Site& site) {
  if (!value.is_text() && !value.is_null()) {
    return refusal("invalid", place.member);
  }
  std::string text = value.text();
  if (place.member == "place" && !text.empty()) {
    text = site.their_location(text);
  }
  if (characters(text) > place.most) {
    return refusal("too_long", place.member);
  }
  set.set(place.field, text.empty() ? Json() : Json(text));
  return {};
}

std::string take_price(Json& set, std::string_view member, std::string_view field,
                       const Json& value) {
  const auto price = Money::parse_exact(value.text());
  if (value.is_null() || value.text().empty()) {
    set.set(field, Json());
    return {};
  }
  if (!price || !price->is_whole_bani() || *price < Money::zero() ||
      price->e4() > highest_price_e4) {
    return refusal("invalid", member);
  }
  const std::string exact = price->exact();
  set.set(field, exact.substr(0, exact.size() - 2));
  return {};
}

std::string take_number(Json& set, const Json& value, const Site& site) {
  if (value.is_null()) {
    set.set("inventory_number", Json());
    return {};
  }
  const auto number = site.stock_number(value["register"].text(), value["number"].integer());
  if (!number) {
    return "unknown_register";
  }
  if (characters(*number) > inventory_number_length) {
    return refusal("too_long", "number");
  }
  set.set("inventory_number", *number);
  return {};
}

std::string take_branch(Json& set, const Json& value, const Site& site,
                        const std::string& library) {
  const auto code = site.home_of(library, value.text());
  if (!code) {
    return "unknown_branch";
  }
  set.set("home_library_id", *code).set("holding_library_id", *code);
  return {};
}

std::string take_day(Json& set, const Json& value) {
  if (!value.text().empty() && !Date::parse(value.text())) {
    return refusal("invalid", "acquired");
  }
  set.set("acquisition_date", value.text().empty() ? Json() : value);
  return {};
}

std::string take_state(Json& set, const Json& value, const Site& site) {
  const ItemFields state = fields_of_state(Json(), value.text(), site);
  for (const auto& [field, code] : state.set.members()) {
    set.set(field, code);
  }
  return state.refusal;
}

std::string take(Json& set, std::string_view member, const Json& value, const Site& site,
                 const std::string& library) {
  for (const Place& place : texts) {
    if (place.member == member) {
      return take_text(set, place, value, site);
    }
  }
  if (member == "price") {
    return take_price(set, member, "purchase_price", value);
  }
  if (member == "replacement_price") {
    return take_price(set, member, member, value);
  }
  if (member == "number") {
    return take_number(set, value, site);
  }
  if (member == "branch") {
    return take_branch(set, value, site, library);
  }
  if (member == "acquired") {
    return take_day(set, value);
  }
  return member == "state" ? take_state(set, value, site) : std::string();
}

bool same_value(std::string_view field, const Json& has, const Json& wanted) {
  if (field == "purchase_price" || field == "replacement_price") {
    return money_text(has) == money_text(wanted);
  }
  if (field == "external_id") {
    return same_code(has.text(), wanted.text());
  }
  if (wanted.is_integer()) {
    return has.integer() == wanted.integer();
  }
  return field == "acquisition_date" ? has.text().substr(0, 10) == wanted.text()
                                     : has.text() == wanted.text();
}

}  // namespace

ItemFields fields_of(const Json& copy, const Site& site, const std::string& library) {
  ItemFields fields;
  if (!copy.is_object()) {
    fields.refusal = "invalid_set";
  }
  for (const auto& [member, value] : copy.members()) {
    if (fields.refusal.empty()) {
      fields.refusal = take(fields.set, member, value, site, library);
    }
  }
  return fields;
}

// A stronger status hides the weaker ones, so it is cleared; what already says the same by another
// code of Koha's list stays, or Koha would lose its own date and reason.
ItemFields fields_of_state(const Json& item, const std::string& state, const Site& site) {
  ItemFields fields;
  const auto known = site.states.find(state);
  if (known == site.states.end() && state != "available") {
    fields.refusal = "invalid_state";
    return fields;
  }
  if (!item.is_null() && state_of(item) == state) {
    return fields;
  }
  for (const std::string_view field : status_fields) {
    const bool target = known != site.states.end() && field == known->second.field;
    const std::int64_t value = target ? known->second.value : 0;
    if (item[field].integer() != value) {
      fields.set.set(field, value);
    }
    if (target) {
      break;
    }
  }
  return fields;
}

bool has_values(const Json& item, const Json& set) {
  return std::all_of(set.members().begin(), set.members().end(), [&](const Json::Member& wanted) {
    return same_value(wanted.first, item[wanted.first], wanted.second);
  });
}

}  // namespace metodica::koha
