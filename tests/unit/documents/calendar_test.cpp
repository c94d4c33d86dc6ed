// The feed, read back by libical itself.

#include "documents/calendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "documents/calendar/calendar_writer.hpp"
#include "support/needed.hpp"

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

TEST(CalendarWriter, AWholeDayHasNoZone) {
  Calendar calendar = county();
  calendar.events[0].starts = calendar.events[0].ends = "";
  const auto text = write_calendar(calendar);
  ASSERT_TRUE(text);
  EXPECT_THAT(*text, HasSubstr("DTSTART;VALUE=DATE:20260609\r\n"));
  EXPECT_THAT(*text, HasSubstr("DTEND;TZID=Europe/Bucharest:20261126T130000\r\n"));
}

// A second reader, written apart from the library that wrote the text.
TEST(CalendarWriter, AnotherProgramReadsItToo) {
  if (std::system("/usr/bin/python3 -c 'import icalendar' 2> /dev/null") != 0)
    METODICA_MISSING("python3-icalendar is not installed");
  const std::string file = testing::TempDir() + "county-" + std::to_string(::getpid()) + ".ics";
  Calendar calendar = county();
  calendar.events[1].starts = calendar.events[1].ends = "";
  std::ofstream(file, std::ios::binary) << *write_calendar(calendar);
  const std::string program =
      "import icalendar, sys, datetime\n"
      "c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n"
      "e = c.walk('VEVENT')\n"
      "assert len(e) == 2 and len(c.walk('VTIMEZONE')) == 1\n"
      "assert str(e[0]['SUMMARY']).endswith('ședința a 2-a'), e[0]['SUMMARY']\n"
      "assert e[0].decoded('DTSTART').utcoffset() == datetime.timedelta(hours=3)\n"
      "assert e[0].decoded('DTEND').hour == 13 and e[0]['SEQUENCE'] == 2\n"
      "assert e[1].decoded('DTSTART') == datetime.date(2026, 11, 26)\n"
      "assert e[1]['STATUS'] == 'CANCELLED' and not c.errors\n";
  const std::string script = file + ".py";
  std::ofstream(script) << program;
  EXPECT_EQ(std::system(("/usr/bin/python3 '" + script + "' '" + file + "'").c_str()), 0);
  std::filesystem::remove(script);
  std::filesystem::remove(file);
}

// A county year of 300 events takes at most 30 ms with the data read; here the writing alone.
TEST(CalendarWriter, ACountyYearIsWrittenAtOnce) {
  Calendar calendar = county();
  const CalendarEvent one = calendar.events[0];
  calendar.events.clear();
  for (int i = 0; i < 300; ++i) {
    calendar.events.push_back(one);
    calendar.events.back().uid = std::to_string(i);
    calendar.events.back().day = Date(2026, 1 + i % 12, 1 + i % 28);
  }
  ASSERT_TRUE(write_calendar(calendar));  // the zone is read from disk once
  const auto start = std::chrono::steady_clock::now();
  const auto text = write_calendar(calendar);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  ASSERT_TRUE(text);
  RecordProperty("milliseconds", std::to_string(took.count()));
  EXPECT_LT(took.count(), 300) << "ten times the aim, for loaded machines";
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
