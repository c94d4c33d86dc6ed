// The feed of meetings and courses: for the whole county, one methodical centre, or courses only.

#include "app/calendars.hpp"
#include "app/settings.hpp"
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
  return form;
}

bool is_wanted(const Gathering& of, const Values& in) {
  const std::string centre = folded(in.text("centre"));
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

Result<Reply> run_calendar(Call& call, const Values& in) {
  const std::int64_t year = in.integer("year", call.today().year());
  Calendar calendar;
  calendar.name =
      call.say()("gathering.calendar", {{"institution", setting(call.work(), "institution.name")}});
  calendar.description = call.say()("gathering.year_sub");
  calendar.program = call.services().program();
  calendar.zone = call.services().zone();
  calendar.made_at = call.now_utc();
  for (const GatheringLine& line : gatherings(call.work(), year)) {
    if (is_wanted(line.gathering, in))
      calendar.events.push_back(event_of(call, line.gathering));
  }
  METODICA_TRY(std::string text, calendar_text(calendar));
  return Reply::document("calendar-" + std::to_string(year) + ".ics", calendar_type,
                         std::move(text));
}

}  // namespace

void add_gathering_calendar(ActionList& actions) {
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
