#include "app/calendars.hpp"

#include "storage/part_library.hpp"

namespace metodica {

Result<std::string> calendar_text(const Calendar& calendar) {
  using WriteCalendar = Result<std::string> (*)(const Calendar&);
  METODICA_TRY(void* const made, part_function("calendar", "loader.no_part"));
  return reinterpret_cast<WriteCalendar (*)()>(made)()(calendar);
}

}  // namespace metodica
