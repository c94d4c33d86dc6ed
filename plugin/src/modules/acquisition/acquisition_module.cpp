#include "modules/acquisition/acquisition_module.hpp"

#include <span>

#include "modules/acquisition/acquisition_actions.hpp"
#include "modules/acquisition/acquisition_screens.hpp"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> acquisition_migrations;
}

namespace {

class AcquisitionModule final : public Module {
 public:
  [[nodiscard]] std::string name() const override { return "acquisition"; }
  [[nodiscard]] Migrations migrations() const override {
    return {"acquisition", embedded::acquisition_migrations};
  }

  void add_actions(ActionList& actions) const override {
    acquisition::add_data_actions(actions);
    acquisition::add_screen_actions(actions);
    acquisition::add_draft_actions(actions);
  }

  [[nodiscard]] std::vector<MenuEntry> menu() const override { return acquisition::menu_entries(); }
};

}  // namespace

std::unique_ptr<Module> make_acquisition_module() {
  return std::make_unique<AcquisitionModule>();
}

}  // namespace metodica
