#include "modules/coordination/coordination_module.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "modules/coordination/coordination_part.hpp"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> coordination_migrations;
}

namespace {

struct Part {
  void (*add)(ActionList&);
  std::vector<MenuEntry> (*menu)();
};

constexpr Part parts[] = {
    {coordination::add_network, coordination::network_menu},
    {coordination::add_statistics, coordination::statistics_menu},
    {coordination::add_training, coordination::training_menu},
    {coordination::add_promotion, coordination::promotion_menu},
    {coordination::add_distribution, coordination::distribution_menu},
    {coordination::add_visits, coordination::visits_menu},
    {coordination::add_analysis, coordination::analysis_menu},
    {coordination::add_compliance, coordination::compliance_menu},
};

class CoordinationModule final : public Module {
 public:
  [[nodiscard]] std::string name() const override { return "coordination"; }
  [[nodiscard]] Migrations migrations() const override {
    return {"coordination", embedded::coordination_migrations};
  }
  void add_actions(ActionList& actions) const override {
    for (const Part& part : parts)
      part.add(actions);
  }
  [[nodiscard]] std::vector<MenuEntry> menu() const override {
    std::vector<MenuEntry> entries;
    for (const Part& part : parts)
      std::ranges::move(part.menu(), std::back_inserter(entries));
    return entries;
  }
};

}  // namespace

std::unique_ptr<Module> make_coordination_module() {
  return std::make_unique<CoordinationModule>();
}

}  // namespace metodica
