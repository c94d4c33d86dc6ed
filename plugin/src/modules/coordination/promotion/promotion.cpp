#include "modules/coordination/coordination_part.hpp"
#include "modules/coordination/promotion/promotion_actions.hpp"

namespace metodica::coordination {

void add_promotion(ActionList& actions) {
  add_event_actions(actions);
  add_event_feeds(actions);
  add_picture_actions(actions);
  add_poster_actions(actions);
  add_post_actions(actions);
}

std::vector<MenuEntry> promotion_menu() {
  return {{"coordination.events",
           "menu.coordination.events",
           50,
           {"librarian", "methodologist", "manager"},
           "coordination.events",
           "promotion"},
          {"coordination.promotions",
           "menu.coordination.promotions",
           52,
           {"librarian", "methodologist", "manager"},
           "coordination.promotions",
           "promotion"}};
}

}  // namespace metodica::coordination
