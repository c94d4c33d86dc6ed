/// Drafts: finding them, and the screens that stand beside their steps.
#pragma once

#include "modules/acquisition/act_screen.hpp"

namespace metodica::acquisition {

/// Error: METODICA_NOT_FOUND acquisition.act_unknown at "id".
Result<Act> known_act(UnitOfWork& work, const std::string& id);
/// An act that may still change. Error also METODICA_CONFLICT acquisition.act_settled at "id".
Result<Act> open_draft(UnitOfWork& work, const std::string& id);

Screen new_screen(Call& call, const Json& typed, const std::vector<Problem>& problems);
Screen document_screen(Call& call, const Act& act, const Json& typed,
                       const std::vector<Problem>& problems);
Screen cancel_screen(Call& call, const Act& act, const Json& typed,
                     const std::vector<Problem>& problems);

}  // namespace metodica::acquisition
