#include "app/log.hpp"

#include <unistd.h>

#include <array>

namespace metodica {
namespace {

std::string_view level_name(std::int32_t level) {
  constexpr std::array<std::string_view, 7> names = {
      "", "debug", "info", "warning", "error", "host_fault", "adapter_fault"};
  const bool known = level > 0 && level < static_cast<std::int32_t>(names.size());
  return known ? names[static_cast<std::size_t>(level)] : "error";
}

// One write(2) per line, so that lines of several workers do not mix. Standard error is the host's
// log.
void write_out(std::string line) {
  line += '\n';
  const auto written = ::write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(written);  // a log that cannot be written must not stop the work
}

}  // namespace

void Log::write(LogLevel level, std::string_view event, const Json::Object& fields) const {
  if (level < LogLevel::warning)
    return;
  Json line =
      Json::object({{"level", level_name(static_cast<std::int32_t>(level))}, {"event", event}});
  for (const auto& [name, value] : fields)
    line.set(name, value);
  write_out(line.dump());
}

void Log::write_line(std::int32_t level, std::string_view event_json) const {
  if (level < static_cast<std::int32_t>(LogLevel::warning))
    return;
  std::string line = "{\"level\":\"";
  line += level_name(level);
  line += "\",\"adapter\":";
  line += event_json;
  line += '}';
  write_out(std::move(line));
}

}  // namespace metodica
