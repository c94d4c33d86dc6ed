#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modules/coordination/promotion/event_feeds.hpp"
#include "modules/coordination/promotion/event_rules.hpp"

namespace metodica::coordination {
namespace {

using testing::HasSubstr;

LibraryEvent evening() {
  LibraryEvent of;
  of.library = "57706";
  of.number = 4;
  of.kind = "reading";
  of.title = "Ora poveștilor <cu> & „tâlc”";
  of.day = Date(2026, 7, 4);
  of.starts = "17:00";
  of.ends = "19:00";
  of.mode = "in_person";
  of.place = "Sala de lectură, Florești";
  of.host = "Biblioteca Comunală Florești";
  of.state = "announced";
  of.changed_at = "2026-06-09T07:00:00.123Z";
  return of;
}

std::string field_of(const Result<void>& result) {
  return result ? "" : result.error().field;
}

TEST(EventRules, FaultsAreAtTheirFields) {
  EXPECT_TRUE(check_event(evening()));
  LibraryEvent of = evening();
  of.starts = "25:00";
  EXPECT_EQ(field_of(check_event(of)), "starts");
  of = evening();
  of.ends = "17:00";
  EXPECT_EQ(field_of(check_event(of)), "ends");
  of = evening();
  of.place.clear();
  EXPECT_EQ(field_of(check_event(of)), "place");
  of.mode = "online";
  EXPECT_EQ(field_of(check_event(of)), "link");
  of.link = "javascript:alert(1)";
  EXPECT_EQ(field_of(check_event(of)), "link");
  of.link = "https://example.ro/live";
  EXPECT_TRUE(check_event(of));
}

TEST(EventRules, StatesFollowEachOther) {
  EXPECT_TRUE(event_may_follow("draft", "announced"));
  EXPECT_TRUE(event_may_follow("announced", "cancelled"));
  EXPECT_FALSE(event_may_follow("cancelled", "announced"));
  EXPECT_FALSE(event_may_follow("announced", "draft"));
}

TEST(EventRules, TagsHaveNoMarks) {
  EXPECT_EQ(hashtag_of("Ora poveștilor"), "#OraPovestilor");
  EXPECT_EQ(hashtag_of("Biblioteca „Gavril Scridon”"), "#BibliotecaGavrilScridon");
  EXPECT_EQ(hashtag_of(" – "), "");
}

TEST(EventRules, ColoursAreRead) {
  const auto colour = read_colour("#1d4F91");
  ASSERT_TRUE(colour);
  EXPECT_EQ(colour->red, 0x1d);
  EXPECT_EQ(colour->green, 0x4f);
  EXPECT_EQ(colour->blue, 0x91);
  for (const char* wrong : {"", "1d4f91", "#1d4f9", "#1d4f9g", "#1d4f911"})
    EXPECT_FALSE(read_colour(wrong)) << wrong;
}

TEST(EventRules, PicturesAreKnownByTheirBytes) {
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0", 24);
  const auto facts = check_picture(png, 480);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->media, "image/png");
  EXPECT_EQ(facts->width, 640);
  EXPECT_EQ(facts->height, 480);
  EXPECT_EQ(check_picture(png, 481).error().message, "promotion.picture_small");
  const std::string jpeg("\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x0b\x08\x01\xe0\x02\x80", 17);
  EXPECT_EQ(check_picture(jpeg, 0)->width, 640);
  EXPECT_EQ(check_picture("GIF89a", 0).error().message, "promotion.picture_kind");
}

// Summer and winter, and a zone on the other side.
TEST(EventFeeds, TimesHaveTheirOffset) {
  EXPECT_EQ(with_offset(Date(2026, 7, 4), "17:00", "Europe/Bucharest"),
            "2026-07-04T17:00:00+03:00");
  EXPECT_EQ(with_offset(Date(2026, 1, 4), "17:00", "Europe/Bucharest"),
            "2026-01-04T17:00:00+02:00");
  EXPECT_EQ(with_offset(Date(2026, 1, 4), "17:00", "America/St_Johns"),
            "2026-01-04T17:00:00-03:30");
}

TEST(EventFeeds, DatesAreThoseOfMail) {
  EXPECT_EQ(rfc822("2026-06-09T07:00:00.123Z"), "Tue, 09 Jun 2026 07:00:00 GMT");
  EXPECT_EQ(rfc822("2028-02-29T23:59:59.000Z"), "Tue, 29 Feb 2028 23:59:59 GMT");
}

TEST(EventFeeds, JsonLdSaysWhatSearchEnginesAsk) {
  LibraryEvent both = evening();
  both.mode = "both";
  both.link = "https://example.ro/live";
  both.state = "cancelled";
  FeedHead head;
  head.zone = "Europe/Bucharest";
  const Json graph = events_json_ld(head, {evening(), both});
  EXPECT_EQ(graph["@context"].text(), "https://schema.org");
  const Json& first = graph["@graph"].items().at(0);
  EXPECT_EQ(first["@type"].text(), "Event");
  EXPECT_EQ(first["startDate"].text(), "2026-07-04T17:00:00+03:00");
  EXPECT_EQ(first["eventStatus"].text(), "https://schema.org/EventScheduled");
  EXPECT_EQ(first["eventAttendanceMode"].text(), "https://schema.org/OfflineEventAttendanceMode");
  EXPECT_EQ(first["location"]["@type"].text(), "Place");
  EXPECT_EQ(first["offers"]["price"].text(), "0");
  const Json& second = graph["@graph"].items().at(1);
  EXPECT_EQ(second["eventStatus"].text(), "https://schema.org/EventCancelled");
  EXPECT_EQ(second["location"].items().size(), 2U);
}

}  // namespace
}  // namespace metodica::coordination
