/// Menu: what a module offers. The host decides where it stands; we say what, in which order, for
/// whom.
#pragma once

#include <string>
#include <vector>

#include "json/json.hpp"
#include "text/messages.hpp"

namespace metodica {

struct MenuEntry {
  std::string id;                  ///< "registers.rmf"
  std::string title;               ///< message id
  int order = 0;                   ///< small first, inside the subject
  std::vector<std::string> roles;  ///< any of these may see it; none named: everybody
  std::string action;              ///< reading action that it opens
  std::string subject;             ///< "registers"; its title is the message "menu.<subject>"
  Json args = {};                  ///< arguments of the action
  std::string needs = {};          ///< ability of the host without which it is left out, "" none
};

/// True when one of `roles` may see the entry.
[[nodiscard]] bool may_see(const MenuEntry& entry, const std::vector<std::string>& roles);

/// {"kind":"data","groups":[{"subject","title","entries":[{"id","title","action","args"}]}]}: what
/// these roles may see; subjects in the order in which they first occur, entries by order, then as
/// given.
[[nodiscard]] Json menu_json(const std::vector<MenuEntry>& entries,
                             const std::vector<std::string>& roles, const Messages& say);

}  // namespace metodica
