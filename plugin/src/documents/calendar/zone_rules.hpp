/// The offsets of a time zone over some years, as other programs read them.
#pragma once

#include <libical/ical.h>

#include <string>

namespace metodica::documents {

/// A VTIMEZONE with one observance for each change of the offset, from the begin of `first_year` to
/// the end of `last_year`. The whole history of a zone, as libical has it, is long and holds rules
/// that other readers refuse. The caller owns the component.
icalcomponent* zone_rules(icaltimezone* zone, const std::string& name, int first_year,
                          int last_year);

}  // namespace metodica::documents
