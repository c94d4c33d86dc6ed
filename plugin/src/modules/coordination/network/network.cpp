#include "modules/coordination/coordination_part.hpp"
#include "modules/coordination/network/directory_actions.hpp"
#include "modules/coordination/network/handover_actions.hpp"
#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/network_import.hpp"
#include "modules/coordination/network/people_actions.hpp"

namespace metodica::coordination {

void add_network(ActionList& actions) {
  add_data_actions(actions);
  add_screens(actions);
  add_county_screens(actions);
  add_profile_screens(actions);
  add_network_actions(actions);
  add_network_import(actions);
  add_network_papers(actions);
  add_handover_screens(actions);
  add_handover_actions(actions);
  add_handover_papers(actions);
  add_people_actions(actions);
}

std::vector<MenuEntry> network_menu() {
  return {{"coordination.directory",
           "menu.coordination.directory",
           10,
           {"librarian", "manager", "methodologist", "administrator"},
           "coordination.directory",
           "coordination"},
          {"coordination.network",
           "menu.coordination.network",
           15,
           {"methodologist", "manager"},
           "coordination.network",
           "coordination"}};
}

}  // namespace metodica::coordination
