// Public events through door 1: written once, then feeds, posters, posts and the archive.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "json/base64.hpp"
#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;
using testing::Not;

Json reading() {
  return Json::object({{"title", "Ora poveștilor <cu> & „tâlc”"},
                       {"kind", "reading"},
                       {"day", "2027-03-13"},
                       {"starts", "17:00"},
                       {"ends", "19:00"},
                       {"mode", "in_person"},
                       {"place", "Sala de lectură, Florești"},
                       {"audience", "copii de 6–10 ani"},
                       {"host", "Biblioteca Comunală Florești"},
                       {"about", "Citim împreună."},
                       {"free", true}});
}

class Promotion : public DoorTest {
 protected:
  void prepare() override { door().set_roles({"librarian"}); }

  void announce() {
    door().good("coordination.keep_event", reading());
    door().good("coordination.event_state", Json::object({{"number", 1}, {"state", "announced"}}));
  }
  std::string feed(const char* action) {
    return Door::bytes_of(
        door().good(action, Json::object({{"from", "2027-01-01"}, {"to", "2027-12-31"}})));
  }
  static Json poster(const char* size, const char* form) {
    return Json::object({{"number", 1},
                         {"size", size},
                         {"form", form},
                         {"title", "Ora poveștilor"},
                         {"day", "sâmbătă, 13 martie 2027"},
                         {"time", "17:00–19:00"},
                         {"place", "Sala de lectură, Florești"}});
  }
};

TEST_P(Promotion, FeedsTellWhatWasAnnounced) {
  door().good("coordination.keep_event", reading());
  EXPECT_THAT(feed("coordination.events_json_ld"), Not(HasSubstr("Ora")));
  door().good("coordination.event_state", Json::object({{"number", 1}, {"state", "announced"}}));
  EXPECT_THAT(feed("coordination.events_json_ld"), HasSubstr("2027-03-13T17:00:00+02:00"));
  const std::string calendar = Door::bytes_of(
      door().good("coordination.calendar", Json::object({{"year", 2027}, {"what", "events"}})));
  EXPECT_THAT(calendar, HasSubstr("DTSTART;TZID=Europe/Bucharest:20270313T170000"));
  EXPECT_THAT(calendar, HasSubstr("STATUS:CONFIRMED"));
  door().good("coordination.event_state", Json::object({{"number", 1}, {"state", "cancelled"}}));
  EXPECT_THAT(feed("coordination.events_json_ld"), HasSubstr("EventCancelled"));
  EXPECT_EQ(door()
                .call("coordination.event_state",
                      Json::object({{"number", 1}, {"state", "announced"}}))["message"]
                .text(),
            "event.no_step");
}

// The rules of RSS 2.0.11 for what we write: one of each element, dates of mail, unique guids,
// addresses where addresses belong, nothing unknown.
TEST_P(Promotion, TheRssFeedIsStrictlyValid) {
  announce();
  EXPECT_EQ(door().call("coordination.events_rss")["message"].text(), "event.no_site");
  door().set_roles({"administrator"});
  door().good("institution.save", Json::object({{"institution_name", "Biblioteca „Ioan” & fiii"},
                                                {"institution_site", "https://www.example.ro/"}}));
  const std::string rss = feed("coordination.events_rss");
  EXPECT_THAT(rss, HasSubstr("<title>Ora poveștilor &lt;cu&gt; &amp; „tâlc”</title>"));
  const auto file = door().folder() / "events.xml";
  const auto script = door().folder() / "valid.py";
  std::ofstream(file, std::ios::binary) << rss;
  std::ofstream(script) << R"(
import sys, xml.etree.ElementTree as E, email.utils as D
root = E.parse(sys.argv[1]).getroot()
assert root.tag == 'rss' and root.attrib == {'version': '2.0'} and len(root) == 1
channel = root[0]
def texts(of, allowed, needed):
    found = {}
    for one in of:
        if one.tag == 'item': continue
        assert one.tag in allowed and one.tag not in found, one.tag
        assert len(one) == 0 and one.text and one.text.strip(), one.tag
        found[one.tag] = one
    assert set(needed) <= set(found), found
    return found
head = texts(channel, ['title','link','description','language','lastBuildDate','generator','docs','ttl'],
             ['title','link','description'])
assert D.parsedate_tz(head['lastBuildDate'].text) and head['ttl'].text.isdigit()
guids = set()
items = channel.findall('item')
assert len(items) == 1
for item in items:
    parts = texts(item, ['title','link','description','category','guid','pubDate'], ['title'])
    assert parts['guid'].attrib == {'isPermaLink': 'false'}
    guids.add(parts['guid'].text)
    when = D.parsedate_to_datetime(parts['pubDate'].text)
    assert D.format_datetime(when, usegmt=True) == parts['pubDate'].text
    assert parts['link'].text.startswith('https://')
assert len(guids) == len(items)
)";
  EXPECT_EQ(std::system(("python3 '" + script.string() + "' '" + file.string() + "'").c_str()), 0);
}

TEST_P(Promotion, PostersAreMadeAndKeptInTheArchive) {
  announce();
  const std::string shown =
      door().good("coordination.poster", Json::object({{"number", 1}})).dump();
  EXPECT_THAT(shown, HasSubstr("sâmbătă, 13 martie 2027"));
  EXPECT_THAT(shown, HasSubstr("<svg"));
  const std::string png =
      Door::bytes_of(door().good("coordination.poster_file", poster("square", "png")));
  EXPECT_EQ(png.substr(1, 3), "PNG");
  EXPECT_EQ(
      Door::bytes_of(door().good("coordination.poster_file", poster("dl", "pdf"))).substr(0, 5),
      "%PDF-");
  const std::string archive = door().good("coordination.promotions").dump();
  EXPECT_THAT(archive, HasSubstr("1080 × 1080"));
  EXPECT_THAT(archive, HasSubstr("99 × 210"));
}

TEST_P(Promotion, WhatCannotBeReadIsRefused) {
  announce();
  Json args = poster("square", "png");
  args.set("accent", "#ffcc00");
  const Json pale = door().call("coordination.poster_file", args);
  EXPECT_EQ(pale["message"].text(), "documents.poster_contrast");
  EXPECT_EQ(pale["field"].text(), "accent");
  EXPECT_THAT(pale["text"].text(), HasSubstr("4.5"));
  args = poster("square", "png");
  std::string about;
  for (int i = 0; i < 50; ++i)
    about += "foarte mult text ";
  args.set("about", about.substr(0, 690));
  args.set("title", about.substr(0, 300));
  const Json full = door().call("coordination.poster_file", args);
  EXPECT_EQ(full["message"].text(), "promotion.too_long");
  EXPECT_THAT(door().good("coordination.promotions").dump(), Not(HasSubstr("1080")))
      << "what was not made is not in the archive";
}

TEST_P(Promotion, PicturesAreChecked) {
  announce();
  const auto keep = [&](const std::string& bytes, const char* slot) {
    return door().call(
        "coordination.keep_picture",
        Json::object(
            {{"event", 1},
             {"slot", slot},
             {"alt", "Copii citind"},
             {"file", Json::object({{"name", "a.png"}, {"base64", base64_encoded(bytes)}})}}));
  };
  EXPECT_EQ(keep("GIF89a", "photo1")["message"].text(), "promotion.picture_kind");
  EXPECT_EQ(keep("x", "county_logo")["message"].text(), "promotion.slot_wrong");
  const std::string photo =
      Door::bytes_of(door().good("coordination.poster_file", poster("square", "png")));
  EXPECT_EQ(keep(photo.substr(0, 8) + photo.substr(8, 200), "photo1")["kind"].text(), "screen")
      << "its size is right; what is broken shows when it is drawn";
  Json args = poster("link", "png");
  args.set("photos", true);
  EXPECT_EQ(door().call("coordination.poster_file", args)["message"].text(),
            "documents.image_broken");
  keep(photo, "photo1");
  EXPECT_EQ(Door::bytes_of(door().good("coordination.poster_file", args)).substr(1, 3), "PNG");
  door().good("coordination.drop_picture", Json::object({{"event", 1}, {"slot", "photo1"}}));
  EXPECT_THAT(door().good("coordination.event_pictures", Json::object({{"event", 1}})).dump(),
              Not(HasSubstr("Copii citind")));
}

TEST_P(Promotion, ThePostIsReadyToBeCopied) {
  announce();
  const std::string page =
      door().good("coordination.announcement", Json::object({{"number", 1}})).dump();
  EXPECT_THAT(page, HasSubstr("#BibliotecaComunalaFloresti"));
  EXPECT_THAT(page, HasSubstr("Când: sâmbătă, 13 martie 2027, 17:00–19:00"));
  EXPECT_THAT(page, HasSubstr("Afiș: Ora poveștilor"));
  door().good("coordination.keep_announcement", Json::object({{"number", 1}, {"text", "Veniți!"}}));
  EXPECT_THAT(door().good("coordination.promotions").dump(), HasSubstr("Veniți!"));
}

METODICA_ON_SHARED_ENGINES(Promotion);

}  // namespace
}  // namespace metodica::test
