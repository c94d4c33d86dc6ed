#include "modules/coordination/coordination_module.hpp"

#include <span>

#include "modules/coordination/coordination_actions.hpp"
#include "modules/coordination/gathering_actions.hpp"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> coordination_migrations;
}

namespace {

class CoordinationModule final : public Module {
 public:
  [[nodiscard]] std::string name() const override { return "coordination"; }
  [[nodiscard]] Migrations migrations() const override {
    return {"coordination", embedded::coordination_migrations};
  }
  void add_actions(ActionList& actions) const override {
    coordination::add_data_actions(actions);
    coordination::add_screens(actions);
    coordination::add_gathering_screens(actions);
    coordination::add_gathering_actions(actions);
    coordination::add_gathering_papers(actions);
    coordination::add_person_screen(actions);
    coordination::add_gathering_calendar(actions);
  }
  [[nodiscard]] std::vector<MenuEntry> menu() const override {
    std::vector<MenuEntry> entries = {{"coordination.directory",
                                       "menu.coordination.directory",
                                       10,
                                       {"librarian", "manager", "methodologist", "administrator"},
                                       "coordination.directory",
                                       "coordination"}};
    for (MenuEntry& entry : coordination::gathering_menu())
      entries.push_back(std::move(entry));
    return entries;
  }
};

}  // namespace

std::unique_ptr<Module> make_coordination_module() {
  return std::make_unique<CoordinationModule>();
}

}  // namespace metodica
