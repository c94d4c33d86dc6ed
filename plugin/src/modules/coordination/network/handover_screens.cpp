// Handovers on screen: the list, one case with its steps, its opening.

#include "modules/coordination/network/handover_actions.hpp"
#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/person_store.hpp"
#include "modules/coordination/network/unit_choice.hpp"

namespace metodica::coordination {
namespace {

std::string name_of(Call& call, std::int64_t person) {
  if (person == 0)
    return call.say()("handover.nobody_yet");
  const auto found = network_person(call.work(), person);
  return !found || found->name.empty() ? call.say()("network.forgotten") : found->name;
}

std::int64_t waiting(const std::vector<HandoverStep>& steps) {
  std::int64_t count = 0;
  for (const HandoverStep& step : steps)
    count += step.done_on.none() ? 1 : 0;
  return count;
}

Result<Reply> run_list(Call& call, const Values&) {
  const Messages& say = call.say();
  const auto units = unit_names(call);
  Screen screen("coordination.handovers", say("handover.title"));
  screen.sub(say("handover.sub"));
  add_network_tabs(screen, 3, say);
  Table table("handovers");
  table.column("unit", say("network.unit"))
      .column("leaver", say("handover.leaver"))
      .column("day", say("handover.leaves_on"), CellKind::date)
      .column("reason", say("network.reason"))
      .column("state", say("visit.state"), CellKind::tag)
      .empty(say("handover.none"));
  for (const Handover& of : handovers(call.work())) {
    const auto unit = units.find(of.siruta);
    const std::int64_t waits = waiting(steps_of_handover(call.work(), of.number));
    table.row({Cell::link(unit == units.end() ? std::to_string(of.siruta) : unit->second,
                          "coordination.handover", Json::object({{"number", of.number}})),
               name_of(call, of.leaver), of.leaves_on.shown(say.lang()),
               say("handover.reason." + of.reason),
               of.state == "closed"
                   ? Cell::tag(say("handover.is_closed"), Level::good)
                   : Cell::tag(say("handover.waiting", {{"count", waits}}), Level::warn)});
  }
  screen.table(table);
  return Reply::screen(screen);
}

Cell state_of(const HandoverStep& step, Date today, const Messages& say) {
  if (!step.done_on.none())
    return Cell::tag(say("handover.state.done"), Level::good);
  return step.deadline < today ? Cell::tag(say("handover.state.overdue"), Level::bad)
                               : Cell::tag(say("handover.state.open"), Level::info);
}

Table steps_table(const Handover& of, const std::vector<HandoverStep>& steps, Call& call) {
  const Messages& say = call.say();
  Table table("steps");
  table.caption(say("handover.steps"))
      .column("step", say("handover.step"))
      .column("deadline", say("measure.deadline"), CellKind::date)
      .column("state", say("visit.state"), CellKind::tag)
      .column("done", say("handover.done_on"), CellKind::date)
      .column("note", say("common.note"));
  const bool writes = of.state == "open" && call.caller().roles.any_of(network_keepers);
  for (const HandoverStep& step : steps) {
    std::vector<Button> buttons;
    if (writes && step.done_on.none()) {
      Button done{say("handover.mark"), "coordination.handover_step",
                  Json::object({{"number", of.number}, {"step", step.step}})};
      done.writes = true;
      buttons.push_back(std::move(done));
    }
    table.row({Cell(say("handover.step." + step.step)).note(step.reference),
               step.deadline.shown(say.lang()), state_of(step, call.today(), say),
               step.done_on.shown(say.lang()), step.note},
              std::move(buttons));
  }
  return table;
}

void add_buttons(Screen& screen, const Handover& of, Call& call) {
  const Messages& say = call.say();
  std::vector<Button> buttons = {
      {say("handover.minutes"), "coordination.handover_minutes",
       Json::object({{"number", of.number}})},
      {say("network.profile"), "coordination.profile", Json::object({{"siruta", of.siruta}})}};
  if (of.state == "open" && call.caller().roles.any_of(network_keepers)) {
    Button close{say("handover.close"), "coordination.close_handover",
                 Json::object({{"number", of.number}})};
    close.writes = true;
    close.confirm = say("handover.close_ask");
    buttons.push_back(std::move(close));
  }
  screen.actions(buttons);
}

}  // namespace

Result<Reply> handover_screen(Call& call, std::int64_t number, const Json& typed,
                              const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Handover of, known_handover(call, number));
  METODICA_TRY(const Unit unit, known_unit(call, of.siruta));
  Screen screen("coordination.handover", say("handover.one", {{"unit", library_of(unit)}}));
  screen.sub(say("handover.reason." + of.reason) + " · " + of.leaves_on.shown(say.lang()));
  for (const Problem& problem : problems)
    screen.say(say.of(problem) + " " + say.hint(problem), Level::bad);
  add_buttons(screen, of, call);
  screen.figures({{say("handover.leaver"), name_of(call, of.leaver)},
                  {say("handover.successor"), name_of(call, of.successor)},
                  {say("handover.mentor"), name_of(call, of.mentor)}});
  screen.table(steps_table(of, steps_of_handover(call.work(), number), call));
  if (of.state == "open" && call.caller().roles.any_of(network_keepers)) {
    const Json usual = Json::object({{"number", number}});
    screen.form(handover_step_form(say), say, typed.has("step") ? typed : usual);
    const bool people = typed.has("successor") || typed.has("mentor");
    screen.form(handover_people_form(say), say, people ? typed : usual);
  }
  return Reply::screen(screen);
}

Result<Reply> new_handover_screen(Call& call, std::int64_t post, const Json& typed,
                                  const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  const auto known = staff_post(call.work(), post);
  if (!known)
    return Unexpected(Problem(METODICA_NOT_FOUND, "network.unknown_post").at("post"));
  METODICA_TRY(const Unit unit, known_unit(call, known->siruta));
  Screen screen("coordination.new_handover", library_of(unit));
  screen.sub(name_of(call, known->person) + " · " + known->title);
  screen.text(say("handover.why"));
  const Date day = known->retires_on.none() ? call.today() : known->retires_on;
  const Json usual = Json::object({{"post", post}, {"leaves_on", day.iso()}});
  screen.form(handover_form(say), say, typed.is_object() ? typed : usual, problems);
  return Reply::screen(screen);
}

void add_handover_screens(ActionList& actions) {
  actions.push_back({"coordination.handovers",
                     ActionKind::read,
                     network_readers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     run_list,
                     {}});
  actions.push_back(
      {"coordination.handover",
       ActionKind::read,
       network_readers,
       "screen",
       [](const Messages& say) { return handover_number_form(say, "coordination.handover", true); },
       R"({"number":1})",
       {},
       [](Call& call, const Values& in) {
         return handover_screen(call, in.integer("number"), {}, {});
       },
       {}});
  actions.push_back({"coordination.new_handover",
                     ActionKind::read,
                     network_keepers,
                     "screen",
                     [](const Messages& say) {
                       Form form("open", "coordination.new_handover", say("common.open"));
                       form.reads();
                       form.integer("post", say("network.number")).required().min(std::int64_t{1});
                       return form;
                     },
                     R"({"post":1})",
                     {},
                     [](Call& call, const Values& in) {
                       return new_handover_screen(call, in.integer("post"), {}, {});
                     },
                     {}});
}

}  // namespace metodica::coordination
