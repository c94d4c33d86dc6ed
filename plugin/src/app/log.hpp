/// Log: one JSON object per line, into the host's own log through the adapter's core table or,
/// before anything else exists, to standard error. No titles of what people borrow, no names, no
/// passwords.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/json.hpp"

namespace metodica {

enum class LogLevel : std::int32_t { debug = 1, info, warning, error, host_fault, adapter_fault };

class Log {
 public:
  /// Writes {"level", "event", ...fields} as one line.
  void write(LogLevel level, std::string_view event, const Json::Object& fields = {}) const;
  /// A line that an adapter made.
  void write_line(std::int32_t level, std::string_view event_json) const;
};

}  // namespace metodica
