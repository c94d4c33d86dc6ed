/// How rows, lines and sums of the registers travel as JSON.
#pragma once

#include "json/json.hpp"
#include "modules/registers/api.hpp"
#include "modules/registers/inventory_store.hpp"
#include "modules/registers/movement_store.hpp"
#include "modules/registers/registers_rules.hpp"

namespace metodica::registers {

/// {"units", "value", "categories": {"book": {"units", "value"}}, "languages": {...}, "contents":
/// {...}}; columns without units are left out.
Json tally_json(const Tally& tally);
/// {"opening", "entries", "total", "exits", "closing"}: each a tally.
Json recapitulation_json(const Recapitulation& part3);
Json lot_json(const Lot& lot);
Json line_json(const RegisterLine& line);
Json numbers_json(const std::vector<InventoryNumber>& numbers);

}  // namespace metodica::registers
