// Meetings and courses on screen: the year, one of them with its people, and its details.

#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Level level_of(const std::string& state) {
  if (state == "held")
    return Level::good;
  return state == "cancelled" ? Level::bad : Level::info;
}

std::string when(const Gathering& of, const Messages& say) {
  return of.day.shown(say.lang()) + ", " + of.starts + "–" + of.ends;
}

std::string where(const Gathering& of, const Messages& say) {
  if (of.mode == "online")
    return say("gathering.mode.online");
  return of.mode == "both" ? of.place + " · " + say("gathering.mode.both") : of.place;
}

Table year_table(Call& call, std::int64_t year) {
  const Messages& say = call.say();
  Table table("gatherings");
  table.column("day", say("gathering.day"), CellKind::date)
      .column("title", say("gathering.title"))
      .column("kind", say("gathering.kind"))
      .column("where", say("gathering.where"))
      .column("registered", say("gathering.registered"), CellKind::integer)
      .column("present", say("gathering.present"), CellKind::integer)
      .column("state", say("gathering.state"), CellKind::tag)
      .empty(say("gathering.none"));
  for (const GatheringLine& line : gatherings(call.work(), year)) {
    const Gathering& of = line.gathering;
    const auto shown = [&](std::int64_t count) { return shown_integer(count, say.lang()); };
    table.row(
        {Cell(of.day.shown(say.lang())).note(of.starts + "–" + of.ends),
         Cell::link(of.title, "coordination.gathering", Json::object({{"number", of.number}}))
             .note(of.topic.empty() ? "" : say("gathering.topic." + of.topic)),
         say("gathering.kind." + of.kind), Cell(where(of, say)).note(of.centre),
         Cell(shown(line.registered))
             .note(line.waiting == 0 ? ""
                                     : say("gathering.waiting_count", {{"count", line.waiting}})),
         shown(line.present), Cell::tag(say("gathering.state." + of.state), level_of(of.state))});
  }
  return table;
}

Button writing(std::string label, std::string action, Json args) {
  Button button{std::move(label), std::move(action), std::move(args)};
  button.writes = true;
  return button;
}

Result<Reply> run_year(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = in.integer("year", call.today().year());
  Screen screen("coordination.gatherings",
                say("gathering.year_title", {{"year", std::to_string(year)}}));
  screen.sub(say("gathering.year_sub"));
  const auto go = [&](std::int64_t to) {
    return Button{std::to_string(to), "coordination.gatherings", Json::object({{"year", to}})};
  };
  std::vector<Button> buttons = {
      go(year - 1),
      go(year + 1),
      {say("gathering.feed"), "coordination.calendar", Json::object({{"year", year}})}};
  if (call.caller().roles.any_of(arrangers)) {
    Button add{say("gathering.new"), "coordination.new_gathering"};
    add.primary = true;
    buttons.insert(buttons.begin(), add);
    buttons.push_back(writing(say("gathering.plan_year"), "coordination.plan_year",
                              Json::object({{"year", year}})));
    buttons.back().confirm = say("gathering.plan_ask");
  }
  buttons.push_back({say("menu.coordination.deadlines"), "coordination.deadlines",
                     Json::object({{"year", year}})});
  screen.actions(buttons);
  screen.table(year_table(call, year));
  return Reply::screen(screen);
}

std::vector<Button> steps_of(const Gathering& of, const Messages& say) {
  std::vector<Button> buttons;
  for (const std::string to : {"announced", "held", "cancelled"}) {
    if (!may_follow(of.state, to))
      continue;
    Button step = writing(say("gathering.make." + to), "coordination.gathering_state",
                          Json::object({{"number", of.number}, {"state", to}}));
    step.danger = to == "cancelled";
    if (step.danger)
      step.confirm = say("gathering.cancel_ask");
    step.primary = !step.danger;
    buttons.push_back(std::move(step));
  }
  const Json number = Json::object({{"number", of.number}});
  if (of.state != "cancelled")
    buttons.push_back({say("gathering.edit"), "coordination.new_gathering", number});
  buttons.push_back({say("gathering.invitation"), "coordination.invitation", number});
  buttons.push_back({say("gathering.presence_paper"), "coordination.presence_paper", number});
  return buttons;
}

std::vector<Button> guest_buttons(const Gathering& of, const Guest& guest, const Messages& say) {
  const Json args = Json::object({{"number", of.number}, {"person", guest.person}});
  std::vector<Button> buttons;
  const bool may_leave =
      of.state != "cancelled" && guest.state != "withdrawn" && guest.attestation == 0;
  if (may_leave)
    buttons.push_back(writing(say("gathering.withdraw"), "coordination.withdraw", args));
  return buttons;
}

Cell name_cell(const Guest& guest, const Messages& say) {
  return Cell::link(guest.name.empty() ? say("gathering.forgotten") : guest.name,
                    "coordination.person", Json::object({{"person", guest.person}}))
      .note(guest.email);
}

Table guests_table(const Gathering& of, const std::vector<Guest>& all, const Messages& say,
                   bool arranges) {
  Table table("guests");
  table.caption(say("gathering.guests"));
  table.column("position", say("gathering.position"), CellKind::integer)
      .column("name", say("gathering.name"))
      .column("place", say("gathering.library"))
      .column("state", say("gathering.state"), CellKind::tag)
      .column("minutes", say("gathering.minutes"), CellKind::integer)
      .column("attestation", say("gathering.attestation"))
      .empty(say("gathering.no_guests"));
  for (const Guest& guest : all) {
    const Level level = guest.state == "registered" ? Level::good : Level::warn;
    table.row({std::to_string(guest.position), name_cell(guest, say), guest.place,
               Cell::tag(say("gathering.seat." + guest.state), level),
               guest.minutes == 0 ? "" : std::to_string(guest.minutes),
               attestation_cell(guest.attestation, guest.attestation_year)},
              arranges ? guest_buttons(of, guest, say) : std::vector<Button>{});
  }
  return table;
}

Json presence_values(const Gathering& of, const std::vector<Guest>& all) {
  Json::Array rows;
  for (const Guest& guest : all) {
    if (guest.state == "registered") {
      rows.push_back(Json::object({{"person", std::to_string(guest.person)},
                                   {"name", guest.name},
                                   {"minutes", guest.minutes}}));
    }
  }
  return Json::object({{"number", of.number}, {"people", std::move(rows)}});
}

void add_presence(Screen& screen, const Gathering& of, const std::vector<Guest>& all,
                  const Messages& say) {
  screen.heading(say("gathering.presence"));
  screen.say(say("gathering.presence_why", {{"minutes", length_of(of)}, {"hours", of.hours}}));
  if (!all.empty())
    screen.form(presence_form(say), say, presence_values(of, all));
  screen.form(presence_file_form(say), say, Json::object({{"number", of.number}}));
  Button attest = writing(say("gathering.attest"), "coordination.attest",
                          Json::object({{"number", of.number}}));
  attest.primary = true;
  screen.actions({attest});
}

void add_figures(Screen& screen, const Gathering& of, const std::vector<Guest>& all,
                 const Messages& say) {
  GatheringLine line;
  for (const Guest& guest : all) {
    line.registered += guest.state == "registered" ? 1 : 0;
    line.waiting += guest.state == "waiting" ? 1 : 0;
    line.present += guest.minutes > 0 ? 1 : 0;
    line.attested += guest.attestation > 0 ? 1 : 0;
  }
  const auto shown = [&](std::int64_t count) { return shown_integer(count, say.lang()); };
  Figure seats{say("gathering.registered"), shown(line.registered),
               of.capacity == 0 ? "" : say("gathering.of_seats", {{"count", of.capacity}})};
  seats.done = line.registered;
  seats.of = of.capacity;
  screen.figures({seats,
                  {say("gathering.waiting"), shown(line.waiting)},
                  {say("gathering.present"), shown(line.present)},
                  {say("gathering.attestations"), shown(line.attested)}});
}

std::string description(const Gathering& of, const Messages& say) {
  std::string text =
      say("gathering.kind." + of.kind) + " · " + when(of, say) + " · " + where(of, say);
  if (!of.centre.empty())
    text += " · " + of.centre;
  return text;
}

// What guests must hear, and presence at the door.
void add_messages(Call& call, const Gathering& of, Screen& screen) {
  const Messages& say = call.say();
  const Json number = Json::object({{"number", of.number}});
  std::vector<Button> buttons = telling_buttons(call, of);
  if (of.state == "announced" || of.state == "held") {
    buttons.push_back({say("door.title"), "coordination.door", number});
    buttons.push_back({say("door.badges"), "coordination.badges", number});
  }
  if (of.state == "held")
    buttons.push_back({say("opinion.title"), "coordination.opinions", number});
  if (!buttons.empty())
    screen.actions(buttons);
}

Form new_form(const Messages& say) {
  Form form("new", "coordination.new_gathering", say("common.open"));
  form.reads();
  form.integer("number", say("gathering.number")).min(std::int64_t{1});
  Field& topic = form.choice("topic", say("gathering.topic"));
  for (const std::string& one : gathering_topics())
    topic.option(one, say("gathering.topic." + one));
  return form;
}

}  // namespace

Result<Reply> gathering_screen(Call& call, std::int64_t number, const Json& typed,
                               const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Gathering of, known_gathering(call, number));
  const auto all = guests(call.work(), number);
  const bool arranges = call.caller().roles.any_of(arrangers);
  Screen screen("coordination.gathering", of.title);
  screen.sub(description(of, say));
  for (const Problem& problem : problems)
    screen.say(say.of(problem) + " " + say.hint(problem), Level::bad);
  if (!of.about.empty())
    screen.text(of.about);
  if (arranges && !of.link.empty()) {
    screen.text(say("gathering.link_line", {{"link", of.link}, {"passcode", of.passcode}}));
  }
  add_figures(screen, of, all, say);
  if (arranges) {
    screen.actions(steps_of(of, say));
    add_messages(call, of, screen);
  }
  screen.table(guests_table(of, all, say, arranges));
  if (arranges && of.state != "cancelled") {
    const Json usual = Json::object({{"number", number}});
    const bool again = typed.is_object() && typed.has("people");
    screen.form(people_form(say), say, again ? typed : usual);
  }
  if (arranges && of.state == "held")
    add_presence(screen, of, all, say);
  return Reply::screen(screen);
}

Result<Reply> details_screen(Call& call, std::int64_t number, const Json& typed,
                             const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Json values = typed;
  std::string title = say("gathering.new");
  if (number != 0) {
    METODICA_TRY(const Gathering of, known_gathering(call, number));
    title = of.title;
    if (!typed.is_object())
      values = details_of(of);
  }
  Screen screen("coordination.new_gathering", title);
  screen.sub(say("gathering.new_sub"));
  screen.form(details_form(say), say, values, problems);
  return Reply::screen(screen);
}

void add_gathering_screens(ActionList& actions) {
  actions.push_back({"coordination.gatherings",
                     ActionKind::read,
                     gathering_readers,
                     "screen",
                     [](const Messages& say) { return year_form(say, "coordination.gatherings"); },
                     R"({"year":2026})",
                     {},
                     run_year,
                     {}});
  actions.push_back(
      {"coordination.gathering",
       ActionKind::read,
       gathering_readers,
       "screen",
       [](const Messages& say) { return number_form(say, "coordination.gathering", true); },
       R"({"number":1})",
       {},
       [](Call& call, const Values& in) {
         return gathering_screen(call, in.integer("number"), {}, {});
       },
       {}});
  actions.push_back({"coordination.new_gathering",
                     ActionKind::read,
                     arrangers,
                     "screen",
                     new_form,
                     "{}",
                     {},
                     [](Call& call, const Values& in) {
                       const bool proposed = !in.has("number") && in.has("topic");
                       const Json course =
                           Json::object({{"kind", "course"}, {"topic", in.text("topic")}});
                       return details_screen(call, in.integer("number"),
                                             proposed ? course : Json(), {});
                     },
                     {}});
}

std::vector<MenuEntry> gathering_menu() {
  return {{"coordination.gatherings",
           "menu.coordination.gatherings",
           20,
           {"methodologist", "manager"},
           "coordination.gatherings",
           "training"},
          {"coordination.deadlines",
           "menu.coordination.deadlines",
           22,
           {"methodologist", "manager"},
           "coordination.deadlines",
           "training"},
          {"coordination.feeds",
           "menu.coordination.feeds",
           23,
           {},
           "coordination.feeds",
           "training"},
          {"coordination.check_attestation",
           "menu.coordination.check_attestation",
           24,
           {},
           "coordination.check_attestation",
           "training"}};
}

}  // namespace metodica::coordination
