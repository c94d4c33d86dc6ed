/// What Koha answered for one item of a batch, as an outcome of the door.
#pragma once

#include "json/json.hpp"

namespace metodica::koha {

/// The item stands as wanted.
[[nodiscard]] Json confirmed(const Json& item);
/// `answer`: an outcome of items.update or items.create; `set`: what was wanted. A value that Koha
/// kept otherwise (cut, rounded) is failed "not_kept". A refusal whose item already has all the
/// values is no refusal: the write came through before.
[[nodiscard]] Json outcome_of(const Json& answer, const Json& set);

}  // namespace metodica::koha
