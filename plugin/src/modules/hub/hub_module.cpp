#include "modules/hub/hub_module.hpp"

#include <span>

#include "modules/hub/hub_actions.hpp"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> hub_migrations;
}

namespace {

class HubModule final : public Module {
 public:
  [[nodiscard]] std::string name() const override { return "hub"; }
  [[nodiscard]] Migrations migrations() const override { return {"hub", embedded::hub_migrations}; }
  void add_actions(ActionList& actions) const override {
    hub::add_county_actions(actions);
    hub::add_node_actions(actions);
    hub::add_sync_actions(actions);
    hub::add_union_actions(actions);
    hub::add_union_screens(actions);
    hub::add_screens(actions);
    hub::add_news_screens(actions);
  }
  [[nodiscard]] std::vector<MenuEntry> menu() const override {
    return {{"hub.link",
             "menu.hub.link",
             90,
             {"manager", "methodologist", "administrator"},
             "hub.link",
             "coordination"},
            {"hub.titles",
             "menu.hub.titles",
             91,
             {"librarian", "keeper", "manager", "methodologist"},
             "hub.titles",
             "coordination"}};
  }
};

}  // namespace

std::unique_ptr<Module> make_hub_module() {
  return std::make_unique<HubModule>();
}

}  // namespace metodica
