/// What this very Koha offers over REST, from its own OpenAPI 2.0 document; never guessed from a
/// version.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "json/json.hpp"
#include "metodica/result.hpp"

namespace metodica::koha {

class Definition {
 public:
  Definition() = default;
  /// Errors: METODICA_DAMAGED "koha.no_definition" when the document has no paths.
  [[nodiscard]] static Result<Definition> from(const Json& document);

  /// `path` as in the document, names of parameters do not matter: "/biblios/{}/items/{}".
  [[nodiscard]] bool has(std::string_view method, std::string_view path) const;
  /// True when the operation declares the query or header parameter; an undeclared one is a 400.
  [[nodiscard]] bool takes(std::string_view method, std::string_view path,
                           std::string_view parameter) const;
  /// Members that the body of the operation must have; some Kohas ask for them in every change.
  [[nodiscard]] const std::set<std::string, std::less<>>& required(std::string_view method,
                                                                   std::string_view path) const;
  /// Fields of an item. Empty when the document does not tell them.
  [[nodiscard]] const std::set<std::string, std::less<>>& item_fields() const {
    return item_fields_;
  }

 private:
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> operations_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> required_;
  std::set<std::string, std::less<>> item_fields_;
};

}  // namespace metodica::koha
