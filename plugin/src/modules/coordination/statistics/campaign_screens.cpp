// The county's side: the returns of all its units, rules, reminders.

#include <algorithm>
#include <map>

#include "modules/coordination/statistics/county_returns.hpp"
#include "modules/coordination/statistics/statistics_actions.hpp"
#include "modules/coordination/statistics/statistics_forms.hpp"
#include "modules/coordination/statistics/statistics_words.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Json year_args(std::int64_t year) {
  return Json::object({{"year", year}});
}

bool is_shown(const CountyReturn& one, const std::string& only) {
  if (only.empty())
    return true;
  return only == "late" ? one.late : name_of(one.state) == only;
}

std::int64_t count_of(const std::vector<CountyReturn>& all, const std::string& only) {
  return std::ranges::count_if(all, [&](const CountyReturn& one) { return is_shown(one, only); });
}

void add_figures(Screen& screen, const std::vector<CountyReturn>& all, const Messages& say) {
  const auto whole = static_cast<std::int64_t>(all.size());
  const std::int64_t given =
      std::ranges::count_if(all, [](const CountyReturn& one) { return one.submission > 0; });
  const std::int64_t accepted =
      std::ranges::count_if(all, [](const CountyReturn& one) { return is_accepted(one.state); });
  const auto shown = [&](std::int64_t count) { return shown_integer(count, say.lang()); };
  const std::string of = say("campaign.of_units", {{"count", whole}});
  screen.figures({{say("campaign.given"), shown(given), of, given, whole},
                  {say("campaign.accepted"), shown(accepted), of, accepted, whole},
                  {say("campaign.returned"), shown(count_of(all, "returned"))},
                  {say("campaign.late"), shown(count_of(all, "late"))}});
}

void add_tabs(Screen& screen, const std::vector<CountyReturn>& all, std::int64_t year,
              const std::string& only, const Messages& say) {
  std::vector<Tab> tabs;
  std::size_t at = 0;
  for (const std::string state : {"", "empty", "in_work", "submitted", "returned", "accepted",
                                  "locked", "published", "late"}) {
    const std::int64_t count = count_of(all, state);
    if (count == 0 && !state.empty() && state != only)
      continue;
    Json args = year_args(year);
    if (!state.empty())
      args.set("only", state);
    at = state == only ? tabs.size() : at;
    const std::string label = state.empty()     ? say("campaign.all_states")
                              : state == "late" ? say("campaign.late")
                                                : say("return.state." + state);
    tabs.push_back({label + " (" + shown_integer(count, say.lang()) + ")", "coordination.campaign",
                    std::move(args)});
  }
  screen.tabs(at, tabs);
}

Table returns_table(const std::vector<CountyReturn>& all, std::int64_t year,
                    const std::string& only, const Messages& say) {
  Table table("returns");
  table.column("unit", say("campaign.unit"))
      .column("state", say("return.state"), CellKind::tag)
      .column("given", say("campaign.given_on"), CellKind::date)
      .column("late", say("campaign.on_time"), CellKind::tag)
      .column("contradictions", say("return.contradictions"), CellKind::integer)
      .column("questions", say("return.questions"), CellKind::integer)
      .empty(say("campaign.none"));
  for (const CountyReturn& one : all) {
    if (!is_shown(one, only))
      continue;
    const Json args = Json::object({{"year", year}, {"siruta", one.siruta}});
    const bool begun = one.state != ReturnState::empty;
    const auto count = [&](std::int64_t number) {
      return begun ? shown_integer(number, say.lang()) : std::string();
    };
    table.row(
        {Cell::link(one.name, begun ? "coordination.return_points" : "coordination.return", args)
             .note(one.library_name),
         Cell::tag(state_words(one.state, say), state_level(one.state)),
         Cell(day_words(one.submitted_at, say)).note(one.submitted_by),
         one.late ? Cell::tag(say("campaign.is_late"), Level::bad) : Cell(""),
         count(one.contradictions), count(one.questions)});
  }
  return table;
}

std::vector<Button> campaign_buttons(const std::vector<CountyReturn>& all, std::int64_t year,
                                     const Messages& say) {
  std::vector<Button> buttons = {
      {say("campaign.reminders"), "coordination.reminders", year_args(year)},
      {say("campaign.rules"), "coordination.campaign_rules", year_args(year)},
      {std::to_string(year - 1), "coordination.campaign", year_args(year - 1)},
      {std::to_string(year + 1), "coordination.campaign", year_args(year + 1)}};
  const auto bulk = [&](const char* state, const char* decision) {
    const std::int64_t count = count_of(all, state);
    if (count == 0)
      return;
    Json args = year_args(year);
    args.set("decision", decision);
    Button button = writing_button(say(std::string("campaign.do.") + decision, {{"count", count}}),
                                   "coordination.decide_all", std::move(args));
    button.confirm = say(std::string("campaign.ask.") + decision, {{"count", count}});
    buttons.push_back(std::move(button));
  };
  bulk("accepted", "locked");
  bulk("locked", "published");
  return buttons;
}

Form shown_campaign_form(Call& call) {
  const Messages& say = call.say();
  Form form("campaign", "coordination.keep_campaign", say("campaign.keep"));
  form.integer("year", say("return.year")).required().help(say("campaign.year_help"));
  form.date("opens", say("campaign.opens")).required();
  form.date("deadline", say("campaign.deadline")).required();
  Field& choice = form.choice("form", say("campaign.form")).help(say("campaign.form_help"));
  for (const auto& survey : all_surveys(call.work())) {
    choice.option(survey->name, survey->title.in(say.lang()) +
                                    (survey->verified ? "" : " – " + say("campaign.unverified")));
  }
  form.long_text("about", say("campaign.about")).help(say("campaign.about_help"));
  return form;
}

Json campaign_values(Call& call, std::int64_t year) {
  const auto known = campaign_of_year(call.work(), year);
  if (!known) {
    // INS collects in February for the year before (domain note on coordination, 2.1).
    const auto next = static_cast<int>(year) + 1;
    return Json::object({{"year", year},
                         {"opens", Date(next, 2, 1).iso()},
                         {"deadline", Date(next, 2, 28).iso()},
                         {"form", survey_of(call.work(), year)->name}});
  }
  return Json::object({{"year", year},
                       {"opens", known->opens.iso()},
                       {"deadline", known->deadline.iso()},
                       {"form", known->form},
                       {"about", known->about}});
}

Result<Reply> run_rules(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = in.integer("year", reported_year(call.today()));
  const auto survey = survey_of(call.work(), year);
  std::map<std::string, std::int64_t> open;
  for (const CountyPoint& point : county_points(call.work(), year))
    ++open[point.finding.rule];
  std::map<std::string, bool> off;
  for (const SetAside& one : set_aside(call.work(), year)) {
    if (one.siruta == 0)
      off[one.rule] = one.off;
  }
  Table table("rules");
  table.column("text", say("return.rule"))
      .column("severity", say("return.verdict"), CellKind::tag)
      .column("open", say("campaign.open_points"), CellKind::integer)
      .column("state", say("return.state"), CellKind::tag);
  for (const EditRule& rule : survey->rules) {
    Json aside = year_args(year);
    aside.set("siruta", 0).set("rule", rule.code).set("off", !off[rule.code]);
    std::vector<Button> buttons = {
        writing_button(say(off[rule.code] ? "campaign.rule_on" : "campaign.rule_off"),
                       "coordination.set_aside", std::move(aside))};
    const bool critical = rule.severity == Severity::critical;
    if (!critical && open[rule.code] > 0) {
      Json close = year_args(year);
      close.set("rule", rule.code);
      buttons.push_back(
          writing_button(say("campaign.close_points"), "coordination.close_points", close));
      buttons.back().confirm = say("campaign.close_ask", {{"count", open[rule.code]}});
    }
    table.row({Cell(general_sentence(rule, say.lang())).note(rule.code),
               Cell::tag(say(critical ? "return.critical" : "return.ask"),
                         critical ? Level::bad : Level::warn),
               shown_integer(open[rule.code], say.lang()),
               off[rule.code] ? Cell::tag(say("campaign.is_off"), Level::info)
                              : Cell::tag(say("campaign.is_on"), Level::good)},
              buttons);
  }
  Screen screen("coordination.campaign_rules",
                say("campaign.rules_title", {{"year", std::to_string(year)}}));
  screen.sub(survey->title.in(say.lang()));
  screen.text(say("campaign.rules_sub"));
  screen.table(table);
  screen.actions({{say("campaign.back"), "coordination.campaign", year_args(year)}});
  return Reply::screen(screen);
}

// Who has to be written to, and the words for it; the county sends them from its own mail.
Result<Reply> run_reminders(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = in.integer("year", reported_year(call.today()));
  const auto running = campaign_of_year(call.work(), year);
  Table table("reminders");
  table.column("unit", say("campaign.unit"))
      .column("state", say("return.state"), CellKind::tag)
      .column("why", say("campaign.why"))
      .empty(say("campaign.nobody_missing"));
  for (const CountyReturn& one : county_returns(call.work(), year, call.today())) {
    if (!may_enter(one.state))
      continue;
    table.row({Cell::link(one.name, "coordination.return",
                          Json::object({{"year", year}, {"siruta", one.siruta}}))
                   .note(one.library_name),
               Cell::tag(state_words(one.state, say), state_level(one.state)),
               say(one.state == ReturnState::returned ? "campaign.why_returned"
                   : one.late                         ? "campaign.why_late"
                                                      : "campaign.why_missing")});
  }
  Screen screen("coordination.reminders",
                say("campaign.reminders_title", {{"year", std::to_string(year)}}));
  screen.sub(say("campaign.reminders_sub"));
  screen.table(table);
  if (table.rows() > 0) {
    screen.group(say("campaign.letter"), [&](Screen& letter) {
      letter.text(say("campaign.letter_text",
                      {{"year", std::to_string(year)},
                       {"date", running ? running->deadline.shown(say.lang()) : "–"}}));
    });
  }
  screen.actions({{say("campaign.back"), "coordination.campaign", year_args(year)}});
  return Reply::screen(screen);
}

}  // namespace

Result<Reply> campaign_screen(Call& call, std::int64_t year, const std::string& state,
                              const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  if (year == 0)
    year = reported_year(call.today());
  const auto running = campaign_of_year(call.work(), year);
  Screen screen("coordination.campaign", say("campaign.title", {{"year", std::to_string(year)}}));
  screen.sub(running ? say("campaign.runs", {{"opens", running->opens.shown(say.lang())},
                                             {"deadline", running->deadline.shown(say.lang())}})
                     : say("campaign.not_yet"));
  if (!is_county(call.work())) {
    screen.say(say("campaign.not_county"), Level::warn);
    screen.text(say("campaign.not_county.hint"));
    return Reply::screen(screen);
  }
  const auto all = county_returns(call.work(), year, call.today());
  add_figures(screen, all, say);
  screen.actions(campaign_buttons(all, year, say));
  add_tabs(screen, all, year, state, say);
  screen.table(returns_table(all, year, state, say));
  screen.heading(say(running ? "campaign.change" : "campaign.begin"));
  const bool ours = !typed["opens"].is_null();
  screen.form(shown_campaign_form(call), say, ours ? typed : campaign_values(call, year),
              ours ? problems : std::vector<Problem>());
  screen.heading(say("campaign.load_title"));
  screen.text(say("campaign.load_sub"));
  screen.form(load_form(say), say, {}, ours ? std::vector<Problem>() : problems);
  return Reply::screen(screen);
}

void add_campaign_screens(ActionList& actions) {
  const auto add = [&](const char* name, std::function<Form(const Messages&)> form,
                       Result<Reply> (*run)(Call&, const Values&)) {
    actions.push_back({name,
                       ActionKind::read,
                       county_roles,
                       "screen",
                       std::move(form),
                       R"({"year":2025})",
                       {},
                       run,
                       {}});
  };
  add("coordination.campaign", campaign_choice_form, [](Call& call, const Values& in) {
    return campaign_screen(call, in.integer("year"), in.text("only"), {}, {});
  });
  add(
      "coordination.campaign_rules",
      [](const Messages& say) { return stat_year_form(say, "coordination.campaign_rules"); },
      run_rules);
  add(
      "coordination.reminders",
      [](const Messages& say) { return stat_year_form(say, "coordination.reminders"); },
      run_reminders);
}

}  // namespace metodica::coordination
