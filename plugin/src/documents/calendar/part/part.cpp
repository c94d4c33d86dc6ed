// The private library calendar.so: the only part of the plugin that is linked with libical.

#include "documents/calendar/calendar_writer.hpp"

using WriteCalendar = metodica::Result<std::string> (*)(const metodica::Calendar&);

extern "C" __attribute__((visibility("default"))) WriteCalendar metodica_part_calendar() {
  return &metodica::documents::write_calendar;
}
