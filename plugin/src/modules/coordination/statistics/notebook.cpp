// The daily notebook: a month in one table, one day to fill in.

#include <algorithm>
#include <array>

#include "modules/coordination/statistics/notebook_month.hpp"
#include "modules/coordination/statistics/notebook_store.hpp"
#include "modules/coordination/statistics/statistics_actions.hpp"
#include "modules/coordination/statistics/statistics_forms.hpp"
#include "modules/coordination/statistics/statistics_words.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Json day_args(const std::string& iso) {
  return Json::object({{"day", iso}});
}

std::string shown(const std::optional<std::int64_t>& count, const Messages& say) {
  return count ? shown_integer(*count, say.lang()) : std::string();
}

std::vector<Cell> cells_of(const MonthRow& row, Cell first, const Messages& say) {
  std::vector<Cell> cells = {std::move(first)};
  for (const auto& count : row.counts)
    cells.emplace_back(shown(count, say));
  return cells;
}

Table month_table(const NotebookMonth& month, const Messages& say) {
  Table table("month");
  table.column("day", say("notebook.day"), CellKind::date);
  for (const std::string& column : month_columns())
    table.column(column, say("notebook.column." + column), CellKind::integer);
  table.empty(say("notebook.empty_month"));
  for (const MonthRow& row : month.days) {
    table.row(cells_of(
        row,
        Cell::link(row.day.shown(say.lang()), "coordination.notebook_day", day_args(row.day.iso())),
        say));
  }
  table.footer(cells_of(month.sum, say("notebook.month_sum"), say));
  table.footer(cells_of(month.year_sum, say("notebook.year_sum"), say));
  return table;
}

Result<Reply> run_month(Call& call, const Values& in) {
  const Messages& say = call.say();
  const Date today = call.today();
  const auto year = static_cast<int>(in.integer("year", today.year()));
  const auto usual = year == today.year() ? today.month() : 12;
  const auto number = static_cast<int>(in.integer("month", usual));
  const NotebookMonth month = notebook_month(call.work(), year, number);
  Screen screen(
      "coordination.notebook",
      say("notebook.title_of", {{"month", say("notebook.month." + std::to_string(number))},
                                {"year", std::to_string(year)}}));
  screen.sub(say("notebook.sub"));
  std::vector<Button> buttons;
  if (call.caller().roles.any_of(notebook_roles)) {
    const bool this_month = year == today.year() && number == today.month();
    const Date day = this_month ? today : Date(year, number, 1);
    Button add{say(this_month ? "notebook.today" : "notebook.first_day"),
               "coordination.notebook_day", day_args(day.iso())};
    add.primary = true;
    buttons.push_back(add);
  }
  const Date first(year, number, 1);
  for (const int step : {-1, 1}) {
    const Date other = first.plus_months(step);
    buttons.push_back({say("notebook.month." + std::to_string(other.month())) + " " +
                           std::to_string(other.year()),
                       "coordination.notebook",
                       Json::object({{"year", other.year()}, {"month", other.month()}})});
  }
  buttons.push_back({say("notebook.print"), "coordination.notebook_paper",
                     Json::object({{"year", year}, {"month", number}})});
  screen.actions(buttons);
  screen.table(month_table(month, say));
  return Reply::screen(screen);
}

// The three ways to split loans should tell the same number.
std::string splits_words(const DayCounts& counts, const Messages& say) {
  std::vector<std::pair<std::string, std::int64_t>> sums;
  for (const NotebookGroup& group : notebook_groups()) {
    if (!group.splits_loans)
      continue;
    std::int64_t sum = 0;
    bool any = false;
    for (const NotebookColumn& column : group.columns) {
      if (const auto known = counts.find(column.code); known != counts.end()) {
        sum += known->second;
        any = true;
      }
    }
    if (any)
      sums.emplace_back(group.title.in(say.lang()), sum);
  }
  const bool same =
      std::ranges::all_of(sums, [&](const auto& one) { return one.second == sums.front().second; });
  if (same)
    return {};
  std::string words;
  for (const auto& [title, sum] : sums)
    words += (words.empty() ? "" : "; ") + title + ": " + shown_integer(sum, say.lang());
  return say("notebook.splits_differ", {{"text", words}});
}

Table events_table(Call& call, Date day) {
  const Messages& say = call.say();
  Table table("events");
  table.column("title", say("notebook.event"))
      .column("kind", say("notebook.kind"))
      .column("participants", say("notebook.participants"), CellKind::integer)
      .empty(say("notebook.no_events"));
  for (const NotebookEvent& event : notebook_events(call.work(), day, day)) {
    std::string kind = event.kind;
    for (const NotebookColumn& one : notebook_event_kinds())
      kind = one.code == event.kind ? one.label.in(say.lang()) : kind;
    Json args = day_args(day.iso());
    args.set("number", event.number);
    Button drop = writing_button(say("notebook.drop"), "coordination.drop_notebook_event", args);
    drop.confirm = say("notebook.drop_ask");
    table.row({event.title, kind, shown_integer(event.participants, say.lang())}, {drop});
  }
  return table;
}

Result<void> check_day(Call& call, Date day) {
  if (day > call.today())
    return invalid("notebook.future", {{"date", day.shown(call.say().lang())}}, "day");
  return {};
}

Reply day_shown(Date day, std::string notice) {
  return Reply::go("coordination.notebook_day", day_args(day.iso()), std::move(notice));
}

Result<Reply> run_keep_day(Call& call, const Values& in) {
  const Date day = in.date("day");
  METODICA_CHECK(check_day(call, day));
  DayCounts counts;
  for (const NotebookGroup& group : notebook_groups()) {
    const Values part = in.part(group.code);
    for (const NotebookColumn& column : group.columns) {
      if (part.has(column.code))
        counts[column.code] = part.integer(column.code);
    }
  }
  keep_day(call.work(), day, counts, call.now_utc(), call.caller().user);
  const std::string differ = splits_words(counts, call.say());
  return day_shown(day, call.say()("notebook.saved", {{"date", day.shown(call.say().lang())}}) +
                            (differ.empty() ? "" : " " + differ));
}

Result<Reply> run_add_event(Call& call, const Values& in) {
  const Date day = in.date("day");
  METODICA_CHECK(check_day(call, day));
  const auto& kinds = notebook_event_kinds();
  if (std::ranges::find(kinds, in.text("kind"), &NotebookColumn::code) == kinds.end())
    return invalid("field.choice", {{"label", call.say()("notebook.kind")}}, "kind");
  add_notebook_event(call.work(),
                     {0, day, in.text("title"), in.text("kind"), in.integer("participants")},
                     call.now_utc(), call.caller().user);
  return day_shown(day, call.say()("notebook.event_added"));
}

Result<Reply> run_drop_event(Call& call, const Values& in) {
  if (!drop_notebook_event(call.work(), in.integer("number")))
    return Unexpected(Problem(METODICA_NOT_FOUND, "notebook.unknown_event").at("number"));
  return day_shown(in.date("day"), call.say()("notebook.event_dropped"));
}

Result<Reply> day_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const auto day = Date::parse(typed["day"].text());
  return notebook_day_screen(call, day ? *day : call.today(), typed, problems);
}

void add_writing(ActionList& actions) {
  const auto add = [&](const char* name, Form (*form)(const Messages&), const char* example,
                       Result<Reply> (*run)(Call&, const Values&)) {
    actions.push_back(
        {name, ActionKind::write, notebook_roles, "screen", form, example, {}, run, day_again});
  };
  add("coordination.keep_notebook_day", day_form,
      R"({"day":"2026-01-12","users":{"visits":14,"users_new":1},
          "age":{"loans_age_child":9,"loans_age_adult":12}})",
      run_keep_day);
  add("coordination.add_notebook_event", notebook_event_form,
      R"({"day":"2026-01-12","title":"Club de lectură","kind":"reading","participants":11})",
      run_add_event);
  add("coordination.drop_notebook_event", number_of_event_form,
      R"({"day":"2026-01-12","number":1})", run_drop_event);
}

}  // namespace

Result<Reply> notebook_day_screen(Call& call, Date day, const Json& typed,
                                  const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("coordination.notebook_day",
                say("notebook.day_title", {{"date", day.shown(say.lang())}}));
  screen.sub(say("notebook.day_sub"));
  const auto go = [&](int days, const char* label) {
    return Button{say(label), "coordination.notebook_day", day_args(day.plus_days(days).iso())};
  };
  screen.actions({go(-1, "notebook.day_before"),
                  go(1, "notebook.day_after"),
                  {say("notebook.to_month"), "coordination.notebook",
                   Json::object({{"year", day.year()}, {"month", day.month()}})}});
  const auto known = day_counts(call.work(), day, day)[day.iso()];
  const std::string differ = splits_words(known, say);
  if (!differ.empty())
    screen.say(differ, Level::warn);
  const bool event = typed.has("title");
  screen.form(day_form(say), say, typed.is_null() || event ? day_values(known, day) : typed,
              event ? std::vector<Problem>() : problems);
  screen.heading(say("notebook.events"));
  screen.table(events_table(call, day));
  screen.form(notebook_event_form(say), say,
              event ? typed : Json::object({{"day", day.iso()}, {"kind", "reading"}}),
              event ? problems : std::vector<Problem>());
  return Reply::screen(screen);
}

void add_notebook(ActionList& actions) {
  actions.push_back({"coordination.notebook",
                     ActionKind::read,
                     return_readers,
                     "screen",
                     [](const Messages& say) { return month_form(say, "coordination.notebook"); },
                     R"({"year":2026,"month":1})",
                     {},
                     run_month,
                     {}});
  actions.push_back({"coordination.notebook_day",
                     ActionKind::read,
                     notebook_roles,
                     "screen",
                     day_choice_form,
                     R"({"day":"2026-01-12"})",
                     {},
                     [](Call& call, const Values& in) {
                       return notebook_day_screen(
                           call, in.has("day") ? in.date("day") : call.today(), {}, {});
                     },
                     {}});
  add_writing(actions);
}

}  // namespace metodica::coordination
