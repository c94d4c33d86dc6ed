/// Copies, read and written.
#pragma once

#include "koha/src/koha_door.hpp"
#include "koha/src/site.hpp"
#include "metodica/extensions.hpp"

namespace metodica::koha {

class Holdings final : public HoldingsExtension {
 public:
  Holdings(const Site& site, KohaDoor& door) : site_(site), door_(door) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> copies(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> numbered(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> walk(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
  KohaDoor& door_;
};

class HoldingsWrite final : public HoldingsWriteExtension {
 public:
  HoldingsWrite(const Site& site, KohaDoor& door) : site_(site), door_(door) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> create(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> change(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> set_state(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> retire(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
  KohaDoor& door_;
};

}  // namespace metodica::koha
