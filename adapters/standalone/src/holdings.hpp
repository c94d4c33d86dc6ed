/// Copies, read and written, and the list of those on loan.
#pragma once

#include "metodica/draft/loans_list.hpp"
#include "metodica/extensions.hpp"
#include "standalone/src/open_catalogue.hpp"
#include "standalone/src/site.hpp"

namespace metodica::standalone {

class Holdings final : public HoldingsExtension {
 public:
  Holdings(const Site& site, OpenCatalogue& catalogue) : site_(site), catalogue_(catalogue) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> copies(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> numbered(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> walk(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
  OpenCatalogue& catalogue_;
};

class HoldingsWrite final : public HoldingsWriteExtension {
 public:
  HoldingsWrite(const Site& site, OpenCatalogue& catalogue) : site_(site), catalogue_(catalogue) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> create(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> change(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> set_state(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> retire(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  const Site& site_;
  OpenCatalogue& catalogue_;
};

class LoansList final : public LoansListExtension {
 public:
  explicit LoansList(OpenCatalogue& catalogue) : catalogue_(catalogue) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> replace(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> add(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> remove(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> list(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  OpenCatalogue& catalogue_;
};

}  // namespace metodica::standalone
