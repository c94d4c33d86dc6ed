/// What programs get to know about a stocktaking.
#pragma once

#include <string_view>

#include "app/call.hpp"
#include "json/json.hpp"
#include "modules/stocktaking/stocktaking_store.hpp"

namespace metodica::stocktaking {

Json state_json(Call& call, const Session& session);  ///< counts and lists of one session
std::string_view state_schema();
Json sessions_json(Call& call);  ///< {"sessions":[...]}, newest first
std::string_view sessions_schema();

}  // namespace metodica::stocktaking
