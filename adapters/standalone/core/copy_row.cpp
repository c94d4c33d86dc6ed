#include "standalone/core/copy_row.hpp"

#include <algorithm>
#include <array>

#include "standalone/core/catalogue.hpp"
#include "text/keys.hpp"
#include "text/money.hpp"
#include "text/price.hpp"

namespace metodica::standalone {
namespace {

using Member = std::string CopyRow::*;

constexpr std::array<std::string_view, 6> states{"in_process", "available", "reading_room",
                                                 "damaged",    "missing",   "withdrawn"};

constexpr std::array<std::pair<std::string_view, Member>, 6> plain_texts{{
    {"branch", &CopyRow::branch},
    {"place", &CopyRow::place},
    {"call_number", &CopyRow::call_number},
    {"udc", &CopyRow::udc},
    {"volume", &CopyRow::volume},
    {"note", &CopyRow::note},
}};

Problem remark(const char* message, const std::string& text) {
  return {METODICA_INVALID, message, {{"text", text}}};
}

Result<void> set_barcode(CopyRow& copy, const Json& value) {
  copy.barcode.clear();
  if (value.is_null() || value.text().empty()) {
    return {};
  }
  const auto barcode = Barcode::parse(value.text());
  if (!barcode) {
    return invalid("standalone.barcode", {{"text", value.text()}}, "barcode");
  }
  copy.barcode = barcode->text();
  return {};
}

Result<void> set_number(CopyRow& copy, const Json& value) {
  const std::int64_t number = value["number"].integer();
  if (!value.is_null() && number < 1) {
    return invalid("standalone.number", {{"text", value["number"].dump()}}, "number");
  }
  copy.register_code = value["register"].text();
  copy.number = number;
  return {};
}

Result<void> set_price(CopyRow& copy, const Json& value) {
  copy.price.clear();
  if (value.is_null() || value.text().empty()) {
    return {};
  }
  const auto price = Money::parse_exact(value.text());
  if (!price) {
    return invalid("standalone.price", {{"text", value.text()}}, "price");
  }
  copy.price = price->exact();
  return {};
}

Result<void> set_state(CopyRow& copy, const Json& value) {
  if (!is_state(value.text())) {
    return invalid("standalone.state", {{"text", value.text()}}, "state");
  }
  copy.state = value.text();
  return {};
}

Result<void> set_title(CopyRow& copy, const Json& value) {
  copy.title = id_number(value.text());
  if (copy.title == 0 && !value.text().empty()) {
    return invalid("standalone.title", {{"text", value.text()}}, "title");
  }
  return {};
}

// What only the registers keep here; other hosts have fields for it.
constexpr std::array<std::string_view, 3> kept_elsewhere{"acquired", "source", "replacement_price"};

Result<void> set_field(CopyRow& copy, const std::string& name, const Json& value) {
  if (std::find(kept_elsewhere.begin(), kept_elsewhere.end(), name) != kept_elsewhere.end()) {
    return {};
  }
  for (const auto& [known, member] : plain_texts) {
    if (known == name) {
      copy.*member = value.text();
      return {};
    }
  }
  using Setter = Result<void> (*)(CopyRow&, const Json&);
  constexpr std::array<std::pair<std::string_view, Setter>, 5> setters{{{"barcode", &set_barcode},
                                                                        {"number", &set_number},
                                                                        {"price", &set_price},
                                                                        {"state", &set_state},
                                                                        {"title", &set_title}}};
  for (const auto& [known, setter] : setters) {
    if (known == name) {
      return setter(copy, value);
    }
  }
  return invalid("standalone.unknown_field", {{"text", name}}, name);
}

std::string state_of(const std::string& status) {
  if (status.empty() || status == "0") {
    return "available";
  }
  return is_state(status) ? status : "unknown";
}

}  // namespace

bool is_state(std::string_view word) {
  return std::find(states.begin(), states.end(), word) != states.end();
}

CopyRow copy_from_item(const MarcItem& item, std::vector<Problem>& remarks) {
  CopyRow copy;
  if (!item.barcode.empty()) {
    if (const auto barcode = Barcode::parse(item.barcode)) {
      copy.barcode = barcode->text();
    } else {
      remarks.push_back(remark("standalone.barcode", item.barcode));
    }
  }
  if (!item.inventory_number.empty()) {
    if (auto number = InventoryNumber::parse(item.register_code, item.inventory_number)) {
      copy.register_code = number->register_code;
      copy.number = number->number;
    } else {
      remarks.push_back(remark("standalone.inventory_number", item.inventory_number));
    }
  }
  if (!item.price.empty()) {
    const auto price = parse_price(item.price);
    if (price && price->currency == "RON") {
      copy.price = Money::from_e4(price->e4).exact();
    } else {
      remarks.push_back(remark("standalone.price", item.price));
    }
  }
  copy.call_number = item.call_number;
  copy.place = item.location;
  copy.note = item.note;
  copy.state = state_of(item.status);
  return copy;
}

Result<CopyRow> copy_from_json(const Json& json) {
  CopyRow copy;
  for (const auto& [name, value] : json.members()) {
    if (name != "id" && name != "version" && name != "loan" && name != "changed_at") {
      METODICA_CHECK(set_field(copy, name, value));
    }
  }
  return copy;
}

Result<void> change_copy(CopyRow& copy, const Json& set) {
  for (const auto& [name, value] : set.members()) {
    METODICA_CHECK(set_field(copy, name, value));
  }
  return {};
}

Json copy_to_json(const CopyRow& copy) {
  Json json = Json::object({{"id", id_text(copy.id)}, {"version", std::to_string(copy.version)}});
  const auto set = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) {
      json.set(name, text);
    }
  };
  set("barcode", copy.barcode);
  if (copy.number > 0) {
    json.set("number", Json::object({{"register", copy.register_code}, {"number", copy.number}}));
  }
  set("title", copy.title > 0 ? id_text(copy.title) : "");
  for (const auto& [name, member] : plain_texts) {
    set(name, copy.*member);
  }
  set("price", copy.price);
  set("state", copy.state);
  set("changed_at", copy.changed_at);
  return json;
}

}  // namespace metodica::standalone
