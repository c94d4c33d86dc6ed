/// One copy as a row of the catalogue, and the ways it comes and goes: MARC items and JSON.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exchange/items.hpp"
#include "json/json.hpp"
#include "metodica/result.hpp"

namespace metodica::standalone {

/// All texts "" and numbers 0 when unknown.
struct CopyRow {
  std::int64_t id = 0;
  std::string barcode;
  std::int64_t title = 0;
  std::string library;
  std::string branch;
  std::string place;
  std::string register_code;
  std::int64_t number = 0;
  std::string call_number;
  std::string udc;
  std::string price;  ///< lei with four decimals
  std::string state = "available";
  std::string volume;
  std::string note;
  std::string changed_at;
  std::int64_t version = 1;
};

/// in_process, available, reading_room, damaged, missing, withdrawn.
[[nodiscard]] bool is_state(std::string_view word);

/// A copy out of a record. A status of the other system that is not one of our words is "unknown";
/// none, or Koha's 0, is "available". What cannot be taken over is left out and remarked:
/// "standalone.inventory_number" {text}, "standalone.price" {text}, "standalone.barcode" {text}.
[[nodiscard]] CopyRow copy_from_item(const MarcItem& item, std::vector<Problem>& remarks);

/// A new copy of schema/copy.json. Errors, METODICA_INVALID with the field: "standalone.barcode",
/// "standalone.number", "standalone.price", "standalone.state" {text}.
[[nodiscard]] Result<CopyRow> copy_from_json(const Json& json);

/// Changes the fields that `set` names; null empties one. Errors as above, and
/// "standalone.unknown_field" {text}.
[[nodiscard]] Result<void> change_copy(CopyRow& copy, const Json& set);

/// The copy as it leaves.
[[nodiscard]] Json copy_to_json(const CopyRow& copy);

}  // namespace metodica::standalone
