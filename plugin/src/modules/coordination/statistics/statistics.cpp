#include "modules/coordination/coordination_part.hpp"
#include "modules/coordination/statistics/statistics_actions.hpp"

namespace metodica::coordination {

void add_statistics(ActionList& actions) {
  add_return_actions(actions);
  add_return_screens(actions);
  add_campaign_actions(actions);
  add_campaign_screens(actions);
  add_notebook(actions);
  add_statistics_papers(actions);
}

std::vector<MenuEntry> statistics_menu() {
  return {{"coordination.notebook",
           "menu.coordination.notebook",
           30,
           {"librarian", "keeper", "manager"},
           "coordination.notebook",
           "statistics"},
          {"coordination.returns",
           "menu.coordination.returns",
           31,
           {"librarian", "keeper", "manager", "accountant"},
           "coordination.returns",
           "statistics"},
          {"coordination.campaign",
           "menu.coordination.campaign",
           32,
           {"methodologist"},
           "coordination.campaign",
           "statistics"}};
}

}  // namespace metodica::coordination
