#include "modules/coordination/coordination_part.hpp"
#include "modules/coordination/distribution/share_actions.hpp"

namespace metodica::coordination {

void add_distribution(ActionList& actions) {
  add_share_actions(actions);
  add_share_steps(actions);
  add_share_table_actions(actions);
  add_share_papers(actions);
  add_share_library_actions(actions);
}

std::vector<MenuEntry> distribution_menu() {
  return {{"coordination.shares",
           "menu.coordination.shares",
           60,
           {"methodologist", "manager"},
           "coordination.shares",
           "coordination"},
          {"coordination.shares_here",
           "menu.coordination.shares_here",
           62,
           {"librarian", "keeper"},
           "coordination.shares_here",
           "coordination"}};
}

}  // namespace metodica::coordination
