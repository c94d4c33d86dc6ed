#include "modules/stocktaking/stocktaking_module.hpp"

#include <span>

#include "modules/stocktaking/stocktaking_actions.hpp"
#include "modules/stocktaking/stocktaking_screens.hpp"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> stocktaking_migrations;
}

namespace {

class StocktakingModule final : public Module {
 public:
  [[nodiscard]] std::string name() const override { return "stocktaking"; }
  [[nodiscard]] Migrations migrations() const override {
    return {"stocktaking", embedded::stocktaking_migrations};
  }
  void add_actions(ActionList& actions) const override { stocktaking::add_actions(actions); }
  [[nodiscard]] std::vector<MenuEntry> menu() const override { return stocktaking::menu_entries(); }
};

}  // namespace

std::unique_ptr<Module> make_stocktaking_module() {
  return std::make_unique<StocktakingModule>();
}

}  // namespace metodica
