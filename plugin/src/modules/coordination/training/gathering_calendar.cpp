// The feeds: all, one methodical centre, one library, training only, deadlines.

#include <map>

#include "app/calendars.hpp"
#include "app/settings.hpp"
#include "modules/coordination/network/unit_store.hpp"
#include "modules/coordination/promotion/event_store.hpp"
#include "modules/coordination/training/deadline_store.hpp"
#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

Form calendar_form(const Messages& say) {
  Form form("calendar", "coordination.calendar", say("common.open"));
  form.reads();
  form.integer("year", say("gathering.year")).min(std::int64_t{1990}).max(std::int64_t{2200});
  form.text("centre", say("coordination.centre")).longest(100);
  Field& kind = form.choice("kind", say("gathering.kind"));
  for (const auto& code : gathering_kinds())
    kind.option(code, say("gathering.kind." + code));
  Field& what = form.choice("what", say("gathering.feed_what"));
  for (const char* code : {"training", "meetings", "deadlines", "events"})
    what.option(code, say(std::string("gathering.feed_what.") + code));
  form.integer("unit", say("gathering.feed_unit")).min(std::int64_t{1});
  return form;
}

// A library belongs to the centre that the directory gives it; "" when it has none.
std::string centre_of(Call& call, const Values& in) {
  if (!in.has("unit"))
    return folded(in.text("centre"));
  for (const Unit& unit : units(call.work())) {
    if (unit.siruta == in.integer("unit"))
      return folded(unit.methodical_centre);
  }
  return {};
}

bool is_wanted(const Gathering& of, const Values& in, const std::string& centre) {
  const std::string& what = in.text("what");
  if (what == "events" || (what == "training" && of.kind != "course") ||
      (what == "meetings" && of.kind == "course") || what == "deadlines")
    return false;
  // Of a library without a centre only what is for the whole county.
  if (in.has("unit") && centre.empty() && !of.centre.empty())
    return false;
  const bool here = centre.empty() || of.centre.empty() || folded(of.centre) == centre;
  const bool this_kind = !in.has("kind") || in.text("kind") == of.kind;
  return here && this_kind && of.state != "planned";
}

CalendarEvent event_of(Call& call, const Gathering& of) {
  const Messages& say = call.say();
  CalendarEvent event;
  event.uid = "gathering-" + std::to_string(of.number) + "@" + call.caller().library;
  event.summary = of.title;
  event.description = say("gathering.kind." + of.kind);
  if (!of.about.empty())
    event.description += "\n" + of.about;
  event.location = of.mode == "online" ? say("gathering.mode.online") : of.place;
  event.category = of.kind == "course" ? say("gathering.courses") : say("gathering.meetings");
  event.day = of.day;
  event.starts = of.starts;
  event.ends = of.ends;
  event.revision = of.revision;
  event.changed_at = of.changed_at;
  event.state = of.state == "cancelled" ? EventState::cancelled : EventState::confirmed;
  return event;
}

CalendarEvent event_of(Call& call, const Deadline& of) {
  CalendarEvent event;
  event.uid = "deadline-" + std::to_string(of.number) + "@" + call.caller().library;
  event.summary = of.title;
  event.description = of.about;
  if (!of.reference.empty())
    event.description += (of.about.empty() ? "" : "\n") + of.reference;
  event.category = call.say()("gathering.feed_what.deadlines");
  event.day = of.day;
  event.revision = of.revision;
  event.changed_at = of.changed_at;
  return event;
}

CalendarEvent event_of(Call& call, const LibraryEvent& of) {
  CalendarEvent event;
  event.uid = "event-" + std::to_string(of.number) + "@" + of.library;
  event.summary = of.title;
  event.description = of.host;
  if (!of.about.empty())
    event.description += "\n" + of.about;
  if (!of.link.empty())
    event.description += "\n" + of.link;
  event.location = of.mode == "online" ? call.say()("event.mode.online") : of.place;
  event.category = call.say()("event.kind." + of.kind);
  event.day = of.day;
  event.starts = of.starts;
  event.ends = of.ends;
  event.revision = of.revision;
  event.changed_at = of.changed_at;
  event.state = of.state == "cancelled" ? EventState::cancelled : EventState::confirmed;
  return event;
}

// Public events belong to a library and to no centre.
void add_events(Call& call, const Values& in, int year, Calendar& calendar) {
  const std::string& what = in.text("what");
  const bool wanted = (what.empty() || what == "events") && !in.has("kind") && !in.has("centre");
  if (!wanted)
    return;
  for (const LibraryEvent& of : events(call.work(), Date(year, 1, 1), Date(year, 12, 31))) {
    const bool here = !in.has("unit") || of.unit == in.integer("unit");
    if (here && of.state != "draft")
      calendar.events.push_back(event_of(call, of));
  }
}

Result<Reply> run_calendar(Call& call, const Values& in) {
  const std::int64_t year = in.integer("year", call.today().year());
  Calendar calendar;
  calendar.name =
      call.say()("gathering.calendar", {{"institution", setting(call.work(), "institution.name")}});
  calendar.description = call.say()("gathering.year_sub");
  calendar.program = call.services().program();
  calendar.zone = call.services().zone();
  calendar.made_at = call.now_utc();
  const std::string centre = centre_of(call, in);
  for (const Gathering& of : gatherings_alone(call.work(), year)) {
    if (is_wanted(of, in, centre))
      calendar.events.push_back(event_of(call, of));
  }
  if (!in.has("kind") && (in.text("what").empty() || in.text("what") == "deadlines")) {
    for (const Deadline& of : deadlines(call.work(), year))
      calendar.events.push_back(event_of(call, of));
  }
  add_events(call, in, static_cast<int>(year), calendar);
  METODICA_TRY(std::string text, calendar_text(calendar));
  return Reply::document("calendar-" + std::to_string(year) + ".ics", calendar_type,
                         std::move(text));
}

// Every feed with its file, so that nobody has to know the arguments.
Result<Reply> run_feeds(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = in.integer("year", call.today().year());
  Screen screen("coordination.feeds", say("menu.coordination.feeds"));
  screen.sub(say("gathering.feeds_sub"));
  Table table("feeds");
  table.column("name", say("gathering.feed_name"));
  const auto add = [&](const std::string& name, const char* field, Json value) {
    Json args = Json::object({{"year", year}});
    if (!value.is_null())
      args.set(field, std::move(value));
    table.row({Cell::link(name, "coordination.calendar", args)});
  };
  add(say("gathering.feed_what.all"), "", {});
  for (const char* what : {"training", "meetings", "deadlines", "events"})
    add(say(std::string("gathering.feed_what.") + what), "what", what);
  std::map<std::string, std::vector<const Unit*>> centres;
  const std::vector<Unit> all = units(call.work());
  for (const Unit& unit : all)
    centres[unit.methodical_centre].push_back(&unit);
  for (const auto& [centre, members] : centres) {
    if (!centre.empty())
      add(say("gathering.feed_centre", {{"centre", centre}}), "centre", centre);
    for (const Unit* unit : members)
      add(unit->name, "unit", unit->siruta);
  }
  screen.table(table);
  return Reply::screen(screen);
}

}  // namespace

void add_gathering_calendar(ActionList& actions) {
  actions.push_back({"coordination.feeds",
                     ActionKind::read,
                     {},
                     "screen",
                     [](const Messages& say) { return year_form(say, "coordination.feeds"); },
                     R"({"year":2026})",
                     {},
                     run_feeds,
                     {}});
  actions.push_back({"coordination.calendar",
                     ActionKind::read,
                     {},
                     "document",
                     calendar_form,
                     R"({"year":2026,"centre":"Gherla","kind":"course"})",
                     {},
                     run_calendar,
                     {}});
}

}  // namespace metodica::coordination
