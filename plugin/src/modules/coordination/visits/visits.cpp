#include "modules/coordination/coordination_part.hpp"
#include "modules/coordination/visits/assistance_actions.hpp"
#include "modules/coordination/visits/term_actions.hpp"
#include "modules/coordination/visits/visit_actions.hpp"

namespace metodica::coordination {

void add_visits(ActionList& actions) {
  add_due_screens(actions);
  add_visit_screens(actions);
  add_visit_workbook(actions);
  add_visit_actions(actions);
  add_visit_papers(actions);
  add_measure_screens(actions);
  add_assistance_screens(actions);
  add_assistance_actions(actions);
  add_knowledge_screens(actions);
  add_asking(actions);
  add_term_actions(actions);
}

std::vector<MenuEntry> visits_menu() {
  return {{"coordination.visits_due",
           "menu.coordination.visits_due",
           30,
           {"methodologist", "manager"},
           "coordination.visits_due",
           "coordination"},
          {"coordination.requests",
           "menu.coordination.requests",
           40,
           {"methodologist", "manager"},
           "coordination.requests",
           "coordination"},
          {"coordination.asked",
           "menu.coordination.asked",
           45,
           {"librarian", "keeper", "manager"},
           "coordination.asked",
           "coordination"}};
}

}  // namespace metodica::coordination
