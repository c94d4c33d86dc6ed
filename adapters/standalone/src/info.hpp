/// Who the standalone host is, its tree of libraries and where menus appear.
#pragma once

#include "metodica/extensions.hpp"
#include "standalone/src/open_catalogue.hpp"
#include "standalone/src/site.hpp"

namespace metodica::standalone {

class Info final : public InfoExtension {
 public:
  Info(const Site& site, OpenCatalogue& catalogue) : site_(site), catalogue_(catalogue) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> describe(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> self_test(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
  OpenCatalogue& catalogue_;
};

class Libraries final : public LibrariesExtension {
 public:
  explicit Libraries(const Site& site) : site_(site) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> tree(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
};

/// One place, the menu of the program that embeds us; its addresses are "/do/<action>".
class Places final : public PlacesExtension {
 public:
  [[nodiscard]] std::string abilities() const override;
  Result<void> list(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> arrange(const CallContext& context, std::string_view in, Sink& out) override;
};

}  // namespace metodica::standalone
