/// Public events as other programs read them: RSS 2.0 and schema.org JSON-LD. Nothing of a person
/// stands in them.
#pragma once

#include <string>
#include <vector>

#include "json/json.hpp"
#include "modules/coordination/promotion/event_rules.hpp"
#include "text/messages.hpp"

namespace metodica::coordination {

struct FeedHead {
  std::string title, description;
  std::string site;     ///< address of the institution's page, "https://..."
  std::string lang;     ///< "ro"
  std::string program;  ///< "Metodica 0.1.0"
  std::string zone;     ///< "Europe/Bucharest"
  std::string made_at;  ///< UTC, "2026-01-15T08:30:00.123Z"
};

/// RSS 2.0.11: one item an event that was announced or cancelled, the last changed first.
std::string events_rss(const FeedHead& head, std::vector<LibraryEvent> events, const Messages& say);

/// A graph of schema.org Event.
Json events_json_ld(const FeedHead& head, const std::vector<LibraryEvent>& events);

/// Civil time with its offset from UTC: "2026-06-09T10:00:00+03:00".
std::string with_offset(Date day, const std::string& time, const std::string& zone);

/// "Tue, 09 Jun 2026 07:00:00 GMT" (RFC 822 as RSS wants it) of "2026-06-09T07:00:00.123Z".
std::string rfc822(const std::string& utc);

}  // namespace metodica::coordination
