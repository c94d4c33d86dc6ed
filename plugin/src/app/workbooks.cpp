#include "app/workbooks.hpp"

#include "storage/part_library.hpp"

namespace metodica {

Result<std::string> workbook_xlsx(const Workbook& workbook) {
  using WriteWorkbook = Result<std::string> (*)(const Workbook&);
  METODICA_TRY(void* const made, part_function("xlsx", "loader.no_part"));
  return reinterpret_cast<WriteWorkbook (*)()>(made)()(workbook);
}

}  // namespace metodica
