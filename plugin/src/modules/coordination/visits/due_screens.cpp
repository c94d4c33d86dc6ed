// Who is due for a visit, with every point explained.

#include <algorithm>

#include "modules/coordination/visits/visit_actions.hpp"
#include "modules/coordination/visits/visit_forms.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t high = 30;
constexpr std::int64_t middle = 15;
constexpr std::size_t reasons_shown = 3;

std::string why(const ScorePart& part, const Messages& say) {
  if (part.never)
    return say("visit.why.months_never");
  const std::string id = "visit.why." + part.code.substr(part.code.find('.') + 1);
  return say(id, {{"count", part.count}, {"period", part.term.period}});
}

std::string reasons(const DueScore& score, const Messages& say) {
  std::string text;
  for (std::size_t at = 0; at < std::min(reasons_shown, score.parts.size()); ++at)
    text += (at == 0 ? "" : "; ") + say("visit.with_points", {{"text", why(score.parts[at], say)},
                                                              {"points", score.parts[at].points}});
  return text;
}

Level level_of(std::int64_t points) {
  if (points >= high)
    return Level::bad;
  return points >= middle ? Level::warn : Level::info;
}

Cell last_visit(const DueUnit& unit, const Messages& say) {
  return unit.facts.last_visit.none() ? say("visit.never")
                                      : unit.facts.last_visit.shown(say.lang());
}

std::string state_words(const DueUnit& unit, const Messages& say) {
  return unit.state.empty() ? "" : say("network.state." + unit.state);
}

Table due_table(const std::vector<DueUnit>& units, const Messages& say, bool visits) {
  Table table("due");
  table.column("unit", say("network.unit"))
      .column("points", say("visit.points"), CellKind::tag)
      .column("why", say("visit.why"))
      .column("last", say("visit.last"), CellKind::date)
      .column("overdue", say("visit.overdue"), CellKind::integer)
      .empty(say("coordination.none"));
  for (const DueUnit& unit : units) {
    const Json args = Json::object({{"siruta", unit.siruta}});
    std::vector<Button> buttons = {{say("visit.prepare"), "coordination.visit_sheet", args}};
    if (visits)
      buttons.insert(buttons.begin(), {say("visit.plan"), "coordination.new_visit", args});
    table.row({Cell::link(unit.name, "coordination.visit_score", args).note(state_words(unit, say)),
               Cell::tag(say("visit.points_count", {{"count", unit.score.points}}),
                         level_of(unit.score.points)),
               reasons(unit.score, say), last_visit(unit, say),
               unit.facts.overdue == 0 ? "" : shown_integer(unit.facts.overdue, say.lang())},
              std::move(buttons));
  }
  return table;
}

// The terms that no unit has an answer to; what single ones lack stands on their own page.
std::string unanswered(const std::vector<DueUnit>& units, const Messages& say) {
  std::string names;
  for (const std::string& code : score_codes()) {
    const bool by_none = std::all_of(units.begin(), units.end(), [&](const DueUnit& unit) {
      const auto& unknown = unit.score.unknown;
      return std::find(unknown.begin(), unknown.end(), code) != unknown.end();
    });
    if (by_none)
      names += (names.empty() ? "" : "; ") + say("term." + code);
  }
  return names;
}

void add_figures(Screen& screen, const std::vector<DueUnit>& units, Call& call) {
  const Messages& say = call.say();
  std::int64_t never = 0, overdue = 0;
  for (const DueUnit& unit : units) {
    never += unit.facts.last_visit.none() ? 1 : 0;
    overdue += unit.facts.overdue;
  }
  const auto shown = [&](std::size_t count) {
    return shown_integer(static_cast<std::int64_t>(count), say.lang());
  };
  screen.figures(
      {{say("visit.units"), shown(units.size())},
       {say("visit.never_visited"), shown_integer(never, say.lang())},
       {say("visit.overdue"), shown_integer(overdue, say.lang())},
       {say("visit.planned_count"), shown(planned_visits(call.work(), call.today()).size())}});
}

Result<Reply> run_due(Call& call, const Values&) {
  const Messages& say = call.say();
  const auto units = due_units(call);
  Screen screen("coordination.visits_due", say("visit.due_title"));
  screen.sub(say("visit.due_sub"));
  add_visit_tabs(screen, 0, say);
  add_figures(screen, units, call);
  const std::string left_out = unanswered(units, say);
  if (!units.empty() && !left_out.empty())
    screen.say(say("visit.left_out", {{"names", left_out}}));
  screen.table(due_table(units, say, call.caller().roles.any_of(visitors)));
  return Reply::screen(screen);
}

std::string weight(const DatedTerm& term, const Messages& say) {
  return say("visit.weight", {{"points", term.points}, {"most", term.most}});
}

Table score_table(const DueScore& score, const Messages& say) {
  Table table("score");
  table.column("term", say("term.name"))
      .column("why", say("visit.why"))
      .column("points", say("visit.points"), CellKind::integer)
      .column("weight", say("visit.weight_label"))
      .column("reference", say("term.reference"));
  for (const ScorePart& part : score.parts) {
    table.row({say("term." + part.code), why(part, say), shown_integer(part.points, say.lang()),
               weight(part.term, say), reference_of(part.term, say)});
  }
  for (const std::string& code : score.unknown)
    table.row({say("term." + code), say("visit.not_answered"), "–"});
  table.footer({say("common.total"), "", shown_integer(score.points, say.lang())});
  return table;
}

Result<Reply> run_score(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t siruta = in.integer("siruta");
  METODICA_TRY(const Unit unit, known_unit(call, siruta));
  Screen screen("coordination.visit_score", unit.name);
  screen.sub(say("visit.score_sub"));
  for (const DueUnit& due : due_units(call)) {
    if (due.siruta == siruta)
      screen.table(score_table(due.score, say));
  }
  const Json args = Json::object({{"siruta", siruta}});
  std::vector<Button> buttons = {{say("visit.sheet"), "coordination.visit_sheet", args},
                                 {say("network.profile"), "coordination.profile", args}};
  if (call.caller().roles.any_of(visitors))
    buttons.insert(buttons.begin(), {say("visit.plan"), "coordination.new_visit", args, true});
  screen.actions(buttons);
  Table visits("visits");
  visits.caption(say("visit.before"))
      .column("day", say("visit.day"), CellKind::date)
      .column("state", say("visit.state"), CellKind::tag)
      .column("findings", say("visit.findings"))
      .empty(say("visit.none_of_unit"));
  for (const Visit& visit : visits_of_unit(call.work(), siruta)) {
    visits.row({Cell::link(visit.day.shown(say.lang()), "coordination.visit",
                           Json::object({{"number", visit.number}})),
                Cell::tag(say("visit.state." + visit.state), Level::info), visit.findings});
  }
  screen.table(visits);
  screen.table(
      measures_table(open_measures(call.work(), siruta), {{siruta, unit.name}}, say, call.today()));
  return Reply::screen(screen);
}

}  // namespace

void add_visit_tabs(Screen& screen, std::size_t at, const Messages& say) {
  screen.tabs(at, {{say("visit.tab.due"), "coordination.visits_due"},
                   {say("visit.tab.year"), "coordination.visits"},
                   {say("visit.tab.measures"), "coordination.measures"},
                   {say("visit.tab.terms"), "coordination.county_terms"}});
}

std::string reference_of(const DatedTerm& term, const Messages& say) {
  return term.verified ? term.reference : term.reference + " " + say("term.unverified");
}

void add_due_screens(ActionList& actions) {
  actions.push_back({"coordination.visits_due",
                     ActionKind::read,
                     visit_readers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     run_due,
                     {}});
  actions.push_back(
      {"coordination.visit_score",
       ActionKind::read,
       visit_readers,
       "screen",
       [](const Messages& say) { return visit_unit_form(say, "coordination.visit_score"); },
       R"({"siruta":57706})",
       {},
       run_score,
       {}});
}

}  // namespace metodica::coordination
