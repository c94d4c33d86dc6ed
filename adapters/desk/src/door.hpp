/// Door: the plugin as the desk calls it, requests and replies as JSON values.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "json/json.hpp"
#include "metodica/embed.hpp"
#include "replies.hpp"

namespace metodica::desk {

class Door {
 public:
  /// An instance, opened and started. Errors: those of metodica_open and metodica_start; `text` of
  /// the problem is the whole problem object.
  static Result<Door> open(const std::string& config);

  /// One request, one reply; a problem is a reply too. Tries again, a few times with the same key,
  /// when the data were busy. [one thread at a time]
  Json call(const Json& request);
  /// The same for text that may be anything.
  Json call_text(std::string_view request);

  using Progress = std::function<void(std::int64_t done, std::int64_t of)>;
  /// Follows replies of kind "progress" until the end, with a key of its own for each slice.
  Json finish(Json request, const Progress& progress = {});

  /// All bytes of a reply of kind "document"; later slices are fetched. `request`: the one that
  /// made it. Errors: the problem of a slice, as its object.
  Result<std::string> document_bytes(const Json& reply, const Json& request);

 private:
  explicit Door(Instance instance) : instance_(std::move(instance)) {}
  Instance instance_;
};

/// A fresh idempotency key.
[[nodiscard]] std::string new_key();
/// The eight roles, as the door names them.
[[nodiscard]] Json all_roles();
/// Who acts when nobody is named: "operator" with all roles.
[[nodiscard]] Json operator_caller();
/// {"do": action, "as": operator, "key": fresh, "args": args, "lang": lang}
[[nodiscard]] Json operator_request(std::string_view action, Json args, std::string_view lang);

}  // namespace metodica::desk
