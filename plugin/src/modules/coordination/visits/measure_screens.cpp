// Measures on screen: the open ones of the county, and one with what became of it.

#include "modules/coordination/visits/visit_actions.hpp"
#include "modules/coordination/visits/visit_forms.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Cell state_of(const Measure& measure, const Messages& say, Date today) {
  if (measure.state == "done")
    return Cell::tag(say("measure.state.done"), Level::good);
  if (measure.state == "dropped")
    return Cell::tag(say("measure.state.dropped"), Level::info);
  if (today <= measure.deadline)
    return Cell::tag(say("measure.state.open"), Level::info);
  return Cell::tag(say("measure.state.overdue"), Level::bad);
}

Result<Reply> run_measures(Call& call, const Values&) {
  const Messages& say = call.say();
  const auto open = open_measures(call.work());
  const auto overdue = overdue_measures(call.work(), call.today());
  Screen screen("coordination.measures", say("measure.list_title"));
  screen.sub(say("measure.list_sub"));
  add_visit_tabs(screen, 2, say);
  const auto shown = [&](std::size_t count) {
    return shown_integer(static_cast<std::int64_t>(count), say.lang());
  };
  screen.figures(
      {{say("measure.open"), shown(open.size())}, {say("visit.overdue"), shown(overdue.size())}});
  screen.table(measures_table(open, unit_names(call), say, call.today()));
  return Reply::screen(screen);
}

Table history(const std::vector<MeasureStep>& steps, const Messages& say) {
  Table table("steps");
  table.caption(say("measure.history"))
      .column("day", say("measure.day"), CellKind::date)
      .column("kind", say("measure.kind"))
      .column("deadline", say("measure.deadline"), CellKind::date)
      .column("reason", say("measure.reason"));
  for (const MeasureStep& step : steps) {
    table.row({step.day.shown(say.lang()), say("measure.kind." + step.kind),
               step.deadline.shown(say.lang()), step.reason});
  }
  return table;
}

}  // namespace

Table measures_table(const std::vector<Measure>& measures,
                     const std::map<std::int64_t, std::string>& units, const Messages& say,
                     Date today) {
  Table table("measures");
  table.caption(say("measure.table"))
      .column("text", say("measure.text"))
      .column("unit", say("network.unit"))
      .column("owner", say("measure.owner"))
      .column("deadline", say("measure.deadline"), CellKind::date)
      .column("state", say("measure.state"), CellKind::tag)
      .empty(say("measure.none"));
  for (const Measure& measure : measures) {
    const auto unit = units.find(measure.siruta);
    table.row({Cell::link(measure.text, "coordination.measure",
                          Json::object({{"measure", measure.number}}))
                   .note(measure.norm),
               unit == units.end() ? std::string() : unit->second, measure.owner,
               measure.deadline.shown(say.lang()), state_of(measure, say, today)});
  }
  return table;
}

Result<Reply> measure_screen(Call& call, std::int64_t number, const Json& typed,
                             const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Measure measure, known_measure(call, number));
  METODICA_TRY(const Unit unit, known_unit(call, measure.siruta));
  Screen screen("coordination.measure", measure.text);
  screen.sub(unit.name + (measure.norm.empty() ? "" : " · " + measure.norm));
  screen.table(measures_table({measure}, {{unit.siruta, unit.name}}, say, call.today()));
  screen.actions(
      {{say("measure.visit"), "coordination.visit", Json::object({{"number", measure.visit}})}});
  screen.table(history(steps_of_measure(call.work(), number), say));
  if (measure.state == "open" && call.caller().roles.any_of(visitors)) {
    const Json usual = Json::object({{"measure", number}, {"day", call.today().iso()}});
    screen.form(follow_form(say), say, typed.is_object() ? typed : usual, problems);
  }
  return Reply::screen(screen);
}

void add_measure_screens(ActionList& actions) {
  actions.push_back({"coordination.measures",
                     ActionKind::read,
                     visit_readers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     run_measures,
                     {}});
  actions.push_back({"coordination.measure",
                     ActionKind::read,
                     visit_readers,
                     "screen",
                     measure_number_form,
                     R"({"measure":1})",
                     {},
                     [](Call& call, const Values& in) {
                       return measure_screen(call, in.integer("measure"), {}, {});
                     },
                     {}});
}

}  // namespace metodica::coordination
