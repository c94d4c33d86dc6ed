// What is printed of statistics: the return with last year's figures, one month of the notebook.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/statistics/notebook_month.hpp"
#include "modules/coordination/statistics/statistics_actions.hpp"
#include "modules/coordination/statistics/statistics_forms.hpp"
#include "modules/coordination/statistics/statistics_words.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr double figure_mm = 28;

Result<Reply> printed(Call& call, const FlowPaper& paper, const std::string& file) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, call.say()));
  return Reply::document(file + ".pdf", "application/pdf", std::move(pdf));
}

TableColumn figure_column(std::string title, double width_mm) {
  TableColumn column = text_column(std::move(title), width_mm);
  column.align = Align::right;
  return column;
}

std::string paper_figure(const YearFigure& figure, ItemType type, const Messages& say) {
  const std::string words = figure_words(figure, type, say);
  return words.empty() ? "–" : words;
}

FlowTable chapter_on_paper(const ReturnWork& work, const SurveyChapter& chapter,
                           const Messages& say) {
  FlowTable table;
  table.caption = chapter.title.in(say.lang());
  table.font_pt = 9;
  table.columns = {weighted_column(say("return.item"), 3), text_column(say("return.unit"), 18),
                   figure_column(std::to_string(work.of().year - 1), figure_mm),
                   figure_column(std::to_string(work.of().year), figure_mm),
                   weighted_column(say("return.from"), 1.2)};
  for (const SurveyItem& item : chapter.items) {
    const auto known = work.cells.find(item.code);
    table.rows.push_back({RowKind::entry,
                          {(item.row.empty() ? "" : item.row + ". ") + item.label.in(say.lang()),
                           item.unit.in(say.lang()),
                           paper_figure(figure_of(work.compared.last, item.code), item.type, say),
                           paper_figure(figure_of(work.compared.now, item.code), item.type, say),
                           known == work.cells.end() ? "" : origin_words(known->second, say)}});
  }
  return table;
}

void add_notes(FlowPaper& paper, Call& call, const ReturnWork& work) {
  const Messages& say = call.say();
  FlowTable table;
  table.caption = say("return.answers");
  table.font_pt = 9;
  table.columns = {weighted_column(say("return.point"), 1.4), weighted_column(say("return.note"))};
  for (const ReturnPoint& point : points_of(call, work)) {
    if (!point.note.empty())
      table.rows.push_back({RowKind::entry, {point.text, point.note}});
  }
  if (!table.rows.empty())
    paper.blocks.emplace_back(std::move(table));
}

Result<Reply> run_return_paper(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const ReturnWork work, open_return(call, in.integer("year"), in.integer("siruta")));
  const std::string year = std::to_string(work.of().year);
  const std::string name = year + "-" + std::to_string(work.of().siruta);
  FlowPaper paper;
  paper.paper = library_paper(call, say("return.paper_name", {{"year", year}}), {});
  paper.paper.letterhead.date = call.today();
  paper.paper.letterhead.subtitle.push_back(work.survey->title.in(say.lang()));
  if (!work.survey->verified)
    paper.paper.letterhead.subtitle.push_back(say("return.unverified_short"));
  mark_issue(call, "return/" + name, paper.paper);
  paper.font_pt = 9.5;
  KeyValues head;
  head.lines = {{say("campaign.unit"), unit_words(work)},
                {say("return.siruta"), std::to_string(work.of().siruta)},
                {say("return.state"), state_words(work.state, say)}};
  if (work.stored.submission > 0)
    head.lines.emplace_back(say("campaign.given_on"), day_words(work.stored.submitted_at, say));
  paper.blocks.emplace_back(std::move(head));
  for (const SurveyChapter& chapter : work.survey->chapters)
    paper.blocks.emplace_back(chapter_on_paper(work, chapter, say));
  add_notes(paper, call, work);
  paper.blocks.emplace_back(Signatures{{},
                                       {{setting(call.work(), "institution.manager_title"),
                                         setting(call.work(), "institution.manager")},
                                        {say("return.filled_by"), ""}}});
  return printed(call, paper, "situatie-statistica-" + name);
}

TableRow month_row(const MonthRow& row, std::string first, RowKind kind, const Messages& say) {
  TableRow printed_row;
  printed_row.kind = kind;
  printed_row.cells.emplace_back(std::move(first));
  for (const auto& count : row.counts)
    printed_row.cells.emplace_back(count ? shown_integer(*count, say.lang()) : std::string());
  return printed_row;
}

Result<Reply> run_notebook_paper(Call& call, const Values& in) {
  const Messages& say = call.say();
  const Date today = call.today();
  const auto year = static_cast<int>(in.integer("year", today.year()));
  const auto number = static_cast<int>(in.integer("month", today.month()));
  const NotebookMonth month = notebook_month(call.work(), year, number);
  const std::string name =
      std::to_string(year) + "-" + (number < 10 ? "0" : "") + std::to_string(number);
  FlowPaper paper;
  paper.paper = library_paper(call, say("notebook.paper_name"), {});
  paper.paper.letterhead.subtitle.push_back(
      say("notebook.title_of", {{"month", say("notebook.month." + std::to_string(number))},
                                {"year", std::to_string(year)}}));
  mark_issue(call, "notebook/" + name, paper.paper);
  FlowTable table;
  table.font_pt = 9;
  table.columns = {text_column(say("notebook.day"), 24)};
  for (const std::string& column : month_columns()) {
    TableColumn one = weighted_column(say("notebook.column." + column));
    one.align = Align::right;
    table.columns.push_back(std::move(one));
  }
  for (const MonthRow& row : month.days)
    table.rows.push_back(month_row(row, row.day.shown(say.lang()), RowKind::entry, say));
  table.rows.push_back(month_row(month.sum, say("notebook.month_sum"), RowKind::bold, say));
  table.rows.push_back(month_row(month.year_sum, say("notebook.year_sum"), RowKind::bold, say));
  paper.blocks.emplace_back(std::move(table));
  paper.blocks.emplace_back(Signatures{{},
                                       {{say("notebook.kept_by"), ""},
                                        {setting(call.work(), "institution.manager_title"),
                                         setting(call.work(), "institution.manager")}}});
  return printed(call, paper, "caiet-" + name);
}

}  // namespace

void add_statistics_papers(ActionList& actions) {
  const auto add = [&](const char* name, std::function<Form(const Messages&)> form,
                       const char* example, Result<Reply> (*run)(Call&, const Values&)) {
    actions.push_back({name,
                       ActionKind::paper,
                       return_readers,
                       "document",
                       std::move(form),
                       example,
                       {},
                       run,
                       {}});
  };
  add(
      "coordination.return_paper",
      [](const Messages& say) { return return_form(say, "coordination.return_paper", true); },
      R"({"year":2025,"siruta":57706})", run_return_paper);
  add(
      "coordination.notebook_paper",
      [](const Messages& say) { return month_form(say, "coordination.notebook_paper"); },
      R"({"year":2026,"month":1})", run_notebook_paper);
}

}  // namespace metodica::coordination
