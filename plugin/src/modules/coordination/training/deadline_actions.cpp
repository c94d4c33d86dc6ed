// Deadlines on screen; they go out with the calendar feed of deadlines.

#include "modules/coordination/training/deadline_store.hpp"
#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"

namespace metodica::coordination {
namespace {

Form deadline_form(const Messages& say) {
  Form form("deadline", "coordination.keep_deadline", say("deadline.keep"));
  form.integer("number", say("deadline.number")).min(std::int64_t{1}).fixed();
  form.date("day", say("deadline.day")).required();
  form.text("title", say("deadline.title")).required().longest(200);
  form.text("reference", say("deadline.reference"))
      .longest(200)
      .help(say("deadline.reference_help"));
  form.long_text("about", say("deadline.about"));
  return form;
}

Form list_form(const Messages& say) {
  Form form("year", "coordination.deadlines", say("common.open"));
  form.reads();
  form.integer("year", say("gathering.year")).min(std::int64_t{1990}).max(std::int64_t{2200});
  form.integer("number", say("deadline.number")).min(std::int64_t{1});
  return form;
}

Json values_of(const Deadline& of) {
  return Json::object({{"number", of.number},
                       {"day", of.day.iso()},
                       {"title", of.title},
                       {"reference", of.reference},
                       {"about", of.about}});
}

Result<Reply> deadlines_screen(Call& call, std::int64_t year, std::int64_t number,
                               const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("coordination.deadlines",
                say("deadline.title_year", {{"year", std::to_string(year)}}));
  screen.sub(say("deadline.sub"));
  Table table("deadlines");
  table.column("day", say("deadline.day"), CellKind::date)
      .column("title", say("deadline.title"))
      .column("reference", say("deadline.reference"))
      .empty(say("deadline.none"));
  for (const Deadline& of : deadlines(call.work(), year)) {
    table.row({of.day.shown(say.lang()),
               Cell::link(of.title, "coordination.deadlines",
                          Json::object({{"year", year}, {"number", of.number}}))
                   .note(of.about),
               of.reference});
  }
  screen.table(table);
  screen.actions({{say("gathering.feed"), "coordination.calendar",
                   Json::object({{"year", year}, {"what", "deadlines"}})}});
  if (call.caller().roles.any_of(arrangers)) {
    const auto known = deadline(call.work(), number);
    screen.heading(say(known ? "deadline.change" : "deadline.new"));
    const Json values = typed.is_object() ? typed : known ? values_of(*known) : Json();
    screen.form(deadline_form(say), say, values, problems);
  }
  return Reply::screen(screen);
}

Result<Reply> run_keep(Call& call, const Values& in) {
  Deadline of;
  of.number = in.integer("number");
  if (of.number == 0) {
    of.number = call.work().take("deadline");
  } else {
    const auto before = deadline(call.work(), of.number);
    if (!before)
      return Unexpected(Problem(METODICA_NOT_FOUND, "deadline.unknown").at("number"));
    of.revision = before->revision + 1;
  }
  of.day = in.date("day");
  of.title = in.text("title");
  of.about = in.text("about");
  of.reference = in.text("reference");
  of.changed_at = call.now_utc();
  keep_deadline(call.work(), of);
  return Reply::go("coordination.deadlines", Json::object({{"year", of.day.year()}}),
                   call.say()("deadline.kept"));
}

}  // namespace

void add_deadline_actions(ActionList& actions) {
  actions.push_back({"coordination.deadlines",
                     ActionKind::read,
                     gathering_readers,
                     "screen",
                     list_form,
                     R"({"year":2026})",
                     {},
                     [](Call& call, const Values& in) {
                       return deadlines_screen(call, in.integer("year", call.today().year()),
                                               in.integer("number"), {}, {});
                     },
                     {}});
  actions.push_back({"coordination.keep_deadline",
                     ActionKind::write,
                     arrangers,
                     "screen",
                     deadline_form,
                     R"({"day":"2026-02-28","title":"CULT 1 pentru anul 2025"})",
                     {},
                     run_keep,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return deadlines_screen(call, call.today().year(), typed["number"].integer(),
                                               typed, problems);
                     }});
}

}  // namespace metodica::coordination
