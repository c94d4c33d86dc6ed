#include <algorithm>
#include <charconv>

#include "modules/coordination/statistics/register_figures.hpp"
#include "modules/coordination/statistics/statistics_actions.hpp"
#include "modules/coordination/statistics/statistics_forms.hpp"
#include "modules/coordination/statistics/statistics_words.hpp"

namespace metodica::coordination {
namespace {

constexpr const char* example_of_return = R"({"year":2025,"siruta":57706})";

// Year and unit come as numbers from programs and as hidden texts from screens.
std::int64_t number_in(const Json& value) {
  if (value.is_integer())
    return value.integer();
  const std::string& text = value.text();
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

ReturnOf return_in(const Json& args) {
  return {"", number_in(args["year"]), number_in(args["siruta"])};
}

Reply shown(const ReturnWork& work, const std::string& chapter, std::string notice) {
  Json args = return_args(work.of());
  if (!chapter.empty())
    args.set("chapter", chapter);
  return Reply::go("coordination.return", std::move(args), std::move(notice));
}

Reply points_of_return(const ReturnWork& work, std::string notice) {
  return Reply::go("coordination.return_points", return_args(work.of()), std::move(notice));
}

std::string label_of(const ReturnWork& work, const std::string& code, const Messages& say) {
  const SurveyItem* item = work.survey->item(code);
  return item == nullptr ? code : item->label.in(say.lang());
}

std::string kept_words(const ReturnWork& work, const KeptCells& kept, const Messages& say) {
  std::string words = say("return.kept", {{"count", kept.kept}});
  for (const CellConflict& conflict : kept.conflicts) {
    words += " " + say("return.conflict", {{"label", label_of(work, conflict.code, say)},
                                           {"typed", conflict.typed},
                                           {"stands", conflict.stands},
                                           {"who", conflict.by}});
  }
  return words;
}

Json points_json(const std::vector<ReturnPoint>& points) {
  Json::Array all;
  for (const ReturnPoint& point : points) {
    all.push_back(Json::object(
        {{"key", point.finding.key},
         {"rule", point.finding.rule},
         {"item", point.finding.item},
         {"severity", point.finding.severity == Severity::critical ? "critical" : "ask"},
         {"text", point.text},
         {"note", point.note},
         {"last_note", point.last_note},
         {"set_aside", point.off},
         {"open", point.open()}}));
  }
  return Json::array(std::move(all));
}

Json check_json(Call& call, const ReturnWork& work) {
  const std::vector<ReturnPoint> points = points_of(call, work);
  const auto open = [&](Severity severity) {
    return static_cast<std::int64_t>(std::ranges::count_if(points, [&](const ReturnPoint& point) {
      return point.open() && point.finding.severity == severity;
    }));
  };
  return Json::object({{"year", work.of().year},
                       {"siruta", work.of().siruta},
                       {"form", work.survey->name},
                       {"verified", work.survey->verified},
                       {"state", name_of(work.state)},
                       {"critical", open(Severity::critical)},
                       {"ask", open(Severity::ask)},
                       {"findings", points_json(points)}});
}

Result<Reply> run_check(Call& call, const Values& in) {
  METODICA_TRY(const ReturnWork work, open_return(call, in.integer("year"), in.integer("siruta")));
  return Reply::data(check_json(call, work));
}

Result<Reply> run_keep(Call& call, const Values& in) {
  METODICA_TRY(ReturnWork work, enter_return(call, in.integer("year"), in.integer("siruta")));
  METODICA_TRY(const KeptCells kept, keep_cells(call, work, typed_cells(in)));
  Json::Array conflicts;
  for (const CellConflict& one : kept.conflicts) {
    conflicts.push_back(Json::object({{"code", one.code},
                                      {"typed", one.typed},
                                      {"stands", one.stands},
                                      {"by", one.by},
                                      {"at", one.at}}));
  }
  Json::Array cells;
  for (const TypedCell& typed : typed_cells(in)) {
    const ReturnCell& cell = work.cells[typed.code];
    cells.push_back(Json::object(
        {{"code", typed.code}, {"kind", name_of(cell.figure.kind)}, {"revision", cell.revision}}));
  }
  Json reply = check_json(call, work);
  reply.set("kept", kept.kept);
  reply.set("conflicts", Json::array(std::move(conflicts)));
  reply.set("cells", Json::array(std::move(cells)));
  return Reply::data(std::move(reply));
}

Result<Reply> run_save(Call& call, const Values& in) {
  const ReturnOf of = return_in(in.json());
  METODICA_TRY(ReturnWork work, enter_return(call, of.year, of.siruta));
  METODICA_TRY(const KeptCells kept, keep_cells(call, work, typed_cells(in)));
  return shown(work, in.text("chapter"), kept_words(work, kept, call.say()));
}

Result<Reply> save_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return return_screen(call, return_in(typed), typed["chapter"].text(), typed, problems);
}

Result<Reply> run_prefill(Call& call, const Values& in) {
  METODICA_TRY(ReturnWork work, enter_return(call, in.integer("year"), in.integer("siruta")));
  const std::int64_t count = fill_cells(call, work, figures_from_records(call, work));
  return shown(work, "", call.say()("return.prefilled", {{"count", count}}));
}

Result<Reply> return_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return return_screen(call, return_in(typed), "", {}, problems);
}

Result<Reply> run_answers(Call& call, const Values& in) {
  const ReturnOf of = return_in(in.json());
  METODICA_TRY(const ReturnWork work, enter_return(call, of.year, of.siruta));
  const auto known = rule_answers(call.work(), work.of());
  std::int64_t kept = 0;
  for (const Values& row : in.rows("answers")) {
    const std::string& rule = row.text("rule");
    const auto before = known.find(rule);
    const std::string& note = row.text("note");
    const bool same = before == known.end() ? note.empty() : before->second.note == note;
    if (same)
      continue;
    keep_answer(call.work(), work.of(), {rule, note, call.now_utc(), call.caller().user});
    ++kept;
  }
  return points_of_return(work, call.say()("return.answers_kept", {{"count", kept}}));
}

Result<Reply> points_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return points_screen(call, return_in(typed), typed, problems);
}

Result<Reply> run_submit(Call& call, const Values& in) {
  METODICA_TRY(ReturnWork work, enter_return(call, in.integer("year"), in.integer("siruta")));
  const std::vector<ReturnPoint> points = points_of(call, work);
  const auto open = std::ranges::count_if(points, &ReturnPoint::open);
  if (open > 0) {
    return Unexpected(Problem(METODICA_CONFLICT, "return.open_points",
                              {{"count", static_cast<std::int64_t>(open)}}));
  }
  ReturnVersion version;
  version.submission = work.stored.submission + 1;
  version.form = work.survey->name;
  version.at = call.now_utc();
  version.by = call.caller().user;
  version.figures = work.compared.now;
  for (const auto& [rule, answer] : rule_answers(call.work(), work.of()))
    version.notes[rule] = answer.note;
  add_version(call.work(), work.of(), version);
  work.stored.submission = version.submission;
  work.stored.submitted_at = version.at;
  work.stored.submitted_by = version.by;
  work.stored.changed_at = version.at;
  work.stored.changed_by = version.by;
  keep_return(call.work(), work.stored);
  return shown(work, "", call.say()("return.submitted_now"));
}

constexpr const char* check_schema = R"({"type":"object","required":["year","siruta","state",
"critical","ask","findings"],"properties":{"year":{"type":"integer"},"siruta":{"type":"integer"},
"form":{"type":"string"},"verified":{"type":"boolean"},"state":{"type":"string"},
"critical":{"type":"integer"},"ask":{"type":"integer"},"kept":{"type":"integer"},
"conflicts":{"type":"array"},"cells":{"type":"array"},"findings":{"type":"array","items":{
"type":"object","required":["key","rule","item","severity","text","note","open"]}}}})";

}  // namespace

void add_return_actions(ActionList& actions) {
  actions.push_back(
      {"coordination.return.check",
       ActionKind::read,
       return_readers,
       "data",
       [](const Messages& say) { return return_form(say, "coordination.return.check", true); },
       example_of_return,
       check_schema,
       run_check,
       {}});
  actions.push_back({"coordination.return.keep",
                     ActionKind::write,
                     return_writers,
                     "data",
                     cells_form,
                     R"({"year":2025,"siruta":57706,"cells":[{"code":"visits","value":"1250"}]})",
                     check_schema,
                     run_keep,
                     {}});
  const auto add = [&](const char* name, Roles roles, std::function<Form(const Messages&)> form,
                       const char* example, Result<Reply> (*run)(Call&, const Values&),
                       decltype(Action::again) again) {
    actions.push_back({name,
                       ActionKind::write,
                       roles,
                       "screen",
                       std::move(form),
                       example,
                       {},
                       run,
                       std::move(again)});
  };
  add("coordination.return_save", return_writers, chapter_form,
      R"({"year":"2025","siruta":"57706","chapter":"users",
          "cells":[{"code":"visits","revision":"0","was":"number","value":"1250"}]})",
      run_save, save_again);
  add(
      "coordination.return_prefill", return_writers,
      [](const Messages& say) { return return_form(say, "coordination.return_prefill", false); },
      example_of_return, run_prefill, return_again);
  add("coordination.return_answers", return_writers, answers_form,
      R"({"year":"2025","siruta":"57706","answers":[{"rule":"few_visits","note":"numărate greșit"}]})",
      run_answers, points_again);
  add(
      "coordination.return_submit", return_senders,
      [](const Messages& say) { return return_form(say, "coordination.return_submit", false); },
      example_of_return, run_submit, points_again);
}

}  // namespace metodica::coordination
