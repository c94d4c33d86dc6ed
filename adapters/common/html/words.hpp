/// The renderer's own few words: "Pagina următoare", "obligatoriu". Everything else on a screen
/// comes worded. Kept in locale/<lang>.json beside this file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"

namespace metodica::html {

class Words {
 public:
  /// An unknown language becomes "ro". Cheap: files are read once per process. [any thread]
  explicit Words(std::string_view lang);

  /// The words for `id`, with {name} replaced; the id itself when it is unknown.
  [[nodiscard]] std::string operator()(
      std::string_view id,
      const std::vector<std::pair<std::string_view, std::string_view>>& values = {}) const;

  [[nodiscard]] const Json& all() const { return *words_; }

 private:
  const Json* words_;
};

}  // namespace metodica::html
