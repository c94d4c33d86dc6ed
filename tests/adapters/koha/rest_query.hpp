/// Koha's query language, as much as an adapter needs: {"a":1,"b":[1,2],"c":{">":3},"-and":[...]}.
#pragma once

#include "json/json.hpp"

namespace metodica::koha::test {

/// A hash is AND, an array is OR.
[[nodiscard]] bool row_matches(const Json& row, const Json& query);

}  // namespace metodica::koha::test
