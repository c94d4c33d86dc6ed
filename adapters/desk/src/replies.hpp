/// What a reply of the plugin says of itself.
#pragma once

#include "json/json.hpp"

namespace metodica::desk {

[[nodiscard]] bool is_problem(const Json& reply);
/// A problem reply as the error of a Result, its object in `text`.
Result<void> check_reply(const Json& reply);

}  // namespace metodica::desk
