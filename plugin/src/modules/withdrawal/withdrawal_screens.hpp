/// The screens of withdrawal, one task each.
#pragma once

#include "app/action.hpp"
#include "modules/withdrawal/withdrawal_store.hpp"
#include "ui/menu.hpp"
#include "ui/screen.hpp"

namespace metodica::withdrawal {

Screen list_screen(Call& call);
Screen propose_screen(Call& call, const Json& typed, const std::vector<Problem>& problems);
Screen proposal_screen(Call& call, const Proposal& proposal);
Screen examination_screen(Call& call, const Proposal& proposal, const Json& typed = {},
                          const std::vector<Problem>& problems = {});
Screen approval_screen(Call& call, const Proposal& proposal, const Json& typed = {},
                       const std::vector<Problem>& problems = {});
Screen refusal_screen(Call& call, const Proposal& proposal, const Json& typed = {},
                      const std::vector<Problem>& problems = {});

std::vector<MenuEntry> menu_entries();

}  // namespace metodica::withdrawal
