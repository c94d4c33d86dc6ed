#include "documents/calendar/zone_rules.hpp"

namespace metodica::documents {
namespace {

constexpr time_t a_day = 24 * 60 * 60;

struct Offset {
  int seconds = 0;
  int daylight = 0;
  bool operator==(const Offset&) const = default;
};

Offset offset_at(icaltimezone* zone, time_t when) {
  icaltimetype utc = icaltime_from_timet_with_zone(when, 0, icaltimezone_get_utc_timezone());
  Offset offset;
  offset.seconds = icaltimezone_get_utc_offset_of_utc_time(zone, &utc, &offset.daylight);
  return offset;
}

time_t begin_of(int year) {
  icaltimetype day = icaltime_null_time();
  day.year = year;
  day.month = day.day = 1;
  return icaltime_as_timet(day);
}

// The first second of the new offset, between two moments with different ones.
time_t change_between(icaltimezone* zone, time_t before, time_t after) {
  const Offset old = offset_at(zone, before);
  while (after - before > 1) {
    const time_t middle = before + (after - before) / 2;
    (offset_at(zone, middle) == old ? before : after) = middle;
  }
  return after;
}

// An observance begins at the time that the clocks showed until then (RFC 5545, 3.6.5).
void add_observance(icalcomponent* rules, time_t when, const Offset& from, const Offset& to) {
  icalcomponent* one =
      to.daylight != 0 ? icalcomponent_new_xdaylight() : icalcomponent_new_xstandard();
  const icaltimetype start = icaltime_from_timet_with_zone(when + from.seconds, 0, nullptr);
  icalcomponent_add_property(one, icalproperty_new_dtstart(start));
  icalcomponent_add_property(one, icalproperty_new_tzoffsetfrom(from.seconds));
  icalcomponent_add_property(one, icalproperty_new_tzoffsetto(to.seconds));
  icalcomponent_add_component(rules, one);
}

}  // namespace

icalcomponent* zone_rules(icaltimezone* zone, const std::string& name, int first_year,
                          int last_year) {
  icalcomponent* rules = icalcomponent_new_vtimezone();
  icalcomponent_add_property(rules, icalproperty_new_tzid(name.c_str()));
  time_t at = begin_of(first_year);
  Offset now = offset_at(zone, at);
  add_observance(rules, at, now, now);
  for (const time_t end = begin_of(last_year + 1); at < end; at += a_day) {
    if (offset_at(zone, at + a_day) == now)
      continue;
    const time_t change = change_between(zone, at, at + a_day);
    const Offset next = offset_at(zone, change);
    add_observance(rules, change, now, next);
    now = next;
  }
  return rules;
}

}  // namespace metodica::documents
