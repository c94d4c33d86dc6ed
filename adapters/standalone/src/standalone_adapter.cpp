// The host of libraries without a system of their own: a catalogue in one file.
#include <memory>
#include <string_view>

#include "common/html/draw_extension.hpp"
#include "metodica/adapter.hpp"
#include "standalone/src/handover.hpp"
#include "standalone/src/holdings.hpp"
#include "standalone/src/info.hpp"
#include "standalone/src/titles.hpp"

namespace metodica::standalone {
namespace {

class StandaloneAdapter final : public Adapter {
 public:
  static Result<std::unique_ptr<StandaloneAdapter>> make(Core /*core*/,
                                                         std::string_view settings_json) {
    METODICA_TRY(Site site, read_site(settings_json));
    return std::make_unique<StandaloneAdapter>(std::move(site));
  }

  explicit StandaloneAdapter(Site site) : site_(std::move(site)), catalogue_(site_.catalogue) {}

  Result<void> start() override { return catalogue_.start(); }
  void stop() override { catalogue_.stop(); }

  Extension* extension(std::string_view id) override {
    if (id == handover_.id() && site_.handover.empty()) {
      return nullptr;
    }
    return offered(id, {&info_, &libraries_, &titles_, &titles_write_, &holdings_, &holdings_write_,
                        &loans_list_, &handover_, &places_, &draw_});
  }

 private:
  Site site_;
  OpenCatalogue catalogue_;
  Info info_{site_, catalogue_};
  Libraries libraries_{site_};
  Titles titles_{catalogue_};
  TitlesWrite titles_write_{site_, catalogue_};
  Holdings holdings_{site_, catalogue_};
  HoldingsWrite holdings_write_{site_, catalogue_};
  LoansList loans_list_{catalogue_};
  Handover handover_{site_, catalogue_};
  Places places_;
  html::HtmlDraw draw_;
};

}  // namespace
}  // namespace metodica::standalone

extern "C" const metodica_adapter_entry metodica_adapter_v1 = {
    sizeof(metodica_adapter_entry),
    METODICA_ABI_MAJOR,
    METODICA_ABI_MINOR,
    "ro.metodica.standalone",
    "Standalone",
    "1.0",
    "no host: a catalogue of our own",
    &metodica::Export<metodica::standalone::StandaloneAdapter>::create};
