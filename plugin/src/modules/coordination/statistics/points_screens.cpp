// The review sheet of one return: what the figures contradict, what the county asks, and what comes
// next.

#include "modules/coordination/statistics/statistics_actions.hpp"
#include "modules/coordination/statistics/statistics_forms.hpp"
#include "modules/coordination/statistics/statistics_words.hpp"

namespace metodica::coordination {
namespace {

Cell verdict(const ReturnPoint& point, const Messages& say) {
  if (point.off)
    return Cell::tag(say("return.set_aside"), Level::info);
  if (point.finding.severity == Severity::critical)
    return Cell::tag(say("return.critical"), Level::bad);
  return point.note.empty() ? Cell::tag(say("return.ask"), Level::warn)
                            : Cell::tag(say("return.noted"), Level::good);
}

std::string chapter_of(const ReturnWork& work, const std::string& item) {
  for (const SurveyChapter& chapter : work.survey->chapters) {
    for (const SurveyItem& one : chapter.items) {
      if (one.code == item)
        return chapter.code;
    }
  }
  return {};
}

std::string remark_of(const ReturnPoint& point, const Messages& say) {
  if (point.off)
    return point.off_reason;
  if (!point.note.empty())
    return point.note;
  return point.last_note.empty() ? "" : say("return.last_note_was", {{"text", point.last_note}});
}

Table points_table(const ReturnWork& work, const std::vector<ReturnPoint>& points, bool county,
                   const Messages& say) {
  Table table("points");
  table.column("verdict", say("return.verdict"), CellKind::tag)
      .column("text", say("return.point"))
      .column("note", say("return.note"))
      .empty(say("return.no_points"));
  for (const ReturnPoint& point : points) {
    Json args = return_args(work.of());
    args.set("chapter", chapter_of(work, point.finding.item));
    std::vector<Button> buttons;
    if (county && !point.off) {
      Json aside = return_args(work.of());
      aside.set("rule", point.finding.key).set("off", true);
      buttons.push_back(writing_button(say("return.aside"), "coordination.set_aside", aside));
    } else if (county) {
      Json back = return_args(work.of());
      back.set("rule", point.finding.key).set("off", false);
      buttons.push_back(writing_button(say("return.aside_back"), "coordination.set_aside", back));
    }
    table.row({verdict(point, say), Cell::link(point.text, "coordination.return", args),
               remark_of(point, say)},
              buttons);
  }
  return table;
}

// A note of last year to the same point is offered again: it is often still true.
Json answers_values(const ReturnWork& work, const std::vector<ReturnPoint>& points) {
  Json::Array rows;
  for (const ReturnPoint& point : points) {
    if (point.finding.severity != Severity::ask || point.off)
      continue;
    rows.push_back(Json::object({{"rule", point.finding.key},
                                 {"text", point.text},
                                 {"last_note", point.last_note},
                                 {"note", point.note.empty() ? point.last_note : point.note}}));
  }
  return Json::object({{"year", std::to_string(work.of().year)},
                       {"siruta", std::to_string(work.of().siruta)},
                       {"answers", std::move(rows)}});
}

std::vector<Button> decisions_open(const ReturnWork& work, const Messages& say) {
  std::vector<Button> buttons;
  for (const char* decision : {"accepted", "locked", "published"}) {
    if (!may_decide(work.state, decision))
      continue;
    Json args = return_args(work.of());
    args.set("decision", decision).set("submission", work.stored.submission);
    Button button = writing_button(say(std::string("return.do.") + decision), "coordination.decide",
                                   std::move(args));
    button.primary = true;
    buttons.push_back(std::move(button));
  }
  return buttons;
}

// Returning and reopening want a reason, so they are a form of their own.
Form back_form(const Messages& say, const ReturnWork& work) {
  const char* decision = work.state == ReturnState::submitted ? "returned" : "reopened";
  Form form("back", "coordination.decide", say(std::string("return.do.") + decision));
  form.hidden("year").required();
  form.hidden("siruta").required();
  form.hidden("decision").required();
  form.hidden("submission").required();
  form.long_text("reason", say("return.reason")).required().help(say("return.reason_help"));
  return form;
}

void add_decisions(Screen& screen, const ReturnWork& work, const Messages& say,
                   const std::vector<Problem>& problems) {
  const bool back = work.state == ReturnState::submitted || is_accepted(work.state);
  screen.heading(say("return.decision"));
  if (!back) {
    screen.text(say("return.not_submitted"));
    return;
  }
  screen.actions(decisions_open(work, say));
  const char* decision = work.state == ReturnState::submitted ? "returned" : "reopened";
  screen.form(back_form(say, work), say,
              Json::object({{"year", std::to_string(work.of().year)},
                            {"siruta", std::to_string(work.of().siruta)},
                            {"decision", decision},
                            {"submission", std::to_string(work.stored.submission)}}),
              problems);
}

void add_handing_over(Screen& screen, const ReturnWork& work, std::size_t open,
                      const Messages& say) {
  if (open > 0) {
    screen.say(say("return.before_submit", {{"count", static_cast<std::int64_t>(open)}}),
               Level::warn);
    return;
  }
  Button submit =
      writing_button(say("return.submit"), "coordination.return_submit", return_args(work.of()));
  submit.primary = true;
  submit.confirm = say("return.submit_ask");
  screen.say(say("return.ready"), Level::good);
  screen.actions({submit});
}

}  // namespace

Result<Reply> points_screen(Call& call, const ReturnOf& of, const Json& typed,
                            const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const ReturnWork work, open_return(call, of.year, of.siruta));
  const std::vector<ReturnPoint> points = points_of(call, work);
  const bool county = is_county(call.work()) && call.caller().roles.any_of(county_roles);
  const bool entering = work.mine && may_enter(work.state);
  std::size_t open = 0;
  std::size_t asked = 0;
  for (const ReturnPoint& point : points) {
    open += point.open() ? 1U : 0U;
    asked += point.finding.severity == Severity::ask && !point.off ? 1U : 0U;
  }
  Screen screen(
      "coordination.return_points",
      say("return.points_title", {{"unit", unit_words(work)}, {"year", std::to_string(of.year)}}));
  screen.sub(state_words(work.state, say));
  screen.text(say("return.points_sub"));
  screen.table(points_table(work, points, county, say));
  if (entering && asked > 0) {
    screen.form(answers_form(say), say,
                typed["answers"].is_null() ? answers_values(work, points) : typed, problems);
  }
  if (entering && call.caller().roles.any_of(return_senders))
    add_handing_over(screen, work, open, say);
  if (county)
    add_decisions(screen, work, say, problems);
  screen.actions({{say("return.back"), "coordination.return", return_args(work.of())},
                  {say("return.history"), "coordination.return_history", return_args(work.of())}});
  return Reply::screen(screen);
}

}  // namespace metodica::coordination
