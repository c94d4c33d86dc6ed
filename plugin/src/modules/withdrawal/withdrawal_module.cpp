#include "modules/withdrawal/withdrawal_module.hpp"

#include <span>

#include "modules/withdrawal/withdrawal_actions.hpp"
#include "modules/withdrawal/withdrawal_screens.hpp"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> withdrawal_migrations;
}

namespace {

class WithdrawalModule final : public Module {
 public:
  [[nodiscard]] std::string name() const override { return "withdrawal"; }
  [[nodiscard]] Migrations migrations() const override {
    return {"withdrawal", embedded::withdrawal_migrations};
  }
  void add_actions(ActionList& actions) const override { withdrawal::add_actions(actions); }
  [[nodiscard]] std::vector<MenuEntry> menu() const override { return withdrawal::menu_entries(); }
};

}  // namespace

std::unique_ptr<Module> make_withdrawal_module() {
  return std::make_unique<WithdrawalModule>();
}

}  // namespace metodica
