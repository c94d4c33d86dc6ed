/// A batch of changes on its way to Koha: what is there already is confirmed, what was changed by
/// others is refused, the rest is sent and read back. So a batch may be repeated after a lost
/// answer, and nothing is applied twice.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "koha/src/item.hpp"
#include "koha/src/koha_door.hpp"
#include "koha/src/site.hpp"

namespace metodica::koha {

inline constexpr std::int64_t items_in_a_batch = 100;

/// Koha's fields for one item of the batch; `now` is the item as it stands.
using FieldsFor = std::function<ItemFields(const Json& wanted, const Json& now)>;

/// Changes existing items: {"id","version",...} each. One outcome per item, in order. Errors: those
/// of KohaDoor::ask; then nothing is known and the same batch may be sent again.
[[nodiscard]] Result<Json::Array> change_items(KohaDoor& door, const Site& site,
                                               const CallContext& context,
                                               const Json::Array& wanted, const FieldsFor& fields);

/// Makes new items: copies (schema/copy.json). A copy needs a barcode or a number, because without
/// either nobody could tell a repetition. Outcomes and errors as above.
[[nodiscard]] Result<Json::Array> create_items(KohaDoor& door, const Site& site,
                                               const CallContext& context,
                                               const Json::Array& wanted);

}  // namespace metodica::koha
