/// The papers of a stocktaking.
#pragma once

#include <string>

#include "app/call.hpp"
#include "modules/stocktaking/stocktaking_store.hpp"

namespace metodica::stocktaking {

/// Proces-verbal privind rezultatele inventarierii (OMFP 2861/2009 pt. 42), as PDF. To be called
/// inside a `paper` action. Errors: METODICA_INVALID "stocktaking.not_closed"; those of the layout
/// engine.
Result<std::string> minutes_pdf(Call& call, const Session& session);

}  // namespace metodica::stocktaking
