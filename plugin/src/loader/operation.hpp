/// One call through an extension's table: borrowed text in, checked text out.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "loader/host.hpp"
#include "metodica/adapter.h"

namespace metodica {

/// The longest single answer that is taken from an adapter, in bytes; of a walk, the longest line.
inline constexpr std::size_t answer_limit = std::size_t{64} * 1024 * 1024;

/// Names the side at fault in problems.
struct Callee {
  const metodica_adapter* adapter = nullptr;
  std::string name;       ///< of the adapter
  std::string operation;  ///< "holdings.copies"
};

/// The C function, with everything but the sink already bound.
using Ask = std::function<metodica_status(const metodica_sink* out)>;

/// The whole answer as text. Errors: the adapter's own problem; METODICA_DEFECT "loader.too_long",
/// "loader.not_utf8", "loader.adapter_threw", "loader.positive_status", "loader.silent_failure",
/// "loader.after_refusal", "loader.other_thread", "loader.null_text"; all with {name}, {operation}.
Result<std::string> ask_text(const Callee& callee, const Ask& ask);
/// One JSON document. Further errors: "loader.not_json".
Result<Json> ask_document(const Callee& callee, const Ask& ask);
/// JSON lines, each handed on as it comes; ends well when `each` says: enough.
Result<void> ask_lines(const Callee& callee, const Ask& ask, const EachJson& each);
/// JSON lines, collected; exactly `expected` of them when it is given. Further errors:
/// "loader.line_count" with {found} and {expected}.
Result<std::vector<Json>> ask_list(const Callee& callee, const Ask& ask,
                                   std::optional<std::size_t> expected = {});

}  // namespace metodica
