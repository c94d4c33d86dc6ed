#include "modules/registers/registers_module.hpp"

#include <span>

#include "modules/registers/registers_actions.hpp"
#include "modules/registers/registers_screens.hpp"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> registers_migrations;
}

namespace {

class RegistersModule final : public Module {
 public:
  [[nodiscard]] std::string name() const override { return "registers"; }
  [[nodiscard]] Migrations migrations() const override {
    return {"registers", embedded::registers_migrations};
  }

  void add_actions(ActionList& actions) const override {
    registers::add_data_actions(actions);
    registers::add_screen_actions(actions);
  }

  [[nodiscard]] std::vector<MenuEntry> menu() const override { return registers::menu_entries(); }
};

}  // namespace

std::unique_ptr<Module> make_registers_module() {
  return std::make_unique<RegistersModule>();
}

}  // namespace metodica
