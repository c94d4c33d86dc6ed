// What the county told: at a library what came, at the county what went, with the form of a
// circular.

#include "modules/hub/county_news.hpp"
#include "modules/hub/hub_actions.hpp"

namespace metodica::hub {
namespace {

constexpr std::int64_t rows_shown = 50;

std::string kind_of(const CountyNews& news, const Messages& say) {
  const std::string id = "news." + news.subject;
  return say.has(id) ? say(id) : news.subject;
}

Form circular_form(const Messages& say) {
  Form form("circular", "hub.circular", say("hub.publish"));
  form.text("number", say("hub.circular_number")).required().longest(40);
  form.text("title", say("hub.circular_title")).required().longest(200);
  form.long_text("text", say("hub.circular_text")).required();
  return form;
}

Screen circulars_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("hub.circulars", say("news.circulars"));
  screen.sub(say("news.circulars_sub"));
  screen.form(circular_form(say), say, typed, problems);
  show_news(screen, call, say("news.sent_caption"));
  screen.actions({{say("hub.back"), "hub.link"}});
  return screen;
}

Result<Reply> run_circular(Call& call, const Values& in) {
  publish_circular(call, in);
  return Reply::go("hub.circulars", Json::object(), call.say()("news.sent"));
}

}  // namespace

std::int64_t publish_circular(Call& call, const Values& in) {
  return publish_news(call.work(), "circular", in.text("number"),
                      Json::object({{"title", in.text("title")}, {"text", in.text("text")}}),
                      call.now_utc());
}

void show_news(Screen& screen, Call& call, const std::string& caption) {
  const Messages& say = call.say();
  Table table("news");
  table.caption(caption)
      .column("kind", say("news.kind"))
      .column("number", say("hub.circular_number"))
      .column("title", say("hub.circular_title"))
      .column("at", say("hub.at"))
      .empty(say("sync.no_news"));
  for (const CountyNews& news : newest_news(call.work(), rows_shown)) {
    if (!news.body.is_null())
      table.row({kind_of(news, say), news.key,
                 Cell(news.body["title"].text()).note(news.body["text"].text()),
                 shown_time(news.at_utc, say)});
  }
  screen.table(table);
}

void add_news_screens(ActionList& actions) {
  actions.push_back({"hub.circulars",
                     ActionKind::read,
                     county,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(circulars_screen(call, {}, {}));
                     },
                     {}});
  actions.push_back(
      {"hub.circular",
       ActionKind::write,
       county,
       "screen",
       circular_form,
       R"({"number":"12","title":"Raportarea anuală","text":"Până la 31 ianuarie."})",
       {},
       run_circular,
       [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
         return Reply::screen(circulars_screen(call, typed, problems));
       }});
}

}  // namespace metodica::hub
