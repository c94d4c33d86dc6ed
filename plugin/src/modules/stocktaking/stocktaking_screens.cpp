// The list of sessions, the opening, the minutes.

#include "modules/stocktaking/stocktaking_screens.hpp"

#include <set>

#include "app/settings.hpp"
#include "modules/stocktaking/loans_actions.hpp"
#include "modules/stocktaking/stocktaking_forms.hpp"
#include "modules/stocktaking/stocktaking_screens_parts.hpp"
#include "text/numbers.hpp"

namespace metodica::stocktaking {
namespace {

void add_due(Call& call, const std::vector<Session>& list, Screen& screen) {
  const Messages& say = call.say();
  Table table("due");
  table.caption(say("stocktaking.due_caption"));
  table.column("custody", say("stocktaking.custody"));
  table.column("last", say("stocktaking.last_done"), CellKind::date);
  table.column("units", say("stocktaking.units"), CellKind::integer);
  table.column("due", say("stocktaking.due_by"), CellKind::date);
  table.column("state", say("stocktaking.state"), CellKind::tag);
  std::set<std::string> named;
  for (const auto& row : list) {  // newest first: the first closed one of a custody is its last
    if (!row.closed || !named.insert(row.custody).second)
      continue;
    const auto close = close_of(call.work(), row.session);
    const Date due = due_by(close->ended_on, row.expected);
    const bool late = due < call.today();
    table.row({custody_name(say, row.custody), close->ended_on.shown(say.lang()),
               shown_integer(row.expected, say.lang()), due.shown(say.lang()),
               Cell::tag(say(late ? "stocktaking.due_late" : "stocktaking.due_later"),
                         late ? Level::bad : Level::good)});
  }
  if (table.rows() == 0)
    return;
  screen.table(table);
  screen.say(say("stocktaking.due_note"));
}

}  // namespace

std::string custody_name(const Messages& say, const std::string& custody) {
  return custody.empty() ? say("stocktaking.whole_library") : custody;
}

std::string act_name(const Messages& say, const std::string& number, Date date) {
  return number + "/" + date.shown(say.lang());
}

std::vector<std::string> step_names(const Messages& say) {
  return {say("stocktaking.step1"), say("stocktaking.step2"), say("stocktaking.step3"),
          say("stocktaking.step4"), say("stocktaking.step5")};
}

Screen session_frame(Call& call, std::string id, const Session& session, std::size_t at) {
  const Messages& say = call.say();
  Screen screen(std::move(id), say("stocktaking.session_title",
                                   {{"custody", custody_name(say, session.custody)}}));
  screen.sub(say("stocktaking.session_sub",
                 {{"decision", act_name(say, session.decision_number, session.decision_date)},
                  {"reason", say("stocktaking.reason." + session.reason)},
                  {"count", session.expected}}));
  screen.steps(session.closed ? 6 : at, step_names(say));
  return screen;
}

Json session_args(const Session& session) {
  return Json::object({{"session", session.session}});
}

Screen list_screen(Call& call) {
  const Messages& say = call.say();
  Screen screen("stocktaking.list", say("stocktaking.list_title"));
  screen.sub(say("stocktaking.list_sub"));
  const auto list = sessions(call.work());
  Table table("sessions");
  table.column("session", say("stocktaking.session"), CellKind::integer);
  table.column("custody", say("stocktaking.custody"));
  table.column("decision", say("stocktaking.decision"));
  table.column("starts_on", say("stocktaking.starts_on"), CellKind::date);
  table.column("expected", say("stocktaking.expected"), CellKind::integer);
  table.column("state", say("stocktaking.state"), CellKind::tag);
  table.empty(say("stocktaking.none_yet"));
  for (const auto& row : list) {
    const char* state = row.closed   ? "stocktaking.state_closed"
                        : row.stated ? "stocktaking.state_counting"
                                     : "stocktaking.state_opened";
    table.row({Cell::link(std::to_string(row.session),
                          row.closed ? "stocktaking.differences" : "stocktaking.session",
                          session_args(row)),
               custody_name(say, row.custody),
               act_name(say, row.decision_number, row.decision_date),
               row.starts_on.shown(say.lang()), shown_integer(row.expected, say.lang()),
               Cell::tag(say(state), row.closed ? Level::good : Level::info)});
  }
  screen.table(table);
  Button start{say("stocktaking.new"), "stocktaking.new"};
  start.primary = true;
  screen.actions({start});
  add_due(call, list, screen);
  return screen;
}

Screen open_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("stocktaking.new", say("stocktaking.open_title"));
  screen.sub(say("stocktaking.open_sub"));
  screen.steps(1, step_names(say));
  screen.text(say("stocktaking.open_text"));
  const Json usual = Json::object(
      {{"reason", "periodic"}, {"method", "scanning"}, {"starts_on", call.today().iso()}});
  screen.form(open_form(say), say, typed.is_object() ? typed : usual, problems);
  return screen;
}

Screen copy_screen(Call& call, const Session& session, const ExpectedState& row, const Json& typed,
                   const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen = session_frame(call, "stocktaking.copy", session, 4);
  screen.heading(row.copy.number.shown_with_register() + " · " + row.copy.title);
  screen.text(row.copy.author + "\n" + row.copy.call_number + "\n" +
              row.copy.value.shown(say.lang()) + " " + say("stocktaking.lei"));
  if (!row.away_proof.empty())
    screen.say(row.away_proof);
  if (!row.worn.empty())
    screen.say(say("stocktaking.note.worn") + ": " + row.worn);
  const Json usual = Json::object({{"session", session.session},
                                   {"register", row.copy.number.register_code},
                                   {"number", row.copy.number.number},
                                   {"kind", "explanation"},
                                   {"text", row.explanation}});
  if (!session.closed)
    screen.form(note_form(say), say, typed.is_object() ? typed : usual, problems);
  return screen;
}

Screen closing_screen(Call& call, const Session& session, const Json& typed,
                      const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen = session_frame(call, "stocktaking.closing", session, 5);
  add_balance(call, balance(call.work(), session.session), screen);
  screen.text(say("stocktaking.close_text"));
  const Json usual = Json::object({{"session", session.session},
                                   {"minutes_date", call.today().iso()},
                                   {"ended_on", call.today().iso()}});
  screen.form(close_form(say), say, typed.is_object() ? typed : usual, problems);
  return screen;
}

std::vector<MenuEntry> menu_entries() {
  const std::vector<std::string> who = {"librarian", "keeper",     "commission",
                                        "manager",   "accountant", "methodologist"};
  return {{"stocktaking.list", "menu.stocktaking.list", 10, who, "stocktaking.list", "stocktaking"},
          {"stocktaking.new",
           "menu.stocktaking.new",
           20,
           {"commission", "manager"},
           "stocktaking.new",
           "stocktaking"},
          loans_menu_entry()};
}

}  // namespace metodica::stocktaking
