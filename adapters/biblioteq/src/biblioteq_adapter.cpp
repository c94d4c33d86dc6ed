// BiblioteQ: its SQLite and PostgreSQL branches, used as it uses them itself.
#include <memory>

#include "extensions.hpp"

namespace metodica::biblioteq {
namespace {

class BiblioteqAdapter final : public Adapter {
 public:
  static Result<std::unique_ptr<BiblioteqAdapter>> make(Core core, std::string_view settings_json) {
    METODICA_TRY(Site site, read_site(settings_json));
    return std::make_unique<BiblioteqAdapter>(std::move(site), core);
  }

  BiblioteqAdapter(Site site, Core core) : site_(std::move(site)), branch_(site_, core) {}

  Result<void> start() override { return branch_.start(); }
  void stop() override { branch_.stop(); }

  Extension* extension(std::string_view id) override {
    return offered(id,
                   {&info_, &libraries_, &titles_, &titles_write_, &holdings_, &holdings_write_});
  }

 private:
  Site site_;
  Branch branch_;
  Info info_{branch_};
  Libraries libraries_{site_};
  Titles titles_{branch_};
  TitlesWrite titles_write_{branch_};
  Holdings holdings_{branch_};
  HoldingsWrite holdings_write_{branch_};
};

}  // namespace
}  // namespace metodica::biblioteq

extern "C" const metodica_adapter_entry metodica_adapter_v1 = {
    sizeof(metodica_adapter_entry),
    METODICA_ABI_MAJOR,
    METODICA_ABI_MINOR,
    "ro.metodica.biblioteq",
    "BiblioteQ",
    "1.0",
    "BiblioteQ 2024.03.25 to 2026.07.31",
    &metodica::Export<metodica::biblioteq::BiblioteqAdapter>::create};
