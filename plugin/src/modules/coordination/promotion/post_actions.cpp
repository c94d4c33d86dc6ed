// The text of a post for the page of the county's libraries, ready to be copied. It is not sent
// from here: a person pastes it, and what was used is kept.

#include "app/settings.hpp"
#include "modules/coordination/promotion/picture_store.hpp"
#include "modules/coordination/promotion/promotion_actions.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t longest_post = 5000;
constexpr std::size_t usual_short = 500;  // what most servers of Mastodon take

Form post_form(const Messages& say) {
  Form form("post", "coordination.keep_announcement", say("promotion.keep_post"));
  form.text("of", say("event.library")).longest(60).fixed();
  form.integer("number", say("event.number")).required().min(std::int64_t{1}).fixed();
  form.long_text("text", say("promotion.post_text"))
      .required()
      .longest(longest_post)
      .help(say("promotion.post_help"));
  form.long_text("alt", say("promotion.alt")).longest(1000).help(say("promotion.alt_help"));
  return form;
}

Form open_form(const Messages& say) {
  Form form("post", "coordination.announcement", say("common.open"));
  form.reads();
  form.text("of", say("event.library")).longest(60);
  form.integer("number", say("event.number")).required().min(std::int64_t{1});
  return form;
}

std::string tags_of(const LibraryEvent& of, const Messages& say) {
  std::string tags;
  for (const std::string& words :
       {say("promotion.tag"), say("event.kind." + of.kind), of.host, of.place}) {
    const std::string tag = hashtag_of(words);
    const bool useful = !tag.empty() && tag.size() <= 40 && tags.find(tag) == std::string::npos;
    if (useful)
      tags += (tags.empty() ? "" : " ") + tag;
  }
  return tags;
}

std::string post_of(const LibraryEvent& of, const Messages& say) {
  const std::string time = of.starts + (of.ends.empty() ? "" : "–" + of.ends);
  std::string text = of.title + "\n\n";
  if (!of.about.empty())
    text += of.about + "\n\n";
  text += say("promotion.post_when", {{"day", long_day(of.day, say)}, {"time", time}}) + "\n";
  text += say("promotion.post_where",
              {{"place", of.place.empty() ? say("event.mode.online") : of.place}}) +
          "\n";
  if (!of.audience.empty())
    text += say("promotion.post_who", {{"audience", of.audience}}) + "\n";
  if (of.free)
    text += say("promotion.free") + ".\n";
  if (!of.link.empty())
    text += of.link + "\n";
  return text + "\n" + of.host + "\n\n" + tags_of(of, say);
}

// What the poster says, for who cannot see it.
std::string alt_of(const LibraryEvent& of, const Messages& say) {
  return say("promotion.alt_text",
             {{"title", of.title},
              {"day", long_day(of.day, say)},
              {"time", of.starts},
              {"place", of.place.empty() ? say("event.mode.online") : of.place},
              {"host", of.host}});
}

Result<Reply> post_screen(Call& call, const std::string& library, std::int64_t number,
                          const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const LibraryEvent of, known_event(call, library, number));
  Screen screen("coordination.announcement", say("promotion.post"));
  screen.sub(of.title + " · " + long_day(of.day, say));
  const std::string text = post_of(of, say);
  if (text.size() > usual_short)
    screen.say(say("promotion.post_long"), Level::info);
  Json values = typed;
  if (!typed.is_object()) {
    values = Json::object(
        {{"of", of.library}, {"number", of.number}, {"text", text}, {"alt", alt_of(of, say)}});
  }
  screen.form(post_form(say), say, values, problems);
  Json square = Json::object({{"of", of.library}, {"number", of.number}});
  screen.actions({{say("promotion.make"), "coordination.poster", square}});
  return Reply::screen(screen);
}

Result<Reply> run_keep(Call& call, const Values& in) {
  METODICA_TRY(const LibraryEvent of, known_event(call, in.text("of"), in.integer("number")));
  Made made;
  made.number = call.work().take("promotion_made");
  made.event_library = of.library;
  made.event = of.number;
  made.form = "post";
  made.made = in.text("text");
  made.made_by = call.caller().user;
  made.made_at = call.now_utc();
  keep_made(call.work(), made);
  return Reply::go("coordination.promotions",
                   Json::object({{"of", of.library}, {"number", of.number}}),
                   call.say()("promotion.post_kept"));
}

}  // namespace

void add_post_actions(ActionList& actions) {
  actions.push_back({"coordination.announcement",
                     ActionKind::read,
                     event_writers,
                     "screen",
                     open_form,
                     R"({"number":1})",
                     {},
                     [](Call& call, const Values& in) {
                       return post_screen(call, in.text("of"), in.integer("number"), {}, {});
                     },
                     {}});
  actions.push_back({"coordination.keep_announcement",
                     ActionKind::write,
                     event_writers,
                     "screen",
                     post_form,
                     R"({"number":1,"text":"Ora poveștilor, sâmbătă la 17."})",
                     {},
                     run_keep,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return post_screen(call, typed["of"].text(), typed["number"].integer(),
                                          typed, problems);
                     }});
}

}  // namespace metodica::coordination
