#include "modules/coordination/promotion/event_feeds.hpp"

#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "text/markup.hpp"

namespace metodica::coordination {
namespace {

std::string two(std::int64_t value) {
  return std::to_string(100 + value).substr(1);
}

int number(const std::string& text, std::size_t at, std::size_t size) {
  int value = 0;
  if (at + size <= text.size())
    std::from_chars(text.data() + at, text.data() + at + size, value);
  return value;
}

std::int64_t offset_minutes(Date day, const std::string& time, const std::string& zone) {
  UErrorCode error = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)),
                                  error);
  calendar.set(day.year(), day.month() - 1, day.day(), number(time, 0, 2), number(time, 3, 2), 0);
  const std::int64_t ms =
      calendar.get(UCAL_ZONE_OFFSET, error) + calendar.get(UCAL_DST_OFFSET, error);
  return U_SUCCESS(error) ? ms / 60'000 : 0;
}

void element(std::string& out, const char* name, std::string_view text) {
  out += std::string("<") + name + ">";
  append_escaped(out, text);
  out += std::string("</") + name + ">\n";
}

std::string uid(const LibraryEvent& event) {
  return "event-" + std::to_string(event.number) + "@" + event.library;
}

std::string summary(const LibraryEvent& event, const Messages& say) {
  std::string text = event.day.shown(say.lang()) + ", " + event.starts +
                     (event.ends.empty() ? "" : "–" + event.ends);
  text += " · " + (event.place.empty() ? say("event.mode.online") : event.place);
  if (!event.host.empty())
    text += " · " + event.host;
  if (!event.about.empty())
    text += "\n" + event.about;
  return text;
}

void add_item(std::string& out, const LibraryEvent& event, const FeedHead& head,
              const Messages& say) {
  out += "<item>\n";
  const bool cancelled = event.state == "cancelled";
  element(out, "title",
          cancelled ? say("event.cancelled_title", {{"title", event.title}}) : event.title);
  element(out, "link", event.link.empty() ? head.site : event.link);
  element(out, "description", summary(event, say));
  element(out, "category", say("event.kind." + event.kind));
  out += "<guid isPermaLink=\"false\">";
  append_escaped(out, uid(event) + "/" + std::to_string(event.revision));
  out += "</guid>\n";
  element(out, "pubDate", rfc822(event.changed_at));
  out += "</item>\n";
}

Json place_of(const LibraryEvent& event) {
  const Json here =
      Json::object({{"@type", "Place"}, {"name", event.place}, {"address", event.place}});
  const Json there = Json::object({{"@type", "VirtualLocation"}, {"url", event.link}});
  if (event.mode == "online")
    return there;
  return event.mode == "both" ? Json::array({here, there}) : here;
}

Json json_ld_of(const LibraryEvent& event, const std::string& zone) {
  const bool cancelled = event.state == "cancelled";
  const char* mode = event.mode == "online" ? "Online" : event.mode == "both" ? "Mixed" : "Offline";
  Json out = Json::object(
      {{"@type", event.kind == "course" ? "EducationEvent" : "Event"},
       {"identifier", uid(event)},
       {"name", event.title},
       {"startDate", with_offset(event.day, event.starts, zone)},
       {"eventStatus",
        std::string("https://schema.org/Event") + (cancelled ? "Cancelled" : "Scheduled")},
       {"eventAttendanceMode", std::string("https://schema.org/") + mode + "EventAttendanceMode"},
       {"location", place_of(event)},
       {"organizer", Json::object({{"@type", "Library"}, {"name", event.host}})},
       {"isAccessibleForFree", event.free},
       {"inLanguage", "ro"}});
  if (!event.ends.empty())
    out.set("endDate", with_offset(event.day, event.ends, zone));
  if (!event.about.empty())
    out.set("description", event.about);
  if (!event.link.empty())
    out.set("url", event.link);
  if (!event.audience.empty()) {
    out.set("audience", Json::object({{"@type", "Audience"}, {"audienceType", event.audience}}));
  }
  if (event.free) {
    out.set("offers", Json::object({{"@type", "Offer"}, {"price", "0"}, {"priceCurrency", "RON"}}));
  }
  return out;
}

}  // namespace

std::string with_offset(Date day, const std::string& time, const std::string& zone) {
  const std::int64_t offset = offset_minutes(day, time, zone);
  const std::int64_t minutes = offset < 0 ? -offset : offset;
  return day.iso() + "T" + time + ":00" + (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" +
         two(minutes % 60);
}

std::string rfc822(const std::string& utc) {
  constexpr std::array<const char*, 7> days = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const int year = number(utc, 0, 4);
  const int month = std::clamp(number(utc, 5, 2), 1, 12);
  const Date day(year, month, number(utc, 8, 2));
  const auto weekday = static_cast<std::size_t>((day.days_since_epoch() % 7 + 7) % 7);
  return std::string(days.at(weekday)) + ", " + two(day.day()) + " " +
         months.at(static_cast<std::size_t>(month - 1)) + " " + std::to_string(year) + " " +
         utc.substr(11, 8) + " GMT";
}

std::string events_rss(const FeedHead& head, std::vector<LibraryEvent> events,
                       const Messages& say) {
  std::sort(events.begin(), events.end(), [](const LibraryEvent& one, const LibraryEvent& other) {
    return one.changed_at > other.changed_at;
  });
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n";
  element(out, "title", head.title);
  element(out, "link", head.site);
  element(out, "description", head.description);
  element(out, "language", head.lang);
  element(out, "lastBuildDate", rfc822(head.made_at));
  element(out, "generator", head.program);
  element(out, "docs", "https://www.rssboard.org/rss-specification");
  element(out, "ttl", "720");
  for (const LibraryEvent& event : events)
    add_item(out, event, head, say);
  return out + "</channel>\n</rss>\n";
}

Json events_json_ld(const FeedHead& head, const std::vector<LibraryEvent>& events) {
  Json::Array graph;
  for (const LibraryEvent& event : events)
    graph.push_back(json_ld_of(event, head.zone));
  return Json::object({{"@context", "https://schema.org"}, {"@graph", std::move(graph)}});
}

}  // namespace metodica::coordination
