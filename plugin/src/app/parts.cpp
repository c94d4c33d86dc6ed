#include "app/parts.hpp"

#include "storage/part_library.hpp"

namespace metodica {

Result<std::unique_ptr<Documents>> open_documents() {
  METODICA_TRY(void* const made, part_function("documents", "loader.no_part"));
  return std::unique_ptr<Documents>(reinterpret_cast<Documents* (*)()>(made)());
}

}  // namespace metodica
