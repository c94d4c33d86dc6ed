// Visits on screen: the year, one visit with its people and measures, its record.

#include <map>
#include <set>

#include "modules/coordination/network/person_store.hpp"
#include "modules/coordination/visits/visit_actions.hpp"
#include "modules/coordination/visits/visit_forms.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Level level_of(const std::string& state) {
  if (state == "signed")
    return Level::good;
  return state == "held" ? Level::warn : Level::info;
}

bool took_place(const Visit& visit) {
  return visit.state == "held" || visit.state == "signed";
}

std::string purposes_of(const Visit& visit, const Messages& say) {
  std::string text;
  for (const std::string& purpose : visit.purposes)
    text += (text.empty() ? "" : ", ") + say("visit.purpose." + purpose);
  return text;
}

std::string name_of(const std::map<std::int64_t, std::string>& names, std::int64_t number) {
  const auto found = names.find(number);
  return found == names.end() ? std::string() : found->second;
}

Table year_table(Call& call, const std::vector<Visit>& visits,
                 const std::map<std::int64_t, std::string>& people) {
  const Messages& say = call.say();
  const auto units = unit_names(call);
  Table table("visits");
  table.caption(say("visit.table"))
      .column("day", say("visit.day"), CellKind::date)
      .column("unit", say("network.unit"))
      .column("purposes", say("visit.purposes"))
      .column("methodologist", say("visit.methodologist"))
      .column("km", say("visit.km"), CellKind::integer)
      .column("state", say("visit.state"), CellKind::tag)
      .empty(say("visit.none_of_year"));
  for (const Visit& visit : visits) {
    table.row({Cell::link(visit.day.shown(say.lang()), "coordination.visit",
                          Json::object({{"number", visit.number}})),
               name_of(units, visit.siruta), purposes_of(visit, say),
               name_of(people, visit.methodologist), shown_integer(visit.km, say.lang()),
               Cell::tag(say("visit.state." + visit.state), level_of(visit.state))});
  }
  return table;
}

struct Sums {
  std::int64_t visits = 0, km = 0;
  std::set<std::int64_t> units;
  void add(const Visit& visit) {
    ++visits;
    km += visit.km;
    units.insert(visit.siruta);
  }
};

Table sums_table(const std::map<std::int64_t, Sums>& by_methodologist, const Sums& all,
                 const std::map<std::int64_t, std::string>& people, const Messages& say) {
  const auto shown = [&](std::int64_t value) { return shown_integer(value, say.lang()); };
  const auto size = [&](const Sums& sums) {
    return shown(static_cast<std::int64_t>(sums.units.size()));
  };
  Table table("sums");
  table.caption(say("visit.sums"))
      .column("methodologist", say("visit.methodologist"))
      .column("visits", say("visit.count"), CellKind::integer)
      .column("units", say("visit.units"), CellKind::integer)
      .column("km", say("visit.km"), CellKind::integer);
  for (const auto& [person, sums] : by_methodologist) {
    const std::string name = name_of(people, person);
    table.row({name.empty() ? say("visit.no_name") : name, shown(sums.visits), size(sums),
               shown(sums.km)});
  }
  table.footer({say("common.total"), shown(all.visits), size(all), shown(all.km)});
  return table;
}

Result<Reply> run_year(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = in.integer("year", call.today().year());
  const auto visits = visits_of_year(call.work(), year);
  const auto people = person_names(call.work());
  std::map<std::int64_t, Sums> by_methodologist;
  Sums all;
  for (const Visit& visit : visits) {
    if (took_place(visit)) {
      by_methodologist[visit.methodologist].add(visit);
      all.add(visit);
    }
  }
  Screen screen("coordination.visits", say("visit.year_title", {{"year", std::to_string(year)}}));
  screen.sub(say("visit.year_sub"));
  add_visit_tabs(screen, 1, say);
  const auto go = [&](std::int64_t to) {
    return Button{std::to_string(to), "coordination.visits", Json::object({{"year", to}})};
  };
  std::vector<Button> buttons = {
      go(year - 1),
      go(year + 1),
      {say("visit.xlsx"), "coordination.visits_xlsx", Json::object({{"year", year}})}};
  if (call.caller().roles.any_of(visitors))
    buttons.insert(buttons.begin(), {say("visit.new"), "coordination.new_visit", {}, true});
  screen.actions(buttons);
  const auto shown = [&](std::int64_t value) { return shown_integer(value, say.lang()); };
  screen.figures(
      {{say("visit.count"), shown(all.visits)},
       {say("visit.units"), shown(static_cast<std::int64_t>(all.units.size())),
        say("visit.of_units", {{"count", static_cast<std::int64_t>(unit_names(call).size())}})},
       {say("visit.km"), shown(all.km)}});
  screen.table(year_table(call, visits, people));
  if (!by_methodologist.empty())
    screen.table(sums_table(by_methodologist, all, people, say));
  return Reply::screen(screen);
}

Button writing(std::string label, std::string action, Json args) {
  Button button{std::move(label), std::move(action), std::move(args)};
  button.writes = true;
  return button;
}

std::vector<Button> steps_of(const Visit& visit, const Messages& say) {
  const Json number = Json::object({{"number", visit.number}});
  std::vector<Button> buttons;
  if (visit.state == "planned" || visit.state == "held") {
    buttons.push_back({say(visit.state == "planned" ? "visit.record" : "visit.edit"),
                       "coordination.new_visit", number, visit.state == "planned"});
  }
  if (visit.state == "planned") {
    buttons.push_back(
        {say("visit.sheet"), "coordination.visit_sheet", Json::object({{"siruta", visit.siruta}})});
    Button cancel = writing(say("visit.cancel"), "coordination.visit_state",
                            Json::object({{"number", visit.number}, {"state", "cancelled"}}));
    cancel.danger = true;
    cancel.confirm = say("visit.cancel_ask");
    buttons.push_back(std::move(cancel));
  }
  if (took_place(visit))
    buttons.push_back({say("visit.minutes"), "coordination.visit_minutes", number});
  if (visit.state == "held") {
    Button sign = writing(say("visit.sign"), "coordination.visit_state",
                          Json::object({{"number", visit.number}, {"state", "signed"}}));
    sign.primary = true;
    sign.confirm = say("visit.sign_ask");
    buttons.push_back(std::move(sign));
  }
  return buttons;
}

Table people_table(const std::vector<VisitPerson>& people, const Messages& say) {
  Table table("people");
  table.caption(say("visit.people_met"))
      .column("name", say("network.person"))
      .column("role", say("visit.role"))
      .empty(say("visit.nobody"));
  for (const VisitPerson& one : people) {
    table.row({Cell::link(one.name.empty() ? say("network.forgotten") : one.name,
                          "coordination.network_person", Json::object({{"person", one.person}})),
               one.role});
  }
  return table;
}

}  // namespace

Result<Reply> visit_screen(Call& call, std::int64_t number, const Json& typed,
                           const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Visit visit, known_visit(call, number));
  METODICA_TRY(const Unit unit, known_unit(call, visit.siruta));
  const bool writes = call.caller().roles.any_of(visitors);
  Screen screen("coordination.visit",
                say("visit.title", {{"unit", unit.name}, {"day", visit.day.shown(say.lang())}}));
  screen.sub(say("visit.state." + visit.state) + " · " + purposes_of(visit, say));
  for (const Problem& problem : problems)
    screen.say(say.of(problem) + " " + say.hint(problem), Level::bad);
  if (writes)
    screen.actions(steps_of(visit, say));
  screen.figures(
      {{say("visit.number"), std::to_string(visit.number)},
       {say("visit.km"), shown_integer(visit.km, say.lang())},
       {say("visit.methodologist"), name_of(person_names(call.work()), visit.methodologist)}});
  if (!visit.findings.empty()) {
    screen.heading(say("visit.findings"));
    screen.text(visit.findings);
  }
  screen.table(people_table(people_met(call.work(), number), say));
  screen.table(measures_table(measures_of_visit(call.work(), number), {{unit.siruta, unit.name}},
                              say, call.today()));
  if (writes && visit.state == "held") {
    const Json usual = Json::object({{"visit", number}});
    screen.form(measure_form(say), say, typed.has("visit") ? typed : usual);
  }
  return Reply::screen(screen);
}

Result<Reply> visit_record_screen(Call& call, std::int64_t number, std::int64_t siruta,
                                  const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Json values = typed;
  if (number != 0) {
    METODICA_TRY(const Visit visit, known_visit(call, number));
    values = shown_visit(visit, name_of(person_names(call.work()), visit.methodologist),
                         people_met(call.work(), number));
  } else if (!typed.is_object()) {
    Visit fresh;
    fresh.siruta = siruta;
    fresh.day = call.today();
    values = shown_visit(fresh, {}, {});
  }
  Screen screen("coordination.new_visit", say(number == 0 ? "visit.new" : "visit.record"));
  screen.sub(say("visit.record_sub"));
  const std::int64_t chosen = Values(values).integer("siruta");
  const auto open = open_measures(call.work(), chosen == 0 ? -1 : chosen);
  if (!open.empty())
    screen.table(measures_table(open, unit_names(call), say, call.today()));
  screen.form(visit_form(say, unit_choice(call)), say, values, problems);
  return Reply::screen(screen);
}

void add_visit_screens(ActionList& actions) {
  const auto add = [&](const char* name, const Roles& roles,
                       std::function<Form(const Messages&)> form, const char* example,
                       std::function<Result<Reply>(Call&, const Values&)> run) {
    actions.push_back({name,
                       ActionKind::read,
                       roles,
                       "screen",
                       std::move(form),
                       example,
                       {},
                       std::move(run),
                       {}});
  };
  add(
      "coordination.visits", visit_readers,
      [](const Messages& say) { return visit_year_form(say, "coordination.visits"); },
      R"({"year":2026})", run_year);
  add(
      "coordination.visit", visit_readers,
      [](const Messages& say) { return visit_number_form(say, "coordination.visit"); },
      R"({"number":1})",
      [](Call& call, const Values& in) {
        return visit_screen(call, in.integer("number"), {}, {});
      });
  add("coordination.new_visit", visitors, open_visit_form, R"({"siruta":57706})",
      [](Call& call, const Values& in) {
        return visit_record_screen(call, in.integer("number"), in.integer("siruta"), {}, {});
      });
}

}  // namespace metodica::coordination
