/// World: the clock, identifiers and randomness, the only ways to them. Tests bring their own.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "text/date.hpp"

namespace metodica {

class World {
 public:
  virtual ~World() = default;

  /// Milliseconds since 1970-01-01T00:00:00Z.
  virtual std::int64_t now_ms() = 0;
  /// Monotonic milliseconds, for slices of long work.
  virtual std::int64_t steady_ms() = 0;
  /// 64 unpredictable bits.
  virtual std::uint64_t random() = 0;

  /// "2026-01-15T08:30:00.123Z"
  std::string now_utc();
  /// The civil date in a zone of the tz database ("Europe/Bucharest"), never the server's zone.
  Date today(const std::string& zone);
  /// Time-ordered identifier (UUID version 7), unique across nodes.
  std::string new_id();
};

/// The real one. Random state mixes in the process number and is drawn from the system at each use,
/// so that nothing is inherited by a fork (rule K6).
std::unique_ptr<World> system_world();

/// "2026-01-15T08:30:00.123Z" of a count of milliseconds since 1970.
std::string utc_text(std::int64_t ms);

}  // namespace metodica
