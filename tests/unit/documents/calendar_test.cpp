// The feed, read back by libical itself.

#include "documents/calendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>

#include <sstream>

#include "documents/calendar/calendar_writer.hpp"

namespace metodica::documents {
namespace {

using testing::HasSubstr;

Calendar county() {
  CalendarEvent course;
  course.uid = "gathering-1@57706";
  course.summary = "Circuitul cărții: achiziția, „de la cerere la raft”; ședința a 2-a";
  course.description = "Ordinea de zi:\nachiziția, prețul, înscrierea";
  course.location = "Biblioteca Județeană „Octavian Goga” Cluj, sala de conferințe";
  course.category = "Cursuri";
  course.day = Date(2026, 6, 9);
  course.starts = "10:00";
  course.ends = "13:00";
  course.revision = 2;
  course.changed_at = "2026-05-01T08:30:00.123Z";
  CalendarEvent cancelled = course;
  cancelled.uid = "gathering-2@57706";
  cancelled.day = Date(2026, 11, 26);
  cancelled.state = EventState::cancelled;
  return {"Coordonare metodică",      "Întâlniri",        "Metodica 0.1.0", "Europe/Bucharest",
          "2026-05-02T00:00:00.000Z", {course, cancelled}};
}

TEST(CalendarWriter, IsReadBackAsItWas) {
  const auto text = write_calendar(county());
  ASSERT_TRUE(text);
  icalcomponent* read = icalparser_parse_string(text->c_str());
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(icalcomponent_count_errors(read), 0);
  EXPECT_EQ(icalcomponent_count_components(read, ICAL_VEVENT_COMPONENT), 2);
  EXPECT_EQ(icalcomponent_count_components(read, ICAL_VTIMEZONE_COMPONENT), 1);
  icalcomponent* event = icalcomponent_get_first_component(read, ICAL_VEVENT_COMPONENT);
  EXPECT_STREQ(icalcomponent_get_summary(event), county().events[0].summary.c_str());
  EXPECT_STREQ(icalcomponent_get_description(event), county().events[0].description.c_str());
  EXPECT_EQ(icalcomponent_get_sequence(event), 2);
  // Summer time: three hours before UTC.
  const icaltimetype utc =
      icaltime_convert_to_zone(icalcomponent_get_dtstart(event), icaltimezone_get_utc_timezone());
  EXPECT_EQ(utc.hour, 7);
  icalcomponent* later = icalcomponent_get_next_component(read, ICAL_VEVENT_COMPONENT);
  EXPECT_EQ(icalcomponent_get_status(later), ICAL_STATUS_CANCELLED);
  icalcomponent_free(read);
}

TEST(CalendarWriter, LinesAreFoldedAndEndAsTheStandardWants) {
  const auto text = write_calendar(county());
  ASSERT_TRUE(text);
  EXPECT_THAT(*text, HasSubstr("DTSTART;TZID=Europe/Bucharest:20260609T100000\r\n"));
  EXPECT_THAT(*text, HasSubstr("TZID:Europe/Bucharest\r\n"));
  EXPECT_THAT(*text,
              HasSubstr("DTSTART:20260329T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300"));
  EXPECT_THAT(*text, HasSubstr("REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"));
  EXPECT_THAT(*text, HasSubstr("X-WR-CALNAME:Coordonare metodică\r\n"));
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(line.size(), 76U) << line;
    EXPECT_EQ(line.back(), '\r') << line;
  }
}

TEST(CalendarWriter, TheSameCalendarGivesTheSameBytes) {
  EXPECT_EQ(*write_calendar(county()), *write_calendar(county()));
}

TEST(CalendarWriter, AnUnknownZoneIsNamed) {
  Calendar calendar = county();
  calendar.zone = "Europe/Nicaieri";
  const auto text = write_calendar(calendar);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().message, "documents.zone");
}

}  // namespace
}  // namespace metodica::documents
