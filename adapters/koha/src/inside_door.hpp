/// Inside Koha: its own Perl code answers (core.ask).
#pragma once

#include <set>
#include <string>

#include "koha/src/koha_door.hpp"
#include "metodica/adapter.hpp"

namespace metodica::koha {

class InsideDoor final : public KohaDoor {
 public:
  explicit InsideDoor(Core core) : core_(core) {}

  void start() override { questions_.clear(); }
  void stop() override {}
  [[nodiscard]] Result<Json> ask(const CallContext& context, std::string_view question,
                                 const Json& args) override;
  [[nodiscard]] bool answers(std::string_view question) const override;
  [[nodiscard]] std::vector<SelfCheck> checks(const CallContext& context) override;

 private:
  [[nodiscard]] Result<Json> put(const CallContext& context, std::string_view question,
                                 const Json& args);
  void remember(const Json& about);

  Core core_;
  std::set<std::string, std::less<>> questions_;  ///< empty: Koha has not said yet
};

}  // namespace metodica::koha
