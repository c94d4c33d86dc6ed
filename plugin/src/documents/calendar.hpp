/// Calendars as data: what a feed says of meetings, courses and events.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/date.hpp"

namespace metodica {

enum class EventState { tentative = 1, confirmed, cancelled };

/// One event of one day, in civil time of the calendar's zone. Nothing of it may be private: feeds
/// are read by everybody.
struct CalendarEvent {
  std::string uid;  ///< stays the same through all changes
  std::string summary;
  std::string description;
  std::string location;
  std::string category;
  Date day;
  std::string starts, ends;  ///< "09:30"; both "" for the whole day, `ends` alone "" when not known
  std::int64_t revision = 0;  ///< SEQUENCE: grows with each change
  std::string changed_at;     ///< UTC, "2026-01-15T08:30:00.123Z"
  EventState state = EventState::confirmed;
};

/// RFC 5545 with the names of RFC 7986.
struct Calendar {
  std::string name;
  std::string description;
  std::string program;  ///< PRODID: "Metodica 0.1.0"
  std::string zone;     ///< of the tz database: "Europe/Bucharest"
  std::string made_at;  ///< UTC, as CalendarEvent::changed_at
  std::vector<CalendarEvent> events;
};

}  // namespace metodica
