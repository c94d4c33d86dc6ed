// The county's report of the year, and the report of one library or of all of them.

#include <algorithm>

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/charts.hpp"
#include "modules/coordination/analysis/county_pictures.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/analysis/flat_odt.hpp"
#include "modules/coordination/analysis/report_parts.hpp"
#include "modules/coordination/compliance/duty_actions.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Form report_form(const Messages& say) {
  Form form("report", "coordination.report", say("report.open"));
  form.reads();
  year_field(form, say);
  form.choice("format", say("county_table.format"))
      .option("pdf", say("county_table.file.pdf"))
      .option("fodt", say("report.open_odt"));
  return form;
}

Form unit_report_form(const Messages& say) {
  Form form("unit_report", "coordination.unit_report", say("report.one"));
  form.reads();
  siruta_field(form, say);
  year_field(form, say);
  return form;
}

Form unit_reports_form(const Messages& say) {
  Form form("unit_reports", "coordination.unit_reports", say("report.all_units"));
  form.reads();
  year_field(form, say);
  return form;
}

Signatures places(Call& call) {
  return {{},
          {{setting(call.work(), "institution.manager_title"),
            setting(call.work(), "institution.manager")},
           {call.say()("gathering.methodologist"), ""}}};
}

FlowPaper paper_of(Call& call, const std::string& name, std::int64_t year) {
  FlowPaper paper;
  paper.paper = library_paper(call, name, {});
  paper.paper.letterhead.date = call.today();
  paper.paper.footer.period = std::to_string(year);
  return paper;
}

FlowPaper county_report(Call& call, std::int64_t year) {
  const Messages& say = call.say();
  ReportData data{call, year, analysed_years(call.work(), year), {}};
  data.sums = county_sums(data.units(), growth_norm_e4(call.work(), year));
  FlowPaper paper = paper_of(call, say("report.title", {{"year", std::to_string(year)}}), year);
  Blocks& blocks = paper.blocks;
  blocks.emplace_back(Paragraph{say("report.intro", {{"year", std::to_string(year)}})});
  add_network_chapter(blocks, data);
  add_returns_chapter(blocks, data);
  add_figures_chapter(
      blocks, data, "growth",
      {"stock_end", "additions", "additions_bought", "additions_donated", "withdrawals"},
      {"stock_per_capita", "additions_per_1000", "growth_fulfilment", "renewal_years",
       "withdrawal_rate", "catalogued_share"},
      {"additions_per_1000"});
  add_figures_chapter(blocks, data, "use",
                      {"users_registered", "users_active", "visits", "loans", "in_house", "events",
                       "event_participants"},
                      {"users_share", "loans_per_capita", "loans_per_user", "turnover",
                       "visits_per_capita", "visits_per_user", "participants_per_event"},
                      {"users_share", "loans_per_capita"});
  add_figures_chapter(
      blocks, data, "staff", {"staff_persons", "staff_fte", "weekly_hours", "computers_public"},
      {"staff_per_1000", "specialist_share", "loans_per_staff", "weekly_hours"}, {});
  add_figures_chapter(blocks, data, "money", {"expenditure", "expenditure_acquisitions"},
                      {"expenditure_per_capita", "acquisitions_share", "staff_share",
                       "training_share", "cost_per_visit", "cost_per_loan"},
                      {"expenditure_per_capita"});
  add_training_chapter(blocks, data);
  add_visits_chapter(blocks, data);
  add_extremes_chapter(blocks, data);
  add_compliance_chapter(blocks, data);
  add_method_chapter(blocks, data);
  blocks.emplace_back(places(call));
  return paper;
}

std::string shown_or_dash(const std::optional<Decimal>& value, const Messages& say) {
  return value ? shown_decimal(*value, say.lang()) : "–";
}

FlowTable unit_table(const UnitAnalysis& of, const Messages& say) {
  const auto right = [](std::string title, double width) {
    TableColumn column = text_column(std::move(title), width);
    column.align = Align::right;
    return column;
  };
  FlowTable table;
  table.columns = {
      weighted_column(say("analysis.indicator")), right(say("analysis.value"), 34),
      right(say("analysis.last_year"), 22),       right(say("analysis.peer_median"), 24),
      right(say("analysis.county_median"), 24),   right(say("analysis.place"), 20)};
  for (const IndicatorLine& line : of.lines) {
    table.rows.push_back(
        {RowKind::entry,
         {name_with_unit(*line.indicator, say), value_or_why(line.now, say),
          shown_or_dash(line.before, say), shown_or_dash(line.peers, say),
          shown_or_dash(line.county, say),
          line.place > 0 ? std::to_string(line.place) + "/" + std::to_string(line.ranked) : "–"}});
  }
  return table;
}

FlowTable duties_table(const UnitDuties& of, const Messages& say) {
  FlowTable table;
  table.columns = {weighted_column(say("compliance.duty"), 1.2),
                   text_column(say("compliance.outcome"), 24),
                   weighted_column(say("compliance.why"))};
  for (const DutyResult& one : of.results) {
    table.rows.push_back({RowKind::entry,
                          {one.duty->text(say.lang()),
                           say("compliance.outcome." + std::string(name_of(one.finding.outcome))),
                           because(one.finding, say)}});
  }
  return table;
}

// The library's bars: its own value beside the medians and its neighbours.
Drawing beside_others(const UnitAnalysis& of, const Indicator& indicator, const Messages& say) {
  const auto line = std::ranges::find(of.lines, &indicator, &IndicatorLine::indicator);
  BarChart chart;
  chart.title = name_with_unit(indicator, say);
  const auto bar = [&](std::string label, const std::optional<Decimal>& value, bool strong) {
    chart.bars.push_back({std::move(label), value, shown_or_dash(value, say), strong});
  };
  bar(of.unit->unit.name, line->now.value, true);
  bar(say("analysis.peer_median"), line->peers, false);
  bar(say("analysis.county_median"), line->county, false);
  for (const Neighbour& one : of.neighbours)
    bar(one.of->unit.name, reckon(indicator, one.of->figures).value, false);
  chart.alternative = chart.title;
  for (const ChartBar& one : chart.bars)
    chart.alternative += "; " + one.label + ": " + one.shown;
  return drawn(chart);
}

void add_unit(Blocks& blocks, const AnalysedYears& years, const UnitAnalysis& of,
              const UnitDuties& duties, const Messages& say) {
  const Unit& unit = of.unit->unit;
  blocks.emplace_back(Heading{unit.name + ", " + std::to_string(of.year)});
  KeyValues lines;
  lines.lines = {
      {say("common.library"), unit.library_name},
      {say("analysis.population"), shown_integer(unit.population, say.lang())},
      {say("analysis.band"), of.band == nullptr ? "–" : of.band->name(say.lang())},
      {say("analysis.return_state"), say("return.state." + std::string(name_of(of.unit->state)))}};
  blocks.emplace_back(std::move(lines));
  for (const char* code : {"additions_per_1000", "loans_per_capita"}) {
    const Indicator& indicator = *find_indicator(code);
    blocks.emplace_back(trend_of(trend_in(years, indicator, unit.siruta), indicator, say));
  }
  for (const char* code : {"users_share", "expenditure_per_capita"})
    blocks.emplace_back(beside_others(of, *find_indicator(code), say));
  blocks.emplace_back(unit_table(of, say));
  blocks.emplace_back(Heading{say("compliance.title"), 2});
  blocks.emplace_back(duties_table(duties, say));
}

Result<Reply> as_pdf(Call& call, const FlowPaper& paper, const std::string& name) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, call.say()));
  return Reply::document(name + ".pdf", "application/pdf", std::move(pdf));
}

Result<Reply> run_report(Call& call, const Values& in) {
  const std::int64_t year = wanted_year(call, in);
  const FlowPaper paper = county_report(call, year);
  const std::string name = "raport-" + std::to_string(year);
  if (in.text("format") == "fodt") {
    return Reply::document(name + ".fodt", flat_odt_type, flat_odt(paper, call.say().lang()));
  }
  return as_pdf(call, paper, name);
}

Result<Reply> run_unit_report(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = wanted_year(call, in);
  const std::int64_t siruta = in.integer("siruta");
  const auto years = analysed_years(call.work(), year);
  METODICA_TRY(const UnitAnalysis of, unit_analysis(years, year, siruta));
  const CountyDuties duties = county_duties(call, year, siruta);
  FlowPaper paper = paper_of(call, say("report.one"), year);
  add_unit(paper.blocks, years, of, duties.results.front(), say);
  return as_pdf(call, paper, "raport-" + std::to_string(siruta) + "-" + std::to_string(year));
}

// One file, each library on a page of its own: it is printed and handed out at the March meeting.
Result<Reply> run_unit_reports(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = wanted_year(call, in);
  const auto years = analysed_years(call.work(), year);
  const CountyDuties duties = county_duties(call, year);
  FlowPaper paper = paper_of(call, say("report.all_units"), year);
  for (const UnitDuties& one : duties.results) {
    METODICA_TRY(const UnitAnalysis of, unit_analysis(years, year, one.of->unit.siruta));
    if (!paper.blocks.empty())
      paper.blocks.emplace_back(PageBreak{});
    add_unit(paper.blocks, years, of, one, say);
  }
  return as_pdf(call, paper, "rapoarte-" + std::to_string(year));
}

}  // namespace

void add_reports(ActionList& actions) {
  const auto add = [&](const char* name, Form (*form)(const Messages&), const char* example,
                       Result<Reply> (*run)(Call&, const Values&)) {
    actions.push_back(
        {name, ActionKind::read, analysis_readers, "document", form, example, {}, run, {}});
  };
  add("coordination.report", report_form, R"({"year":2025})", run_report);
  add("coordination.unit_report", unit_report_form, R"({"siruta":54975,"year":2025})",
      run_unit_report);
  add("coordination.unit_reports", unit_reports_form, R"({"year":2025})", run_unit_reports);
}

}  // namespace metodica::coordination
