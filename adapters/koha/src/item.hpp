/// An item of Koha as a copy (schema/copy.json) and back.
#pragma once

#include <string>
#include <vector>

#include "json/json.hpp"
#include "koha/src/site.hpp"

namespace metodica::koha {

/// Changes with every change of what a copy shows. Koha's timestamp alone has whole seconds: two
/// changes inside one would look like none.
[[nodiscard]] std::string version_of(const Json& item);
/// Koha's timestamp in a version, for `expected`.
[[nodiscard]] std::string timestamp_in(const std::string& version);

/// The copy; what Koha does not say is left out.
[[nodiscard]] Json copy_of(const Json& item, const Site& site);
/// "in_process" ... "withdrawn": any value of a status field but 0 counts, not only those that we
/// write.
[[nodiscard]] std::string_view state_of(const Json& item);

/// Fields for Koha, or the code of a refusal.
struct ItemFields {
  Json set = Json::object();
  std::string refusal;
};

/// Koha's fields for what a change of a copy names (members of schema/copy.json, null empties),
/// with the lengths of Koha's columns: it cuts longer ones without a word. `udc` is no field of an
/// item: it is ignored. Refusals: "invalid_<member>", "too_long_<member>", "unknown_branch",
/// "unknown_register", "title_fixed".
[[nodiscard]] ItemFields fields_of(const Json& copy, const Site& site, const std::string& library);
/// The status fields that must change so that the item has the state; of each only what differs.
[[nodiscard]] ItemFields fields_of_state(const Json& item, const std::string& state,
                                         const Site& site);

/// True when the item has every value of `set`, as Koha compares them.
[[nodiscard]] bool has_values(const Json& item, const Json& set);

}  // namespace metodica::koha
