/// A problem as it leaves through the door:
/// {"kind":"problem","code","text","field","hint","trace"}.
#pragma once

#include "json/json.hpp"
#include "metodica/result.hpp"
#include "text/messages.hpp"

namespace metodica {

/// "conflict" for METODICA_CONFLICT.
std::string_view status_name(metodica_status status);
Json problem_json(const Problem& problem, const Messages& say, const std::string& trace);

}  // namespace metodica
