/// Documents leave in slices of at most 6 MiB, base64: the first with the reply, the rest by
/// app.slice.
#pragma once

#include <cstdint>
#include <string>

#include "app/reply.hpp"
#include "metodica/result.hpp"

namespace metodica {

class Slices {
 public:
  /// The reply with its first slice; keeps the document only when there is more.
  /// {"kind":"document","name","type","bytes","base64"} and for a longer one "next": arguments of
  /// app.slice.
  Json first(Reply document, const std::string& id);
  /// A later slice. Errors: METODICA_NOT_FOUND "app.slice_gone" when another document came in
  /// between.
  Result<Json> at(const std::string& id, std::int64_t offset);

 private:
  [[nodiscard]] Json slice(const Json& about, const std::string& bytes, std::int64_t offset) const;

  std::string id_;
  Json about_;
  std::string bytes_;
};

}  // namespace metodica
