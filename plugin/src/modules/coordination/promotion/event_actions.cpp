// Events of libraries: the list, one of them, and what changes them.

#include "app/settings.hpp"
#include "modules/coordination/promotion/promotion_actions.hpp"

namespace metodica::coordination {
namespace {

constexpr const char* event_example =
    R"({"title":"Ora poveștilor","kind":"reading","day":"2026-03-14","starts":"17:00",
        "ends":"19:00","mode":"in_person","place":"Sala de lectură","free":true})";

void options(Field& field, const std::vector<std::string>& values, const std::string& prefix,
             const Messages& say) {
  for (const auto& value : values)
    field.option(value, say(prefix + value));
}

Form event_form(const Messages& say) {
  Form form("event", "coordination.keep_event", say("event.keep"));
  form.integer("number", say("event.number")).min(std::int64_t{1}).fixed();
  form.text("title", say("event.title")).required().longest(150);
  options(form.choice("kind", say("event.kind")).required().initial("workshop"), event_kinds(),
          "event.kind.", say);
  form.date("day", say("event.day")).required();
  for (const char* time : {"starts", "ends"}) {
    form.text(time, say(std::string("event.") + time))
        .required(std::string_view(time) == "starts")
        .longest(5)
        .pattern("[0-2][0-9]:[0-5][0-9]", say("gathering.time_shape"));
  }
  options(form.choice("mode", say("event.mode")).required().initial("in_person"), event_modes(),
          "event.mode.", say);
  form.text("place", say("event.place")).longest(150);
  form.text("link", say("event.link_label")).longest(500).help(say("event.link_help"));
  form.text("audience", say("event.audience")).longest(150);
  form.yes_no("free", say("event.free")).initial(true);
  form.text("host", say("event.host")).longest(150).help(say("event.host_help"));
  form.integer("unit", say("gathering.feed_unit"))
      .min(std::int64_t{1})
      .help(say("event.unit_help"));
  form.long_text("about", say("event.about")).longest(1500);
  return form;
}

Json values_of(const LibraryEvent& of) {
  Json values = Json::object({{"number", of.number},
                              {"title", of.title},
                              {"kind", of.kind},
                              {"day", of.day.iso()},
                              {"starts", of.starts},
                              {"ends", of.ends},
                              {"mode", of.mode},
                              {"place", of.place},
                              {"link", of.link},
                              {"audience", of.audience},
                              {"free", of.free},
                              {"host", of.host},
                              {"about", of.about}});
  if (of.unit != 0)
    values.set("unit", of.unit);
  return values;
}

Form which_form(const Messages& say, const char* action) {
  Form form("event", action, say("common.open"));
  form.reads();
  form.text("of", say("event.library")).longest(60);
  form.integer("number", say("event.number")).required().min(std::int64_t{1});
  return form;
}

Form list_form(const Messages& say) {
  Form form("period", "coordination.events", say("common.open"));
  form.reads();
  form.date("from", say("event.from"));
  form.date("to", say("event.to"));
  return form;
}

Form state_form(const Messages& say) {
  Form form("state", "coordination.event_state", say("common.confirm"));
  form.integer("number", say("event.number")).required().min(std::int64_t{1});
  form.choice("state", say("event.state"))
      .option("announced", say("event.state.announced"))
      .option("cancelled", say("event.state.cancelled"))
      .required();
  return form;
}

Json which(const LibraryEvent& of) {
  return Json::object({{"of", of.library}, {"number", of.number}});
}

Level level_of(const std::string& state) {
  if (state == "announced")
    return Level::good;
  return state == "cancelled" ? Level::bad : Level::info;
}

std::string time_of(const LibraryEvent& of) {
  return of.starts + (of.ends.empty() ? "" : "–" + of.ends);
}

Table events_table(Call& call, Date from, Date to) {
  const Messages& say = call.say();
  Table table("events");
  table.column("day", say("event.day"), CellKind::date)
      .column("title", say("event.title"))
      .column("host", say("event.host"))
      .column("place", say("event.place"))
      .column("state", say("event.state"), CellKind::tag)
      .empty(say("event.none"));
  for (const LibraryEvent& of : events(call.work(), from, to)) {
    std::vector<Button> buttons;
    if (of.state == "announced")
      buttons.push_back({say("promotion.make"), "coordination.poster", which(of)});
    table.row(
        {Cell(of.day.shown(say.lang())).note(time_of(of)),
         Cell::link(of.title, "coordination.event", which(of)).note(say("event.kind." + of.kind)),
         of.host, of.place.empty() ? say("event.mode.online") : of.place,
         Cell::tag(say("event.state." + of.state), level_of(of.state))},
        buttons);
  }
  return table;
}

Result<Reply> run_list(Call& call, const Values& in) {
  const Messages& say = call.say();
  const Date from = in.has("from") ? in.date("from") : call.today();
  const Date to = in.has("to") ? in.date("to") : from.plus_months(3);
  Screen screen("coordination.events", say("event.list_title"));
  screen.sub(
      say("event.list_sub", {{"from", from.shown(say.lang())}, {"to", to.shown(say.lang())}}));
  std::vector<Button> buttons;
  if (call.caller().roles.any_of(event_writers)) {
    buttons.push_back({say("event.new"), "coordination.new_event"});
    buttons.back().primary = true;
  }
  const Json year = Json::object({{"year", from.year()}, {"what", "events"}});
  buttons.push_back({say("gathering.feed"), "coordination.calendar", year});
  buttons.push_back({"RSS", "coordination.events_rss"});
  buttons.push_back({"JSON-LD", "coordination.events_json_ld"});
  buttons.push_back({say("promotion.logos"), "coordination.event_pictures"});
  screen.actions(buttons);
  screen.table(events_table(call, from, to));
  screen.form(list_form(say), say, Json::object({{"from", from.iso()}, {"to", to.iso()}}));
  return Reply::screen(screen);
}

std::vector<Button> event_buttons(Call& call, const LibraryEvent& of) {
  const Messages& say = call.say();
  std::vector<Button> buttons;
  const bool own = of.library == call.caller().library;
  const bool writes = call.caller().roles.any_of(event_writers);
  for (const char* to : {"announced", "cancelled"}) {
    if (!own || !writes || !event_may_follow(of.state, to))
      continue;
    Button step{say(std::string("event.make.") + to), "coordination.event_state",
                Json::object({{"number", of.number}, {"state", to}})};
    step.writes = true;
    step.danger = std::string_view(to) == "cancelled";
    step.primary = !step.danger;
    if (step.danger)
      step.confirm = say("event.cancel_ask");
    buttons.push_back(std::move(step));
  }
  if (own && writes && of.state != "cancelled") {
    buttons.push_back(
        {say("event.change"), "coordination.new_event", Json::object({{"number", of.number}})});
    buttons.push_back({say("promotion.pictures"), "coordination.event_pictures",
                       Json::object({{"event", of.number}})});
  }
  if (writes && of.state != "cancelled") {
    buttons.push_back({say("promotion.make"), "coordination.poster", which(of)});
    buttons.push_back({say("promotion.post"), "coordination.announcement", which(of)});
  }
  return buttons;
}

Result<Reply> run_event(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const LibraryEvent of, known_event(call, in.text("of"), in.integer("number")));
  Screen screen("coordination.event", of.title);
  screen.sub(say("event.kind." + of.kind) + " · " + long_day(of.day, say) + ", " + time_of(of) +
             " · " + of.host);
  if (of.state == "cancelled")
    screen.say(say("event.state.cancelled"), Level::bad);
  if (!of.about.empty())
    screen.text(of.about);
  Table table("facts");
  table.column("what", say("attested.what")).column("value", say("event.value"));
  table.row({say("event.place"), of.place.empty() ? say("event.mode.online") : of.place});
  table.row({say("event.audience"), of.audience});
  table.row({say("event.link_label"), of.link});
  table.row({say("event.state"), Cell::tag(say("event.state." + of.state), level_of(of.state))});
  screen.table(table);
  screen.actions(event_buttons(call, of));
  return Reply::screen(screen);
}

Result<Reply> event_form_screen(Call& call, std::int64_t number, const Json& typed,
                                const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Json values = typed;
  std::string title = say("event.new");
  if (number != 0) {
    METODICA_TRY(const LibraryEvent of, known_event(call, "", number));
    title = of.title;
    if (!typed.is_object())
      values = values_of(of);
  } else if (!typed.is_object()) {
    values = Json::object({{"host", setting(call.work(), "institution.name")}});
  }
  Screen screen("coordination.new_event", title);
  screen.sub(say("event.new_sub"));
  screen.form(event_form(say), say, values, problems);
  return Reply::screen(screen);
}

Result<LibraryEvent> read_event(Call& call, const Values& in) {
  LibraryEvent of;
  of.title = in.text("title");
  of.kind = in.text("kind");
  of.about = in.text("about");
  of.day = in.date("day");
  of.starts = in.text("starts");
  of.ends = in.text("ends");
  of.mode = in.text("mode");
  of.place = in.text("place");
  of.link = in.text("link");
  of.audience = in.text("audience");
  of.free = in.yes("free");
  of.host = in.has("host") ? in.text("host") : setting(call.work(), "institution.name");
  of.unit = in.integer("unit", setting_number(call.work(), "institution.siruta"));
  METODICA_CHECK(check_event(of));
  return of;
}

Result<Reply> run_keep(Call& call, const Values& in) {
  METODICA_TRY(LibraryEvent of, read_event(call, in));
  of.library = call.caller().library;
  of.changed_at = call.now_utc();
  if (in.has("number")) {
    METODICA_TRY(const LibraryEvent before, known_event(call, "", in.integer("number")));
    of.number = before.number;
    of.state = before.state;
    of.revision = before.revision + 1;
  } else {
    of.number = call.work().take("library_event");
  }
  keep_event(call.work(), of);
  return Reply::go("coordination.event", which(of), call.say()("event.kept"));
}

Result<Reply> run_state(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(LibraryEvent of, known_event(call, "", in.integer("number")));
  const std::string to = in.text("state");
  if (!event_may_follow(of.state, to)) {
    return Unexpected(
        Problem(METODICA_CONFLICT, "event.no_step",
                {{"from", say("event.state." + of.state)}, {"to", say("event.state." + to)}})
            .at("state"));
  }
  of.state = to;
  ++of.revision;
  of.changed_at = call.now_utc();
  keep_event(call.work(), of);
  return Reply::go("coordination.event", which(of), say("event.now." + to));
}

Form new_form(const Messages& say) {
  Form form("new", "coordination.new_event", say("common.open"));
  form.reads();
  form.integer("number", say("event.number")).min(std::int64_t{1});
  return form;
}

void add_event_screens(ActionList& actions) {
  actions.push_back({"coordination.events",
                     ActionKind::read,
                     event_readers,
                     "screen",
                     list_form,
                     R"({"from":"2026-01-01","to":"2026-12-31"})",
                     {},
                     run_list,
                     {}});
  actions.push_back({"coordination.event",
                     ActionKind::read,
                     event_readers,
                     "screen",
                     [](const Messages& say) { return which_form(say, "coordination.event"); },
                     R"({"number":1})",
                     {},
                     run_event,
                     {}});
  actions.push_back({"coordination.new_event",
                     ActionKind::read,
                     event_writers,
                     "screen",
                     new_form,
                     "{}",
                     {},
                     [](Call& call, const Values& in) {
                       return event_form_screen(call, in.integer("number"), {}, {});
                     },
                     {}});
}

}  // namespace

Result<LibraryEvent> known_event(Call& call, const std::string& library, std::int64_t number) {
  auto found = event(call.work(), library, number);
  if (found)
    return *std::move(found);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "event.unknown", {{"number", std::to_string(number)}})
          .at("number"));
}

std::string long_day(Date day, const Messages& say) {
  // 1 January 1970 was a Thursday, the fourth day.
  const std::int64_t weekday = (day.days_since_epoch() % 7 + 7 + 3) % 7 + 1;
  return say("promotion.long_day",
             {{"weekday", say("promotion.weekday." + std::to_string(weekday))},
              {"day", std::to_string(day.day())},
              {"month", say("promotion.month." + std::to_string(day.month()))},
              {"year", std::to_string(day.year())}});
}

void add_event_actions(ActionList& actions) {
  add_event_screens(actions);
  actions.push_back({"coordination.keep_event",
                     ActionKind::write,
                     event_writers,
                     "screen",
                     event_form,
                     event_example,
                     {},
                     run_keep,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return event_form_screen(call, typed["number"].integer(), typed, problems);
                     }});
  actions.push_back({"coordination.event_state",
                     ActionKind::write,
                     event_writers,
                     "screen",
                     state_form,
                     R"({"number":1,"state":"announced"})",
                     {},
                     run_state,
                     {}});
}

}  // namespace metodica::coordination
