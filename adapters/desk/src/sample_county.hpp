/// The county around the sample library (county.jsonl of adapters/desk/sample, its README says how
/// a line is written): communes, figures of three years, meetings, visits.
#pragma once

#include <cstdint>

#include "door_caller.hpp"
#include "text/date.hpp"

namespace metodica::desk {

/// One line with its times filled in. In texts {day}, {day+12}, {day-30} become ISO dates; a text
/// that is {year}, {year-1} and so on as a whole becomes a number, inside another text its digits.
/// An object with "name" and "lines" becomes a file of these lines.
[[nodiscard]] Json with_times(const Json& value, Date today);

/// Asks for everything the file says, in its order; the number of requests. Errors:
/// METODICA_NOT_FOUND "desk.file_not_read" {file}; METODICA_INVALID "desk.sample_row" {file}{row};
/// the problem of the first request that was refused.
Result<std::int64_t> make_sample_county(DoorCaller& door, Date today);

}  // namespace metodica::desk
