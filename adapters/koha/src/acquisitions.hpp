/// Vendors, funds, suggestions and order lines of Koha, read.
#pragma once

#include "koha/src/koha_door.hpp"
#include "metodica/extensions.hpp"

namespace metodica::koha {

class Acquisitions final : public AcquisitionsExtension {
 public:
  explicit Acquisitions(KohaDoor& door) : door_(door) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> vendors(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> funds(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> requests(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> order_lines(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  KohaDoor& door_;
};

}  // namespace metodica::koha
