// The return as the library sees it: its years, one chapter, where figures come from, its history.

#include "modules/coordination/statistics/figure_store.hpp"
#include "modules/coordination/statistics/statistics_actions.hpp"
#include "modules/coordination/statistics/statistics_forms.hpp"
#include "modules/coordination/statistics/statistics_words.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

std::int64_t answered_items(const ReturnWork& work) {
  std::int64_t count = 0;
  for (const SurveyChapter& chapter : work.survey->chapters) {
    for (const SurveyItem& item : chapter.items) {
      const FigureKind kind = figure_of(work.compared.now, item.code).kind;
      count += kind == FigureKind::not_reported ? 0 : 1;
    }
  }
  return count;
}

// What happened last and whose turn it is, in one sentence.
std::string what_now(const ReturnWork& work, const Messages& say) {
  const std::string id = "return.now." + std::string(name_of(work.state));
  const Decision last = work.decisions.empty() ? Decision{} : work.decisions.back();
  const bool submitted = work.state == ReturnState::submitted;
  return say(id, {{"date", day_words(submitted ? work.stored.submitted_at : last.at, say)},
                  {"who", submitted ? work.stored.submitted_by : last.by},
                  {"reason", last.reason}});
}

void add_state(Screen& screen, const ReturnWork& work, const Messages& say) {
  std::vector<std::string> names;
  for (const char* step : {"enter", "submit", "accept", "lock", "publish"})
    names.push_back(say(std::string("return.step.") + step));
  std::size_t at = 1;
  if (work.state == ReturnState::submitted)
    at = 3;
  else if (is_accepted(work.state))
    at = 4 + static_cast<std::size_t>(work.state) - static_cast<std::size_t>(ReturnState::accepted);
  screen.steps(at, names);
  screen.say(what_now(work, say), state_level(work.state));
  if (work.campaign && may_enter(work.state)) {
    screen.text(say("return.deadline", {{"date", work.campaign->deadline.shown(say.lang())}}) +
                (work.campaign->about.empty() ? "" : "\n" + work.campaign->about));
  }
  if (!work.survey->verified)
    screen.say(say("return.unverified", {{"source", work.survey->source}}), Level::warn);
}

void add_counts(Screen& screen, Call& call, const ReturnWork& work) {
  const Messages& say = call.say();
  std::int64_t contradictions = 0;
  std::int64_t questions = 0;
  for (const ReturnPoint& point : points_of(call, work)) {
    const bool critical = point.finding.severity == Severity::critical;
    const bool unanswered = point.finding.rule == "unanswered";
    contradictions += point.open() && critical && !unanswered ? 1 : 0;
    questions += point.open() && !critical ? 1 : 0;
  }
  const std::int64_t answered = answered_items(work);
  const auto items = static_cast<std::int64_t>(work.survey->items());
  screen.figures({{say("return.answered"), shown_integer(answered, say.lang()),
                   say("return.of_items", {{"count", items}}), answered, items},
                  {say("return.contradictions"), shown_integer(contradictions, say.lang())},
                  {say("return.questions"), shown_integer(questions, say.lang())}});
}

std::vector<Button> return_buttons(const ReturnWork& work, Call& call) {
  const Messages& say = call.say();
  const Json args = return_args(work.of());
  const bool entering = work.mine && may_enter(work.state);
  std::vector<Button> buttons;
  if (entering)
    buttons.push_back(writing_button(say("return.prefill"), "coordination.return_prefill", args));
  buttons.push_back({say("return.points"), "coordination.return_points", args});
  buttons.push_back({say("return.origins"), "coordination.return_origins", args});
  buttons.push_back({say("return.history"), "coordination.return_history", args});
  buttons.push_back({say("return.paper"), "coordination.return_paper", args});
  return buttons;
}

void add_totals(Screen& screen, const ReturnWork& work, const SurveyChapter& chapter,
                const Messages& say) {
  std::vector<Figure> figures;
  const auto lookup = [&](std::string_view space, std::string_view code) {
    return compared_figure(work.compared, space, code);
  };
  for (const SurveyTotal& total : chapter.totals) {
    const SurveyItem* item = work.survey->item(total.code);
    const ItemType type = item == nullptr ? ItemType::count : item->type;
    const auto sum = total.sum->value(lookup);
    const YearFigure whole = figure_of(work.compared.now, total.code);
    const bool differs = sum && whole.known() && *sum != whole.e4;
    const std::string stated = shown_figure(whole, type, say.lang());
    const std::string shown = sum ? shown_figure(YearFigure::decimal(*sum), type, say.lang()) : "–";
    figures.push_back({total.label.in(say.lang()), shown,
                       item == nullptr  ? ""
                       : differs        ? say("return.total_differs", {{"text", stated}})
                       : stated.empty() ? ""
                                        : say("return.total_agrees", {{"text", stated}})});
  }
  if (!figures.empty())
    screen.figures(figures);
}

Table chapter_table(const ReturnWork& work, const SurveyChapter& chapter, const Messages& say) {
  Table table("cells");
  table.column("label", say("return.item"))
      .column("last", say("return.last"), CellKind::integer)
      .column("value", say("return.value"), CellKind::integer)
      .column("origin", say("return.from"));
  for (const SurveyItem& item : chapter.items) {
    const auto known = work.cells.find(item.code);
    table.row({Cell(item.label.in(say.lang())).note(item.unit.in(say.lang())),
               figure_words(figure_of(work.compared.last, item.code), item.type, say),
               figure_words(figure_of(work.compared.now, item.code), item.type, say),
               known == work.cells.end() ? Cell("") : origin_cell(known->second, work.of(), say)});
  }
  return table;
}

Table help_table(const SurveyChapter& chapter, const Messages& say) {
  Table table("help");
  table.column("label", say("return.item")).column("help", say("return.where"));
  for (const SurveyItem& item : chapter.items) {
    if (!item.help.ro.empty())
      table.row({item.label.in(say.lang()), item.help.in(say.lang())});
  }
  return table;
}

void add_chapter(Screen& screen, Call& call, const ReturnWork& work, const SurveyChapter& chapter,
                 const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  std::vector<Tab> tabs;
  std::size_t at = 0;
  for (const SurveyChapter& one : work.survey->chapters) {
    Json args = return_args(work.of());
    args.set("chapter", one.code);
    at = &one == &chapter ? tabs.size() : at;
    tabs.push_back({one.title.in(say.lang()), "coordination.return", std::move(args)});
  }
  screen.tabs(at, tabs);
  const bool entering =
      work.mine && may_enter(work.state) && call.caller().roles.any_of(return_writers);
  if (!entering) {
    screen.table(chapter_table(work, chapter, say));
  } else {
    const bool again = typed["chapter"].text() == chapter.code;
    screen.form(chapter_form(say), say, again ? typed : chapter_values(call, work, chapter),
                problems);
  }
  add_totals(screen, work, chapter, say);
  const Table help = help_table(chapter, say);
  if (entering && help.rows() > 0) {
    screen.heading(say("return.where"));
    screen.table(help);
  }
}

Result<Reply> run_returns(Call& call, const Values&) {
  const Messages& say = call.say();
  const std::int64_t siruta = own_siruta(call.work());
  Screen screen("coordination.returns", say("return.years"));
  screen.sub(say("return.years_sub"));
  if (siruta == 0) {
    screen.say(say("return.no_siruta"), Level::warn);
    screen.text(say("return.no_siruta.hint"));
    if (call.caller().roles.any_of({Role::administrator, Role::manager}))
      screen.actions({{say("institution.settings"), "institution.settings"}});
    return Reply::screen(screen);
  }
  Table table("years");
  table.column("year", say("return.year"))
      .column("state", say("return.state"), CellKind::tag)
      .column("now", say("return.what_now"))
      .column("deadline", say("campaign.deadline"), CellKind::date);
  const std::int64_t newest = reported_year(call.today());
  std::vector<std::int64_t> years = figure_years(call.work());
  if (years.empty() || years.back() < newest)
    years.push_back(newest);
  for (auto year = years.rbegin(); year != years.rend(); ++year) {
    METODICA_TRY(const ReturnWork work, open_return(call, *year, siruta));
    table.row({Cell::link(std::to_string(*year), "coordination.return", return_args(work.of())),
               Cell::tag(state_words(work.state, say), state_level(work.state)),
               what_now(work, say),
               work.campaign ? work.campaign->deadline.shown(say.lang()) : ""});
  }
  screen.table(table);
  Button notebook{say("notebook.title"), "coordination.notebook"};
  screen.actions({notebook});
  return Reply::screen(screen);
}

Result<Reply> run_origins(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const ReturnWork work, open_return(call, in.integer("year"), in.integer("siruta")));
  Screen screen("coordination.return_origins",
                say("return.origins_title",
                    {{"unit", unit_words(work)}, {"year", std::to_string(work.of().year)}}));
  screen.sub(say("return.origins_sub"));
  for (const SurveyChapter& chapter : work.survey->chapters) {
    Table table("origins-" + chapter.code);
    table.caption(chapter.title.in(say.lang()))
        .column("label", say("return.item"))
        .column("value", say("return.value"), CellKind::integer)
        .column("origin", say("return.from"))
        .column("changed", say("return.changed"))
        .empty(say("return.nothing_yet"));
    for (const SurveyItem& item : chapter.items) {
      const auto known = work.cells.find(item.code);
      if (known == work.cells.end())
        continue;
      const ReturnCell& cell = known->second;
      table.row({Cell(item.label.in(say.lang())).note(item.code),
                 figure_words(cell.figure, item.type, say), origin_cell(cell, work.of(), say),
                 Cell(day_words(cell.changed_at, say)).note(cell.changed_by)});
    }
    screen.table(table);
  }
  screen.actions({{say("return.back"), "coordination.return", return_args(work.of())}});
  return Reply::screen(screen);
}

// Submissions and decisions in one line of time.
Table history_table(const ReturnWork& work, const std::vector<ReturnVersion>& versions,
                    const Messages& say) {
  Table table("history");
  table.column("day", say("return.day"), CellKind::date)
      .column("what", say("return.what"))
      .column("who", say("return.who"))
      .column("reason", say("return.reason"))
      .empty(say("return.no_history"));
  for (const ReturnVersion& version : versions) {
    table.row({day_words(version.at, say),
               say("return.submitted_as", {{"count", version.submission}}), version.by, ""});
    for (const Decision& decision : work.decisions) {
      if (decision.submission == version.submission) {
        table.row({day_words(decision.at, say), say("return.decided." + decision.kind), decision.by,
                   decision.reason});
      }
    }
  }
  return table;
}

// Figures that differ between what was handed over before and what stands now.
Table changes_table(const ReturnWork& work, const ReturnVersion& version, const Messages& say) {
  Table table("changes-" + std::to_string(version.submission));
  table
      .caption(say("return.version",
                   {{"count", version.submission}, {"date", day_words(version.at, say)}}))
      .column("label", say("return.item"))
      .column("then", say("return.then"), CellKind::integer)
      .column("now", say("return.value"), CellKind::integer)
      .empty(say("return.no_changes"));
  for (const SurveyChapter& chapter : work.survey->chapters) {
    for (const SurveyItem& item : chapter.items) {
      const YearFigure then = figure_of(version.figures, item.code);
      const YearFigure now = figure_of(work.compared.now, item.code);
      if (then != now) {
        table.row({item.label.in(say.lang()), figure_words(then, item.type, say),
                   figure_words(now, item.type, say)});
      }
    }
  }
  return table;
}

Result<Reply> run_history(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const ReturnWork work, open_return(call, in.integer("year"), in.integer("siruta")));
  const auto versions = return_versions(call.work(), work.of());
  Screen screen("coordination.return_history",
                say("return.history_title",
                    {{"unit", unit_words(work)}, {"year", std::to_string(work.of().year)}}));
  screen.table(history_table(work, versions, say));
  if (!versions.empty())
    screen.heading(say("return.versions"));
  for (auto version = versions.rbegin(); version != versions.rend(); ++version)
    screen.table(changes_table(work, *version, say));
  screen.actions({{say("return.back"), "coordination.return", return_args(work.of())}});
  return Reply::screen(screen);
}

}  // namespace

std::int64_t reported_year(Date today) {
  return today.year() - 1;
}

Result<Reply> return_screen(Call& call, const ReturnOf& of, const std::string& chapter,
                            const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const ReturnWork work, open_return(call, of.year, of.siruta));
  Screen screen("coordination.return", say("return.title", {{"unit", unit_words(work)},
                                                            {"year", std::to_string(of.year)}}));
  screen.sub(work.survey->title.in(say.lang()));
  add_state(screen, work, say);
  add_counts(screen, call, work);
  screen.actions(return_buttons(work, call));
  const SurveyChapter* shown = work.survey->chapter(chapter);
  add_chapter(screen, call, work, shown == nullptr ? work.survey->chapters.front() : *shown, typed,
              problems);
  return Reply::screen(screen);
}

void add_return_screens(ActionList& actions) {
  const auto add = [&](const char* name, std::function<Form(const Messages&)> form,
                       const char* example, Result<Reply> (*run)(Call&, const Values&)) {
    actions.push_back(
        {name, ActionKind::read, return_readers, "screen", std::move(form), example, {}, run, {}});
  };
  add("coordination.returns", no_arguments, "{}", run_returns);
  add("coordination.return", chapter_choice_form, R"({"year":2025,"siruta":57706})",
      [](Call& call, const Values& in) {
        return return_screen(call, {"", in.integer("year"), in.integer("siruta")},
                             in.text("chapter"), {}, {});
      });
  add(
      "coordination.return_points",
      [](const Messages& say) { return return_form(say, "coordination.return_points", true); },
      R"({"year":2025,"siruta":57706})",
      [](Call& call, const Values& in) {
        return points_screen(call, {"", in.integer("year"), in.integer("siruta")}, {}, {});
      });
  add(
      "coordination.return_origins",
      [](const Messages& say) { return return_form(say, "coordination.return_origins", true); },
      R"({"year":2025,"siruta":57706})", run_origins);
  add(
      "coordination.return_history",
      [](const Messages& say) { return return_form(say, "coordination.return_history", true); },
      R"({"year":2025,"siruta":57706})", run_history);
}

}  // namespace metodica::coordination
