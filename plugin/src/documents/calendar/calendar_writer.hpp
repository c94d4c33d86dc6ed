/// Calendars as iCalendar text. Needs libical, so it stands in a private library.
#pragma once

#include <string>

#include "documents/calendar.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

/// The text of a .ics file: UTF-8, lines folded and ended as RFC 5545 wants, with the rules of the
/// zone. The same calendar gives the same bytes. Errors: METODICA_INVALID "documents.zone" {zone}
/// when the tz database of this machine does not know the zone.
Result<std::string> write_calendar(const Calendar& calendar);

}  // namespace metodica::documents
