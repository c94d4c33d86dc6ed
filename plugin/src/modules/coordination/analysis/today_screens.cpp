// The methodologist's day: what is on, what waits, what changed. Each part is asked for its own.

#include <algorithm>

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/charts.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/network/handover_store.hpp"
#include "modules/coordination/network/network_store.hpp"
#include "modules/coordination/network/unit_choice.hpp"
#include "modules/coordination/promotion/event_store.hpp"
#include "modules/coordination/training/deadline_store.hpp"
#include "modules/coordination/training/gathering_store.hpp"
#include "modules/coordination/visits/assistance_store.hpp"
#include "modules/coordination/visits/visits_store.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr int days_ahead = 14;
constexpr int days_back = 60;
constexpr int months_ahead = 12;
constexpr std::size_t most_listed = 12;

// Everything the screen needs, read once.
struct Day {
  Date today;
  std::int64_t year = 0;  ///< of the returns looked at
  std::vector<UnitYear> units;
  std::map<std::int64_t, std::string> names;
  std::vector<Gathering> coming;  ///< not cancelled, from today on
  std::map<std::int64_t, std::int64_t> registered;
  std::vector<Measure> overdue;
  std::vector<AssistanceRequest> requests;
};

Day day_of(Call& call) {
  Day day;
  day.today = call.today();
  day.year = usual_year(call.work(), day.today);
  day.units = county_year(call.work(), day.year);
  day.names = unit_names(call);
  for (const std::int64_t year : {day.today.year(), day.today.year() + 1}) {
    for (const GatheringLine& line : gatherings(call.work(), year)) {
      if (line.gathering.day < day.today || line.gathering.state == "cancelled")
        continue;
      day.coming.push_back(line.gathering);
      day.registered[line.gathering.number] = line.registered;
    }
  }
  day.overdue = overdue_measures(call.work(), day.today);
  day.requests = open_requests(call.work());
  return day;
}

std::string name_in(const Day& day, std::int64_t siruta) {
  const auto found = day.names.find(siruta);
  return found == day.names.end() ? "–" : found->second;
}

std::string number(std::size_t count, const Messages& say) {
  return shown_integer(static_cast<std::int64_t>(count), say.lang());
}

const Gathering* next_course(const Day& day) {
  const auto found = std::ranges::find(day.coming, "course", &Gathering::kind);
  return found == day.coming.end() ? nullptr : &*found;
}

std::vector<Figure> figures_of(const Day& day, const Messages& say) {
  const auto sent = std::ranges::count_if(day.units, [](const UnitYear& one) {
    return one.state == ReturnState::submitted || is_accepted(one.state);
  });
  Figure returns{
      say("today.returns", {{"year", std::to_string(day.year)}}),
      number(static_cast<std::size_t>(sent), say),
      say("analysis.of_units", {{"count", static_cast<std::int64_t>(day.units.size())}})};
  returns.done = sent;
  returns.of = static_cast<std::int64_t>(day.units.size());
  Figure course{say("today.next_course"), say("today.none")};
  if (const Gathering* next = next_course(day)) {
    course.value = next->day.shown(say.lang());
    course.note = say("today.registered", {{"count", day.registered.at(next->number)}});
  }
  return {returns,
          {say("today.overdue"), number(day.overdue.size(), say)},
          {say("today.requests"), number(day.requests.size(), say)},
          course};
}

Cell gathering_cell(const Gathering& of) {
  return Cell::link(of.title, "coordination.gathering", Json::object({{"number", of.number}}))
      .note(of.starts + "–" + of.ends);
}

// What is on in the next two weeks: meetings, visits, days by which something is due.
Table agenda(Call& call, const Day& day) {
  const Messages& say = call.say();
  struct Line {
    Date day;
    std::string kind;
    Cell what;
  };
  std::vector<Line> lines;
  const Date until = day.today.plus_days(days_ahead);
  for (const Gathering& of : day.coming) {
    if (of.day <= until)
      lines.push_back({of.day, say("gathering.kind." + of.kind), gathering_cell(of)});
  }
  for (const Visit& visit : planned_visits(call.work(), day.today)) {
    if (visit.day <= until)
      lines.push_back({visit.day, say("today.visit"),
                       Cell::link(name_in(day, visit.siruta), "coordination.visit",
                                  Json::object({{"number", visit.number}}))});
  }
  for (const Deadline& one : deadlines(call.work(), day.today.year())) {
    if (one.day >= day.today && one.day <= until)
      lines.push_back({one.day, say("today.deadline"), Cell(one.title).note(one.reference)});
  }
  std::ranges::stable_sort(lines, {}, &Line::day);
  Table table("agenda");
  table.caption(say("today.agenda"))
      .column("day", say("common.date"), CellKind::date)
      .column("kind", say("today.kind"))
      .column("what", say("today.what"))
      .empty(say("today.nothing"));
  for (const Line& line : lines) {
    const bool now = line.day == day.today;
    table.row({now ? Cell::tag(say("today.now"), Level::warn) : Cell(line.day.shown(say.lang())),
               line.kind, line.what});
  }
  return table;
}

std::vector<std::pair<ReturnState, std::int64_t>> states_of(const Day& day) {
  std::vector<std::pair<ReturnState, std::int64_t>> counts;
  for (const ReturnState state :
       {ReturnState::empty, ReturnState::in_work, ReturnState::submitted, ReturnState::returned,
        ReturnState::accepted, ReturnState::locked, ReturnState::published}) {
    const auto count = std::ranges::count(day.units, state, &UnitYear::state);
    if (count > 0)
      counts.emplace_back(state, count);
  }
  return counts;
}

void add_returns(Screen& screen, const Day& day, const Messages& say) {
  if (day.units.empty())
    return;
  BarChart chart;
  chart.title = say("today.returns", {{"year", std::to_string(day.year)}});
  chart.alternative = chart.title;
  for (const auto& [state, count] : states_of(day)) {
    const std::string name = say("return.state." + std::string(name_of(state)));
    chart.bars.push_back(
        {name, Decimal{count, 0}, shown_integer(count, say.lang()), is_accepted(state)});
    chart.alternative += "; " + name + ": " + std::to_string(count);
  }
  Table table("returns");
  table.caption(say("today.returns_list"))
      .column("unit", say("analysis.unit"))
      .column("state", say("analysis.return_state"), CellKind::tag);
  for (const UnitYear& one : day.units) {
    const bool late = one.state == ReturnState::empty || one.state == ReturnState::in_work;
    const Level level = is_accepted(one.state) ? Level::good : late ? Level::warn : Level::info;
    table.row({Cell::link(one.unit.name, "coordination.unit_analysis",
                          Json::object({{"siruta", one.unit.siruta}, {"year", day.year}})),
               Cell::tag(say("return.state." + std::string(name_of(one.state))), level)});
  }
  const Drawing picture = drawn(chart);
  screen.picture(svg_of(picture), picture.alternative, table);
}

void say_rest(Screen& screen, std::size_t all, const Messages& say) {
  if (all > most_listed)
    screen.text(say("today.more", {{"count", static_cast<std::int64_t>(all - most_listed)}}));
}

void add_overdue(Screen& screen, const Day& day, const Messages& say) {
  Table table("overdue");
  table.caption(say("today.overdue"))
      .column("deadline", say("today.deadline"), CellKind::date)
      .column("unit", say("analysis.unit"))
      .column("measure", say("today.measure"))
      .empty(say("today.none_overdue"));
  for (std::size_t i = 0; i < std::min(most_listed, day.overdue.size()); ++i) {
    const Measure& one = day.overdue[i];
    table.row({one.deadline.shown(say.lang()), name_in(day, one.siruta),
               Cell::link(one.text, "coordination.measure", Json::object({{"measure", one.number}}))
                   .note(one.owner)});
  }
  screen.table(table);
  say_rest(screen, day.overdue.size(), say);
}

void add_requests(Screen& screen, const Day& day, const Messages& say) {
  Table table("requests");
  table.caption(say("today.requests"))
      .column("day", say("common.date"), CellKind::date)
      .column("unit", say("analysis.unit"))
      .column("question", say("today.question"))
      .empty(say("today.no_requests"));
  for (std::size_t i = 0; i < std::min(most_listed, day.requests.size()); ++i) {
    const AssistanceRequest& one = day.requests[i];
    const std::string topic = one.topic.empty() ? "" : say("gathering.topic." + one.topic);
    Cell question = one.number == 0 ? Cell(one.question)
                                    : Cell::link(one.question, "coordination.request",
                                                 Json::object({{"number", one.number}}));
    table.row({one.received_on.shown(say.lang()), name_in(day, one.siruta),
               std::move(question).note(topic)});
  }
  screen.table(table);
  say_rest(screen, day.requests.size(), say);
}

void add_people(Screen& screen, Call& call, const Day& day) {
  const Messages& say = call.say();
  Table changes("changes");
  changes.caption(say("today.changes"))
      .column("day", say("common.date"), CellKind::date)
      .column("unit", say("analysis.unit"))
      .column("status", say("county_table.status"))
      .empty(say("today.no_changes"));
  for (const StatusPeriod& one :
       status_changes(call.work(), day.today.plus_days(-days_back), day.today)) {
    changes.row({one.from.shown(say.lang()), name_in(day, one.siruta),
                 Cell(say("network.state." + one.state)).note(one.reason)});
  }
  screen.table(changes);
  Table leaving("retirements");
  leaving.caption(say("today.retirements"))
      .column("day", say("common.date"), CellKind::date)
      .column("unit", say("analysis.unit"))
      .column("person", say("today.person"))
      .empty(say("today.no_retirements"));
  for (const Retirement& one : retirements_within(call.work(), day.today, months_ahead))
    leaving.row({one.retires_on.shown(say.lang()), one.unit, Cell(one.name).note(one.title)});
  screen.table(leaving);
  if (const auto late = overdue_handover_steps(call.work(), day.today).size(); late > 0)
    screen.say(say("today.handover_late", {{"count", static_cast<std::int64_t>(late)}}),
               Level::warn);
}

// Events that somebody wrote down and nobody has announced yet.
void add_drafts(Screen& screen, Call& call, const Day& day) {
  const Messages& say = call.say();
  Table table("drafts");
  table.caption(say("today.drafts"))
      .column("day", say("common.date"), CellKind::date)
      .column("title", say("today.what"))
      .column("host", say("common.library"))
      .empty(say("today.no_drafts"));
  for (const LibraryEvent& one :
       events(call.work(), day.today, day.today.plus_months(months_ahead))) {
    if (one.state != "draft" || table.rows() == most_listed)
      continue;
    const bool own = one.library == call.caller().library;
    table.row(
        {one.day.shown(say.lang()),
         own ? Cell::link(one.title, "coordination.event", Json::object({{"number", one.number}}))
             : Cell(one.title),
         one.host});
  }
  screen.table(table);
}

Result<Reply> run_today(Call& call, const Values&) {
  const Messages& say = call.say();
  const Day day = day_of(call);
  Screen screen("coordination.today", say("today.title", {{"day", day.today.shown(say.lang())}}));
  screen.sub(say("today.sub"));
  if (day.units.empty())
    screen.say(say("analysis.no_units"), Level::warn);
  screen.figures(figures_of(day, say));
  screen.table(agenda(call, day));
  screen.actions({{say("today.to_visits"), "coordination.visits_due"},
                  {say("today.to_requests"), "coordination.requests"},
                  {say("today.to_gatherings"), "coordination.gatherings"},
                  {say("today.to_analysis"), "coordination.analysis"}});
  add_overdue(screen, day, say);
  add_requests(screen, day, say);
  add_returns(screen, day, say);
  add_drafts(screen, call, day);
  add_people(screen, call, day);
  return Reply::screen(screen);
}

}  // namespace

void add_today(ActionList& actions) {
  actions.push_back({"coordination.today",
                     ActionKind::read,
                     analysts,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     run_today,
                     {}});
}

}  // namespace metodica::coordination
