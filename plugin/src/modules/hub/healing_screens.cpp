// After an old backup: what was registered since, and the way back.

#include "modules/hub/healing.hpp"
#include "modules/hub/recovery.hpp"
#include "text/numbers.hpp"

namespace metodica::hub {
namespace {

constexpr Roles healers = {Role::manager, Role::administrator};
constexpr std::size_t copies_shown = 200;

Form heal_form(const Messages& say) {
  Form form("heal", "hub.heal", say("heal.send"));
  form.text("number", say("heal.number")).required().longest(40);
  form.date("dated", say("heal.dated")).required();
  form.text("found_by", say("heal.found_by")).required().longest(120);
  form.danger().confirm(say("heal.confirm"));
  return form;
}

Table acts_table(const std::vector<SetAside>& rows, const Messages& say) {
  Table table("acts");
  table.caption(say("heal.acts"))
      .column("place", say("heal.place"))
      .column("act", say("heal.act"))
      .column("partner", say("heal.partner"))
      .column("units", say("heal.units"), CellKind::integer)
      .column("value", say("heal.value"), CellKind::money)
      .empty(say("heal.no_acts"));
  for (const ActLine& act : acts_of(rows, say))
    table.row({act.place, act.act, act.partner, act.units, act.value});
  return table;
}

Table copies_table(const std::vector<SetAside>& rows, const Messages& say) {
  Table table("copies");
  table.caption(say("heal.copies"))
      .column("number", say("heal.copy_number"))
      .column("title", say("heal.description"))
      .empty(say("heal.no_copies"));
  const auto copies = copies_of(rows);
  for (std::size_t i = 0; i < std::min(copies.size(), copies_shown); ++i)
    table.row({copies[i].number, copies[i].description});
  return table;
}

Result<Reply> run_heal(Call& call, const Values& in) {
  if (!may_heal(call.work()))
    return Unexpected({METODICA_CONFLICT, "heal.nothing"});
  heal(call.work(), {in.text("number"), in.date("dated"), in.text("found_by"), call.caller().user,
                     call.now_utc()});
  return Reply::go("hub.link", Json::object(), call.say()("heal.done"));
}

}  // namespace

void show_healing(Screen& screen, Call& call, const Json& typed,
                  const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  if (may_heal(call.work())) {
    const auto rows = set_aside(call.work(), 0);
    screen.heading(say("heal.heading")).text(say("heal.text"));
    screen.table(acts_table(rows, say)).table(copies_table(rows, say));
    if (call.caller().roles.any_of(healers)) {
      const Json usual = Json::object({{"dated", call.today().iso()}});
      screen.form(heal_form(say), say, typed.is_object() ? typed : usual, problems);
    } else {
      screen.text(say("heal.who"));
    }
  }
  const auto all = healings(call.work());
  if (all.empty())
    return;
  Table table("healings");
  table.caption(say("heal.minutes_caption"))
      .column("number", say("heal.number"))
      .column("dated", say("heal.dated"), CellKind::date)
      .column("found_by", say("heal.found_by"));
  for (const std::int64_t one : all) {
    const auto minutes = healing_minutes(call.work(), one);
    if (!minutes)
      continue;
    Button print{say("heal.print"), "hub.heal_paper", Json::object({{"minutes", one}})};
    table.row({minutes->number, minutes->dated.shown(say.lang()), minutes->found_by}, {print});
  }
  screen.table(table);
}

void add_healing_screens(
    ActionList& actions,
    std::function<Result<Reply>(Call&, const Json&, const std::vector<Problem>&)> again) {
  actions.push_back({"hub.heal",
                     ActionKind::write,
                     healers,
                     "screen",
                     heal_form,
                     R"({"number":"3","dated":"2026-06-02","found_by":"Popescu Ana"})",
                     {},
                     run_heal,
                     std::move(again),
                     true});
  add_healing_papers(actions);
}

}  // namespace metodica::hub
