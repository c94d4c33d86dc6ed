// The county's network on screen: how its libraries stand, the methodical centres, who retires.

#include <map>

#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/network_forms.hpp"
#include "modules/coordination/network/network_import.hpp"
#include "modules/coordination/network/unit_store.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr int one_year = 12;
constexpr int three_years = 36;

struct Standing {
  std::int64_t siruta = 0;
  std::string name, centre, state;
  std::int64_t staffed = 0;  ///< per cent of a full post
};

std::vector<Standing> standings(Call& call) {
  std::map<std::int64_t, std::vector<StatusPeriod>> periods;
  for (StatusPeriod& period : status_periods(call.work()))
    periods[period.siruta].push_back(std::move(period));
  std::map<std::int64_t, std::vector<StaffPost>> posts;
  for (StaffPost& post : staff_posts(call.work()))
    posts[post.siruta].push_back(std::move(post));
  std::vector<Unit> all = units(call.work());
  sort_units(all);
  std::vector<Standing> standings;
  for (const Unit& unit : all) {
    Standing one{unit.siruta,
                 unit.name,
                 unit.methodical_centre,
                 {},
                 staffed_percent(posts[unit.siruta], call.today())};
    if (const StatusPeriod* now = status_on(periods[unit.siruta], call.today()))
      one.state = now->state;
    standings.push_back(std::move(one));
  }
  return standings;
}

std::string state_words(const std::string& state, const Messages& say) {
  return say(state.empty() ? "network.not_known" : "network.state." + state);
}

void add_figures(Screen& screen, const std::vector<Standing>& all, Call& call) {
  const Messages& say = call.say();
  std::map<std::string, std::int64_t> counts;
  std::int64_t staffed = 0, alone = 0;
  for (const Standing& one : all) {
    ++counts[one.state];
    staffed += one.staffed;
    alone += one.staffed == 0 && one.state != "merged" ? 1 : 0;
  }
  std::vector<Figure> figures;
  for (const std::string& state : unit_states()) {
    if (counts[state] > 0)
      figures.push_back({say("network.state." + state), shown_integer(counts[state], say.lang())});
  }
  if (counts[""] > 0)
    figures.push_back({say("network.not_known"), shown_integer(counts[""], say.lang())});
  figures.push_back({say("network.staff"), shown_fte(staffed, say)});
  figures.push_back({say("network.without_staff"), shown_integer(alone, say.lang())});
  screen.figures(figures);
}

Table changes_table(Call& call) {
  const Messages& say = call.say();
  const auto names = unit_names(call);
  Table table("changes");
  table.caption(say("network.changes"))
      .column("day", say("network.from"), CellKind::date)
      .column("unit", say("network.unit"))
      .column("state", say("network.state_label"))
      .column("reason", say("network.reason"))
      .empty(say("network.no_changes"));
  for (const StatusPeriod& period :
       status_changes(call.work(), call.today().plus_months(-one_year), call.today())) {
    const auto name = names.find(period.siruta);
    table.row({period.from.shown(say.lang()),
               Cell::link(name == names.end() ? std::string() : name->second,
                          "coordination.profile", Json::object({{"siruta", period.siruta}})),
               say("network.state." + period.state), period.reason});
  }
  return table;
}

Table retirements_table(const std::vector<Retirement>& all, const Messages& say, Date today) {
  Table table("retirements");
  table.column("day", say("network.retires_on"), CellKind::date)
      .column("unit", say("network.unit"))
      .column("post", say("network.post"))
      .column("name", say("network.holder"))
      .empty(say("network.no_retirements"));
  for (const Retirement& one : all) {
    const std::string day = one.retires_on.shown(say.lang());
    table.row(
        {one.retires_on < today ? Cell(day).note(say("network.retire_past")) : Cell(day),
         Cell::link(one.unit, "coordination.profile", Json::object({{"siruta", one.siruta}})),
         one.title, one.name.empty() ? say("network.forgotten") : one.name},
        {{say("handover.begin"), "coordination.new_handover", Json::object({{"post", one.post}})}});
  }
  return table;
}

Result<Reply> run_retirements(Call& call, const Values& in) {
  const Messages& say = call.say();
  const auto months = static_cast<int>(in.integer("months", one_year));
  const auto all = retirements_within(call.work(), call.today(), months);
  Screen screen("coordination.retirements", say("network.retirements"));
  screen.sub(say("network.retirements_sub", {{"count", std::int64_t{months}}}));
  add_network_tabs(screen, 2, say);
  const auto go = [&](int to) {
    return Button{say("network.months_ahead", {{"count", std::int64_t{to}}}),
                  "coordination.retirements", Json::object({{"months", std::int64_t{to}}})};
  };
  screen.actions({go(one_year), go(three_years)});
  const auto count = [&](int within) {
    return shown_integer(
        static_cast<std::int64_t>(retirements_within(call.work(), call.today(), within).size()),
        say.lang());
  };
  screen.figures(
      {{say("network.months_ahead", {{"count", std::int64_t{one_year}}}), count(one_year)},
       {say("network.months_ahead", {{"count", std::int64_t{three_years}}}), count(three_years)}});
  screen.table(retirements_table(all, say, call.today()));
  return Reply::screen(screen);
}

}  // namespace

void add_network_tabs(Screen& screen, std::size_t at, const Messages& say) {
  screen.tabs(at, {{say("network.tab.overview"), "coordination.network"},
                   {say("network.tab.centres"), "coordination.centres"},
                   {say("network.tab.retirements"), "coordination.retirements"},
                   {say("network.tab.handovers"), "coordination.handovers"},
                   {say("network.tab.people"), "coordination.people"}});
}

Result<Reply> network_screen(Call& call, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  const auto all = standings(call);
  Screen screen("coordination.network", say("network.title"));
  screen.sub(say("network.sub"));
  add_network_tabs(screen, 0, say);
  add_figures(screen, all, call);
  screen.table(changes_table(call));
  Table table("units");
  table.caption(say("network.table"))
      .column("unit", say("network.unit"))
      .column("state", say("network.state_label"), CellKind::tag)
      .column("staff", say("network.staff"), CellKind::integer)
      .column("centre", say("coordination.centre"))
      .empty(say("coordination.none"));
  for (const Standing& one : all) {
    const Level level = is_open_state(one.state) ? Level::good : Level::warn;
    Cell staff(one.staffed == 0 ? say("network.nobody") : shown_fte(one.staffed, say));
    table.row({Cell::link(one.name, "coordination.profile", Json::object({{"siruta", one.siruta}})),
               one.state.empty() ? Cell(state_words(one.state, say))
                                 : Cell::tag(state_words(one.state, say), level),
               std::move(staff), one.centre});
  }
  screen.table(table);
  if (call.caller().roles.any_of(network_keepers)) {
    screen.heading(say("network.import_heading"));
    screen.form(network_import_form(say), say, {}, problems);
  }
  return Reply::screen(screen);
}

Result<Reply> centres_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  std::map<std::string, std::vector<Unit>> centres;
  std::vector<Unit> all = units(call.work());
  sort_units(all);
  for (Unit& unit : all)
    centres[unit.methodical_centre].push_back(std::move(unit));
  Screen screen("coordination.centres", say("network.centres"));
  screen.sub(say("network.centres_sub"));
  add_network_tabs(screen, 1, say);
  Table table("centres");
  table.column("centre", say("coordination.centre"))
      .column("count", say("coordination.units_label"), CellKind::integer)
      .column("population", say("coordination.population_label"), CellKind::integer)
      .column("places", say("network.places"))
      .empty(say("coordination.none"));
  for (const auto& [centre, members] : centres) {
    std::int64_t population = 0;
    std::string places;
    for (const Unit& unit : members) {
      population += unit.population;
      places += (places.empty() ? "" : ", ") + unit.name;
    }
    table.row({centre.empty() ? say("network.no_centre") : centre,
               shown_integer(static_cast<std::int64_t>(members.size()), say.lang()),
               shown_integer(population, say.lang()), places});
  }
  screen.table(table);
  if (call.caller().roles.any_of(network_keepers))
    screen.form(centre_form(say), say, typed, problems);
  return Reply::screen(screen);
}

void add_county_screens(ActionList& actions) {
  const auto add = [&](const char* name, std::function<Form(const Messages&)> form,
                       const char* example,
                       std::function<Result<Reply>(Call&, const Values&)> run) {
    actions.push_back({name,
                       ActionKind::read,
                       network_readers,
                       "screen",
                       std::move(form),
                       example,
                       {},
                       std::move(run),
                       {}});
  };
  add("coordination.network", no_arguments, "{}",
      [](Call& call, const Values&) { return network_screen(call, {}); });
  add("coordination.centres", no_arguments, "{}",
      [](Call& call, const Values&) { return centres_screen(call, {}, {}); });
  add("coordination.retirements", months_form, R"({"months":36})", run_retirements);
}

}  // namespace metodica::coordination
