/// Titles of the MARC readers as title documents of the door (host-api/schema/title.json) and back.
#pragma once

#include <optional>

#include "exchange/bibliographic.hpp"
#include "json/json.hpp"

namespace metodica {

/// Members that are empty are left out; roles become MARC relator codes of three letters.
[[nodiscard]] Json title_to_json(const Title& title);

/// Nothing when `json` is no object with a `title`. `format` decides how roles are coded (UNIMARC
/// has numbers, MARC 21 letters).
[[nodiscard]] std::optional<Title> title_from_json(const Json& json, MarcFormat format);

}  // namespace metodica
