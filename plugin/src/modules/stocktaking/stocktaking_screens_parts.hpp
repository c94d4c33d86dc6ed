/// Pieces that the screens of a stocktaking share.
#pragma once

#include "modules/stocktaking/stocktaking_screens.hpp"

namespace metodica::stocktaking {

std::vector<std::string> step_names(const Messages& say);
/// Title, origin and steps of one session; `at` from 1, ignored when it is closed.
Screen session_frame(Call& call, std::string id, const Session& session, std::size_t at);
Json session_args(const Session& session);
/// Figures and the identity, in words.
void add_balance(Call& call, const Balance& sums, Screen& screen);

}  // namespace metodica::stocktaking
