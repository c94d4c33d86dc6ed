/// Titles, read and written.
#pragma once

#include "metodica/extensions.hpp"
#include "standalone/src/open_catalogue.hpp"
#include "standalone/src/site.hpp"

namespace metodica::standalone {

class Titles final : public TitlesExtension {
 public:
  explicit Titles(OpenCatalogue& catalogue) : catalogue_(catalogue) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> find(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> read(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> changes(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  OpenCatalogue& catalogue_;
};

class TitlesWrite final : public TitlesWriteExtension {
 public:
  TitlesWrite(const Site& site, OpenCatalogue& catalogue) : site_(site), catalogue_(catalogue) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> create(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> replace(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
  OpenCatalogue& catalogue_;
};

}  // namespace metodica::standalone
