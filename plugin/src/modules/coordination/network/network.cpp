#include "modules/coordination/coordination_part.hpp"
#include "modules/coordination/network/directory_actions.hpp"

namespace metodica::coordination {

void add_network(ActionList& actions) {
  add_data_actions(actions);
  add_screens(actions);
}

std::vector<MenuEntry> network_menu() {
  return {{"coordination.directory",
           "menu.coordination.directory",
           10,
           {"librarian", "manager", "methodologist", "administrator"},
           "coordination.directory",
           "coordination"}};
}

}  // namespace metodica::coordination
