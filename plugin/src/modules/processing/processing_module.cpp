#include "modules/processing/processing_module.hpp"

#include <span>

#include "modules/processing/batch_screens.hpp"
#include "modules/processing/captions.hpp"
#include "modules/processing/class_sources.hpp"
#include "modules/processing/label_screens.hpp"
#include "modules/processing/processing_actions.hpp"
#include "modules/processing/processing_screens.hpp"
#include "modules/processing/reading_screens.hpp"
#include "modules/processing/scheme_screens.hpp"
#include "modules/processing/shelves_screens.hpp"
#include "modules/processing/suggestion.hpp"
#include "modules/processing/udc_actions.hpp"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> processing_migrations;
}

namespace {

class ProcessingModule final : public Module {
 public:
  [[nodiscard]] std::string name() const override { return "processing"; }
  [[nodiscard]] Migrations migrations() const override {
    return {"processing", embedded::processing_migrations};
  }

  void add_actions(ActionList& actions) const override {
    processing::add_udc_actions(actions);
    processing::add_caption_actions(actions);
    processing::add_suggestion_actions(actions);
    processing::add_data_actions(actions);
    processing::add_mark_screens(actions);
    processing::add_shelf_screens(actions);
    processing::add_rule_screens(actions);
    processing::add_label_screens(actions);
    processing::add_label_setup(actions);
    processing::add_scheme_screens(actions);
    processing::add_batch_screens(actions);
    processing::add_reading_screens(actions);
    processing::add_shelves_screens(actions);
    processing::add_shift_screens(actions);
    processing::add_stock_list_screens(actions);
    processing::add_catalogue_screens(actions);
  }

  [[nodiscard]] std::vector<MenuEntry> menu() const override { return processing::menu_entries(); }
};

}  // namespace

std::unique_ptr<Module> make_processing_module() {
  return std::make_unique<ProcessingModule>();
}

}  // namespace metodica
