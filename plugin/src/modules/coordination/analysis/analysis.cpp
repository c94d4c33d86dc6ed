#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/coordination_part.hpp"

namespace metodica::coordination {

void add_analysis(ActionList& actions) {
  add_today(actions);
  add_indicator_data(actions);
  add_indicator_screens(actions);
  add_unit_screens(actions);
  add_county_table(actions);
  add_county_table_files(actions);
  add_reports(actions);
}

std::vector<MenuEntry> analysis_menu() {
  const std::vector<std::string> readers = {"librarian", "manager", "methodologist",
                                            "administrator"};
  return {{"coordination.today",
           "menu.coordination.today",
           1,
           {"methodologist"},
           "coordination.today",
           "coordination"},
          {"coordination.county_table", "menu.coordination.county_table", 70, readers,
           "coordination.county_table", "statistics"},
          {"coordination.analysis", "menu.coordination.analysis", 72, readers,
           "coordination.analysis", "statistics"}};
}

}  // namespace metodica::coordination
