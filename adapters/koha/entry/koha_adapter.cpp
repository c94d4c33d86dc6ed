// Koha: inside its workers through its own code, outside through its REST interface.
#include <memory>
#include <string_view>

#include "common/html/draw_extension.hpp"
#include "koha/src/acquisitions.hpp"
#include "koha/src/holdings.hpp"
#include "koha/src/info.hpp"
#include "koha/src/inside_door.hpp"
#include "koha/src/rest_door.hpp"
#include "koha/src/titles.hpp"
#include "metodica/adapter.hpp"

namespace metodica::koha {
namespace {

class KohaAdapter final : public Adapter {
 public:
  static Result<std::unique_ptr<KohaAdapter>> make(Core core, std::string_view settings_json) {
    METODICA_TRY(Site site, read_site(settings_json));
    return std::make_unique<KohaAdapter>(core, std::move(site));
  }

  KohaAdapter(Core core, Site site) : site_(std::move(site)), door_(door_to(core, site_)) {}

  Result<void> start() override {
    door_->start();
    return {};
  }
  void stop() override { door_->stop(); }

  Extension* extension(std::string_view id) override {
    return offered(id, {&info_, &identity_, &libraries_, &titles_, &titles_write_, &holdings_,
                        &holdings_write_, &acquisitions_, &draw_});
  }

 private:
  static std::unique_ptr<KohaDoor> door_to(Core core, const Site& site);

  Site site_;
  std::unique_ptr<KohaDoor> door_;
  Info info_{*door_};
  Identity identity_{site_, *door_};
  Libraries libraries_{site_, *door_};
  Titles titles_{*door_};
  TitlesWrite titles_write_{*door_};
  Holdings holdings_{site_, *door_};
  HoldingsWrite holdings_write_{site_, *door_};
  Acquisitions acquisitions_{*door_};
  html::HtmlDraw draw_;
};

std::unique_ptr<KohaDoor> KohaAdapter::door_to(Core core, const Site& site) {
  if (!site.inside) {
    return std::make_unique<RestDoor>(core, site.rest);
  }
  return std::make_unique<InsideDoor>(core);
}

}  // namespace
}  // namespace metodica::koha

extern "C" const metodica_adapter_entry metodica_adapter_v1 = {
    sizeof(metodica_adapter_entry),
    METODICA_ABI_MAJOR,
    METODICA_ABI_MINOR,
    "ro.metodica.koha",
    "Koha",
    "1.0",
    "Koha 22.11 and later",
    &metodica::Export<metodica::koha::KohaAdapter>::create};
