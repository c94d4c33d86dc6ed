/// The screens of a stocktaking, one task each, made from what is stored.
#pragma once

#include "app/action.hpp"
#include "modules/stocktaking/stocktaking_store.hpp"
#include "ui/menu.hpp"
#include "ui/screen.hpp"

namespace metodica::stocktaking {

Screen list_screen(Call& call);
Screen open_screen(Call& call, const Json& typed, const std::vector<Problem>& problems);

/// The custodian's statement while it is missing, then the scanner.
Screen session_screen(Call& call, const Session& session, const Json& typed = {},
                      const std::vector<Problem>& problems = {});
Screen differences_screen(Call& call, const Session& session);
Screen copy_screen(Call& call, const Session& session, const ExpectedState& row,
                   const Json& typed = {}, const std::vector<Problem>& problems = {});
Screen closing_screen(Call& call, const Session& session, const Json& typed = {},
                      const std::vector<Problem>& problems = {});

std::vector<MenuEntry> menu_entries();

/// "Secția adulți", or the word for the whole library.
std::string custody_name(const Messages& say, const std::string& custody);
std::string act_name(const Messages& say, const std::string& number,
                     Date date);  ///< "14/25.05.2026"

}  // namespace metodica::stocktaking
