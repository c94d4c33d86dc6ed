/// Files given to people and files that come in, as files in a folder of the site:
///   <handover>/out/       what we gave; whoever takes a file moves it away
///   <handover>/in/        what people put there for us
///   <handover>/in/taken/  what we have read
#pragma once

#include <filesystem>

#include "metodica/extensions.hpp"
#include "standalone/src/open_catalogue.hpp"
#include "standalone/src/site.hpp"

namespace metodica::standalone {

class Handover final : public HandoverExtension {
 public:
  Handover(const Site& site, OpenCatalogue& catalogue)
      : folder_(site.handover), catalogue_(catalogue) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> give(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> state(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> incoming(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> take(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  std::filesystem::path folder_;
  OpenCatalogue& catalogue_;
};

}  // namespace metodica::standalone
