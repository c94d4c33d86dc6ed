#include "documents/calendar/calendar_writer.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "documents/calendar/zone_rules.hpp"

namespace metodica::documents {
namespace {

constexpr const char* asked_again_after = "PT12H";

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

// Without a zone of its own: the parameter TZID names it.
icaltimetype civil(const CalendarEvent& event, const std::string& time) {
  icaltimetype at = icaltime_null_time();
  at.year = event.day.year();
  at.month = event.day.month();
  at.day = event.day.day();
  at.is_date = time.empty() ? 1 : 0;
  if (time.empty())
    return at;
  at.hour = std::atoi(time.substr(0, 2).c_str());
  at.minute = std::atoi(time.substr(3, 2).c_str());
  return at;
}

// "2026-01-15T08:30:00.123Z" to the second.
icaltimetype utc(const std::string& text) {
  std::string plain;
  for (const char c : text.substr(0, text.find('.'))) {
    if (c != '-' && c != ':')
      plain += c;
  }
  return icaltime_from_string((plain + (plain.back() == 'Z' ? "" : "Z")).c_str());
}

icalproperty_status status_of(EventState state) {
  switch (state) {
    case EventState::tentative:
      return ICAL_STATUS_TENTATIVE;
    case EventState::cancelled:
      return ICAL_STATUS_CANCELLED;
    case EventState::confirmed:
      break;
  }
  return ICAL_STATUS_CONFIRMED;
}

void add(icalcomponent* to, icalproperty* property) {
  icalcomponent_add_property(to, property);
}

void add_time(icalcomponent* to, icalproperty* property, const Calendar& calendar) {
  icalproperty_add_parameter(property, icalparameter_new_tzid(calendar.zone.c_str()));
  add(to, property);
}

// A whole day is a date without a zone and ends by itself (RFC 5545, 3.6.1).
void add_times(icalcomponent* to, const CalendarEvent& event, const Calendar& calendar) {
  if (event.starts.empty()) {
    add(to, icalproperty_new_dtstart(civil(event, event.starts)));
    return;
  }
  add_time(to, icalproperty_new_dtstart(civil(event, event.starts)), calendar);
  if (!event.ends.empty())
    add_time(to, icalproperty_new_dtend(civil(event, event.ends)), calendar);
}

icalcomponent* event_of(const CalendarEvent& event, const Calendar& calendar) {
  icalcomponent* out = icalcomponent_new_vevent();
  add(out, icalproperty_new_uid(event.uid.c_str()));
  add(out, icalproperty_new_dtstamp(utc(calendar.made_at)));
  add(out, icalproperty_new_sequence(static_cast<int>(event.revision)));
  add(out, icalproperty_new_lastmodified(utc(event.changed_at)));
  add_times(out, event, calendar);
  add(out, icalproperty_new_summary(event.summary.c_str()));
  if (!event.description.empty())
    add(out, icalproperty_new_description(event.description.c_str()));
  if (!event.location.empty())
    add(out, icalproperty_new_location(event.location.c_str()));
  if (!event.category.empty())
    add(out, icalproperty_new_categories(event.category.c_str()));
  add(out, icalproperty_new_status(status_of(event.state)));
  return out;
}

icalproperty* add_named(icalcomponent* to, const char* name, const std::string& text) {
  icalproperty* property = icalproperty_new_x(text.c_str());
  icalproperty_set_x_name(property, name);
  add(to, property);
  return property;
}

// Many programs know the names that were in use before RFC 7986 only, so both are written.
void add_heading(icalcomponent* to, const Calendar& calendar) {
  add(to, icalproperty_new_version("2.0"));
  add(to, icalproperty_new_prodid(("-//Metodica//" + calendar.program + "//RO").c_str()));
  add(to, icalproperty_new_calscale("GREGORIAN"));
  add(to, icalproperty_new_method(ICAL_METHOD_PUBLISH));
  add_named(to, "NAME", calendar.name);
  add_named(to, "X-WR-CALNAME", calendar.name);
  add_named(to, "X-WR-TIMEZONE", calendar.zone);
  add(to, icalproperty_new_description(calendar.description.c_str()));
  icalproperty* again = add_named(to, "REFRESH-INTERVAL", asked_again_after);
  icalproperty_add_parameter(again, icalparameter_new_value(ICAL_VALUE_DURATION));
}

icalcomponent* rules_for(const Calendar& calendar, icaltimezone* zone) {
  const auto [first, last] = std::minmax_element(
      calendar.events.begin(), calendar.events.end(),
      [](const CalendarEvent& one, const CalendarEvent& other) { return one.day < other.day; });
  return zone_rules(zone, calendar.zone, first->day.year(), last->day.year());
}

}  // namespace

Result<std::string> write_calendar(const Calendar& calendar) {
  icaltimezone* zone = icaltimezone_get_builtin_timezone(calendar.zone.c_str());
  if (zone == nullptr)
    return invalid("documents.zone", {{"zone", calendar.zone}});
  const Component out(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  add_heading(out.get(), calendar);
  if (!calendar.events.empty())
    icalcomponent_add_component(out.get(), rules_for(calendar, zone));
  for (const CalendarEvent& event : calendar.events)
    icalcomponent_add_component(out.get(), event_of(event, calendar));
  const std::unique_ptr<char, Free> text(icalcomponent_as_ical_string_r(out.get()));
  return std::string(text.get());
}

}  // namespace metodica::documents
