#include "modules/coordination/coordination_part.hpp"
#include "modules/coordination/training/gathering_actions.hpp"

namespace metodica::coordination {

void add_training(ActionList& actions) {
  add_gathering_screens(actions);
  add_gathering_actions(actions);
  add_gathering_papers(actions);
  add_attestation_actions(actions);
  add_person_screen(actions);
  add_telling_actions(actions);
  add_door_actions(actions);
  add_opinion_actions(actions);
  add_year_plan_actions(actions);
  add_deadline_actions(actions);
  add_gathering_calendar(actions);
}

std::vector<MenuEntry> training_menu() {
  return gathering_menu();
}

}  // namespace metodica::coordination
