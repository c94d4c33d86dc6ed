// The feeds of events for web pages and readers of news.

#include "app/settings.hpp"
#include "modules/coordination/promotion/event_feeds.hpp"
#include "modules/coordination/promotion/promotion_actions.hpp"

namespace metodica::coordination {
namespace {

Form feed_form(const Messages& say, const char* action) {
  Form form("feed", action, say("common.open"));
  form.reads();
  form.date("from", say("event.from"));
  form.date("to", say("event.to"));
  return form;
}

Result<FeedHead> head_of(Call& call) {
  FeedHead head;
  head.site = setting(call.work(), "institution.site");
  const bool web = head.site.starts_with("https://") || head.site.starts_with("http://");
  if (!web)
    return Unexpected({METODICA_CONFLICT, "event.no_site"});
  head.title =
      call.say()("event.feed_title", {{"institution", setting(call.work(), "institution.name")}});
  head.description = call.say()("event.feed_text");
  head.lang = call.say().lang();
  head.program = call.services().program();
  head.zone = call.services().zone();
  head.made_at = call.now_utc();
  return head;
}

// What is only being prepared is not told.
std::vector<LibraryEvent> public_events(Call& call, const Values& in) {
  const Date from = in.has("from") ? in.date("from") : call.today();
  std::vector<LibraryEvent> all =
      events(call.work(), from, in.has("to") ? in.date("to") : from.plus_months(12));
  std::erase_if(all, [](const LibraryEvent& event) { return event.state == "draft"; });
  return all;
}

Result<Reply> run_rss(Call& call, const Values& in) {
  METODICA_TRY(const FeedHead head, head_of(call));
  return Reply::document("events.xml", "application/rss+xml; charset=utf-8",
                         events_rss(head, public_events(call, in), call.say()));
}

Result<Reply> run_json_ld(Call& call, const Values& in) {
  FeedHead head;
  head.zone = call.services().zone();
  return Reply::document("events.jsonld", "application/ld+json",
                         events_json_ld(head, public_events(call, in)).dump() + "\n");
}

}  // namespace

void add_event_feeds(ActionList& actions) {
  constexpr const char* example = R"({"from":"2026-01-01","to":"2026-12-31"})";
  actions.push_back({"coordination.events_rss",
                     ActionKind::read,
                     {},
                     "document",
                     [](const Messages& say) { return feed_form(say, "coordination.events_rss"); },
                     example,
                     {},
                     run_rss,
                     {}});
  actions.push_back(
      {"coordination.events_json_ld",
       ActionKind::read,
       {},
       "document",
       [](const Messages& say) { return feed_form(say, "coordination.events_json_ld"); },
       example,
       {},
       run_json_ld,
       {}});
}

}  // namespace metodica::coordination
