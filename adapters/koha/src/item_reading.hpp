/// Items of one library, found by a list of values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "koha/src/koha_door.hpp"
#include "koha/src/site.hpp"

namespace metodica::koha {

/// Items by "external_id", "inventory_number" or "item_id"; those of other libraries than
/// `library` are left out. Errors: those of KohaDoor::ask.
[[nodiscard]] Result<std::vector<Json>> read_items(KohaDoor& door, const Site& site,
                                                   const CallContext& context, std::string_view by,
                                                   const Json::Array& values);

/// True when the item belongs to our library.
[[nodiscard]] bool is_of(const Json& item, const Site& site, const std::string& library);

}  // namespace metodica::koha
