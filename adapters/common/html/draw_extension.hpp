/// metodica.host.draw/1 for every host on the web: the screen as HTML of this folder.
#pragma once

#include <string>
#include <string_view>

#include "metodica/extensions.hpp"

namespace metodica::html {

/// Errors: METODICA_INVALID "loader.not_a_screen"; those of Json::parse. [call]
class HtmlDraw final : public DrawExtension {
 public:
  [[nodiscard]] std::string abilities() const override;
  Result<void> draw(const CallContext& context, std::string_view screen, std::string_view options,
                    Sink& out) override;
};

}  // namespace metodica::html
