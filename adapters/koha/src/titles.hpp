/// Titles, read and written.
#pragma once

#include "koha/src/koha_door.hpp"
#include "metodica/extensions.hpp"

namespace metodica::koha {

class Titles final : public TitlesExtension {
 public:
  explicit Titles(KohaDoor& door) : door_(door) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> find(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> read(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> changes(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  KohaDoor& door_;
};

class TitlesWrite final : public TitlesWriteExtension {
 public:
  explicit TitlesWrite(KohaDoor& door) : door_(door) {}

  [[nodiscard]] std::string abilities() const override;
  Result<void> create(const CallContext& context, std::string_view in, Sink& out) override;
  Result<void> replace(const CallContext& context, std::string_view in, Sink& out) override;

 private:
  KohaDoor& door_;
};

}  // namespace metodica::koha
