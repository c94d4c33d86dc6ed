// What guests thought of a meeting: the sheet that they fill in, its entry, and the counts.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "modules/coordination/training/gathering_sheets.hpp"
#include "modules/coordination/training/opinion_store.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t best_grade = 5;
constexpr std::size_t longest_remark = 500;

Form opinion_form(const Messages& say) {
  Form form("opinion", "coordination.keep_opinion", say("opinion.keep"));
  form.integer("number", say("gathering.number")).required().min(std::int64_t{1}).fixed();
  for (const std::string& question : opinion_questions()) {
    Field& field = form.choice(question, say("opinion." + question));
    for (std::int64_t grade = best_grade; grade >= 1; --grade)
      field.option(std::to_string(grade), say("opinion.grade." + std::to_string(grade)));
  }
  form.long_text("remark", say("opinion.remark"))
      .longest(longest_remark)
      .help(say("opinion.remark_help"));
  return form;
}

// The mean with two decimals, in whole hundredths: 4.25 is 425.
std::int64_t mean_e2(const std::array<std::int64_t, 5>& counts) {
  std::int64_t answers = 0, sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    answers += counts.at(i);
    sum += counts.at(i) * static_cast<std::int64_t>(i + 1);
  }
  return answers == 0 ? 0 : (sum * 100 + answers / 2) / answers;
}

std::string shown_mean(std::int64_t e2) {
  if (e2 == 0)
    return "–";
  const std::string cents = std::to_string(100 + e2 % 100).substr(1);
  return std::to_string(e2 / 100) + "," + cents;
}

Table counts_table(const Opinions& all, const Messages& say) {
  Table table("opinions");
  table.caption(say("opinion.counts"));
  table.column("question", say("opinion.question"));
  for (std::int64_t grade = best_grade; grade >= 1; --grade) {
    table.column("grade" + std::to_string(grade), std::to_string(grade), CellKind::integer);
  }
  table.column("answers", say("opinion.answers"), CellKind::integer)
      .column("mean", say("opinion.mean"), CellKind::integer);
  for (const std::string& question : opinion_questions()) {
    const auto found = all.counts.find(question);
    const auto counts = found == all.counts.end() ? std::array<std::int64_t, 5>{} : found->second;
    std::vector<Cell> cells = {say("opinion." + question)};
    std::int64_t answers = 0;
    for (std::size_t i = counts.size(); i > 0; --i) {
      answers += counts.at(i - 1);
      cells.emplace_back(shown_integer(counts.at(i - 1), say.lang()));
    }
    cells.emplace_back(shown_integer(answers, say.lang()));
    cells.emplace_back(shown_mean(mean_e2(counts)));
    table.row(std::move(cells));
  }
  return table;
}

Result<Reply> opinions_screen(Call& call, std::int64_t number, const Json& typed,
                              const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Gathering of, known_gathering(call, number));
  const Opinions all = opinions(call.work(), number);
  Screen screen("coordination.opinions", say("opinion.title"));
  screen.sub(of.title + " · " + of.day.shown(say.lang()));
  screen.table(counts_table(all, say));
  if (!all.remarks.empty()) {
    screen.heading(say("opinion.remarks"));
    for (const std::string& remark : all.remarks)
      screen.text("„" + remark + "”");
  }
  if (call.caller().roles.any_of(arrangers)) {
    screen.heading(say("opinion.enter"));
    screen.form(opinion_form(say), say,
                typed.is_object() ? typed : Json::object({{"number", number}}), problems);
  }
  screen.actions(
      {{say("opinion.sheet"), "coordination.opinion_paper", Json::object({{"number", number}})},
       {say("door.back"), "coordination.gathering", Json::object({{"number", number}})}});
  return Reply::screen(screen);
}

Result<Reply> run_keep(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, known_gathering(call, in.integer("number")));
  if (of.state != "held")
    return Unexpected(Problem(METODICA_CONFLICT, "gathering.not_held").at("number"));
  std::int64_t answers = 0;
  for (const std::string& question : opinion_questions()) {
    if (!in.has(question))
      continue;
    add_grade(call.work(), of.number, question, std::stoll(in.text(question)));
    ++answers;
  }
  if (in.has("remark"))
    add_remark(call.work(), of.number, in.text("remark"));
  if (answers == 0 && !in.has("remark"))
    return invalid("opinion.empty", {}, opinion_questions().front());
  return Reply::go("coordination.opinions", Json::object({{"number", of.number}}),
                   call.say()("opinion.kept"));
}

// One sheet for each guest, without a name.
Result<Reply> run_paper(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Gathering of, known_gathering(call, in.integer("number")));
  FlowPaper paper;
  paper.paper = library_paper(call, say("opinion.sheet"), {});
  paper.paper.letterhead.subtitle.push_back(of.title + ", " + of.day.shown(say.lang()));
  mark_issue(call, "gathering/" + std::to_string(of.number) + "/opinion", paper.paper);
  paper.paper.reprint.reset();
  paper.font_pt = 11;
  paper.blocks.emplace_back(Paragraph{"\n" + say("opinion.sheet_text")});
  FlowTable table;
  table.font_pt = 11;
  table.columns = {weighted_column(say("opinion.question"), 1)};
  for (std::int64_t grade = best_grade; grade >= 1; --grade)
    table.columns.push_back(text_column(say("opinion.grade." + std::to_string(grade)), 20));
  for (const std::string& question : opinion_questions()) {
    std::vector<PaperCell> cells = {say("opinion." + question)};
    for (std::int64_t grade = best_grade; grade >= 1; --grade)
      cells.emplace_back(std::string("☐"));
    table.rows.push_back({RowKind::entry, std::move(cells)});
  }
  paper.blocks.emplace_back(std::move(table));
  paper.blocks.emplace_back(Paragraph{"\n" + say("opinion.remark")});
  for (int line = 0; line < 4; ++line)
    paper.blocks.emplace_back(Paragraph{std::string(150, '.')});
  return printed(call, paper, "opinii-" + std::to_string(of.number));
}

}  // namespace

void add_opinion_actions(ActionList& actions) {
  actions.push_back(
      {"coordination.opinions",
       ActionKind::read,
       gathering_readers,
       "screen",
       [](const Messages& say) { return number_form(say, "coordination.opinions", true); },
       R"({"number":1})",
       {},
       [](Call& call, const Values& in) {
         return opinions_screen(call, in.integer("number"), {}, {});
       },
       {}});
  actions.push_back({"coordination.keep_opinion",
                     ActionKind::write,
                     arrangers,
                     "screen",
                     opinion_form,
                     R"({"number":1,"useful":"5","clear":"4","remark":"Mai multe exemple."})",
                     {},
                     run_keep,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return opinions_screen(call, typed["number"].integer(), typed, problems);
                     }});
  actions.push_back(
      {"coordination.opinion_paper",
       ActionKind::paper,
       gathering_readers,
       "document",
       [](const Messages& say) { return number_form(say, "coordination.opinion_paper", true); },
       R"({"number":1})",
       {},
       run_paper,
       {}});
}

}  // namespace metodica::coordination
