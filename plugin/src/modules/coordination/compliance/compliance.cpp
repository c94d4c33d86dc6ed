#include "modules/coordination/compliance/duty_actions.hpp"
#include "modules/coordination/coordination_part.hpp"

namespace metodica::coordination {

void add_compliance(ActionList& actions) {
  add_compliance_data(actions);
  add_duty_screens(actions);
  add_duty_actions(actions);
}

std::vector<MenuEntry> compliance_menu() {
  return {{"coordination.duties",
           "menu.coordination.duties",
           74,
           {"librarian", "manager", "methodologist", "administrator"},
           "coordination.duties",
           "statistics"}};
}

}  // namespace metodica::coordination
