/// Calendar feeds, through the private library that is opened at first use.
#pragma once

#include <string>

#include "documents/calendar.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// The media type of the text that calendar_text() gives.
inline constexpr const char* calendar_type = "text/calendar; charset=utf-8";

/// The text of a .ics file. Errors: those of documents/calendar/calendar_writer.hpp;
/// METODICA_UNREACHABLE "loader.no_part" when lib/metodica/parts/calendar.so cannot be opened.
Result<std::string> calendar_text(const Calendar& calendar);

}  // namespace metodica
