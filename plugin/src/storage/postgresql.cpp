#include "storage/connection.hpp"
#include "storage/errors.hpp"

namespace metodica {

std::unique_ptr<Connection> open_postgresql(const DatabasePlace&) {
  throw EngineError({METODICA_UNREACHABLE, "storage.no_postgresql", {{"reason", ""}}}, "no connector");
}

}  // namespace metodica
