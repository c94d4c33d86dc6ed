// Duties on screen: the county as a grid of units and duties, one library with reasons and
// evidence.

#include <algorithm>

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/compliance/duty_actions.hpp"

namespace metodica::coordination {
namespace {

Form county_form(const Messages& say) {
  Form form("duties", "coordination.duties", say("analysis.show"));
  form.reads();
  year_field(form, say);
  return form;
}

Form unit_form(const Messages& say) {
  Form form("unit_duties", "coordination.unit_duties", say("analysis.show"));
  form.reads();
  siruta_field(form, say);
  year_field(form, say);
  return form;
}

Cell outcome_cell(Outcome outcome, const Messages& say) {
  return Cell::tag(say("compliance.outcome." + std::string(name_of(outcome))), level_of(outcome));
}

std::string norm_words(const DutyNorm* norm, const Messages& say) {
  if (norm == nullptr)
    return say("compliance.no_norm");
  return say("compliance.since", {{"day", norm->from.shown(say.lang())}});
}

// "norma: 50", or the steps of stocktaking in words.
std::string value_words(const DutyNorm* norm, const Messages& say) {
  if (norm == nullptr || norm->value.empty())
    return {};
  if (norm->value.find(':') == std::string::npos)
    return say("compliance.norm_is", {{"value", norm->value}});
  std::string words;
  for (const StocktakingStep& step : stocktaking_steps(norm->value)) {
    words += words.empty() ? "" : "; ";
    words += step.most == 0 ? say("compliance.step_last", {{"years", step.years}})
                            : say("compliance.step", {{"units", step.most}, {"years", step.years}});
  }
  return words;
}

Table duties_table(const CountyDuties& all, const Messages& say) {
  Table table("duties");
  table.caption(say("compliance.by_duty"))
      .column("duty", say("compliance.duty"))
      .column("reference", say("compliance.reference"))
      .column("met", say("compliance.outcome.met"), CellKind::integer)
      .column("not_met", say("compliance.outcome.not_met"), CellKind::integer)
      .column("not_due", say("compliance.outcome.not_due"), CellKind::integer)
      .column("unknown", say("compliance.outcome.unknown"), CellKind::integer);
  for (std::size_t i = 0; i < all.duties.size(); ++i) {
    const Duty& duty = all.duties[i];
    const DutyNorm* norm = norm_on(duty.norms, all.day);
    std::vector<Cell> cells = {
        Cell(duty.text(say.lang())).note(value_words(norm, say)),
        Cell(norm == nullptr ? "" : reference_of(*norm, say)).note(norm_words(norm, say))};
    for (const Outcome outcome :
         {Outcome::met, Outcome::not_met, Outcome::not_due, Outcome::unknown})
      cells.emplace_back(std::to_string(all.count(i, outcome)));
    table.row(std::move(cells));
  }
  return table;
}

std::string not_met_words(const UnitDuties& of, const Messages& say) {
  std::string text;
  for (const DutyResult& one : of.results) {
    if (one.finding.outcome == Outcome::not_met)
      text += (text.empty() ? "" : ", ") + say("compliance.short." + one.duty->code);
  }
  return text;
}

// Those with most unkept duties first: they are read first.
Table units_table(const CountyDuties& all, const Messages& say) {
  std::vector<const UnitDuties*> order;
  for (const UnitDuties& one : all.results)
    order.push_back(&one);
  std::ranges::stable_sort(order, [](const UnitDuties* left, const UnitDuties* right) {
    return left->count(Outcome::not_met) > right->count(Outcome::not_met);
  });
  Table table("units");
  table.caption(say("compliance.by_unit"))
      .column("unit", say("analysis.unit"))
      .column("not_met", say("compliance.outcome.not_met"), CellKind::integer)
      .column("which", say("compliance.which"))
      .column("met", say("compliance.outcome.met"), CellKind::integer)
      .column("unknown", say("compliance.outcome.unknown"), CellKind::integer)
      .empty(say("analysis.no_units"));
  for (const UnitDuties* one : order) {
    table.row({Cell::link(one->of->unit.name, "coordination.unit_duties",
                          Json::object({{"siruta", one->of->unit.siruta}, {"year", all.year}})),
               std::to_string(one->count(Outcome::not_met)), not_met_words(*one, say),
               std::to_string(one->count(Outcome::met)),
               std::to_string(one->count(Outcome::unknown))});
  }
  return table;
}

Table results_table(const UnitDuties& of, const Messages& say) {
  Table table("results");
  table.caption(say("compliance.results"))
      .column("duty", say("compliance.duty"))
      .column("outcome", say("compliance.outcome"), CellKind::tag)
      .column("because", say("compliance.why"));
  for (const DutyResult& one : of.results) {
    const std::string reference = one.norm == nullptr ? "" : reference_of(*one.norm, say);
    const std::string origin = say(one.by_evidence      ? "compliance.from_evidence"
                                   : one.duty->computed ? "compliance.from_records"
                                                        : "compliance.from_evidence");
    table.row({Cell(one.duty->text(say.lang())).note(reference),
               outcome_cell(one.finding.outcome, say),
               Cell(because(one.finding, say)).note(origin)});
  }
  return table;
}

Table evidence_table(const UnitDuties& of, const Messages& say) {
  Table table("evidence");
  table.caption(say("compliance.evidence"))
      .column("day", say("common.date"), CellKind::date)
      .column("duty", say("compliance.duty"))
      .column("outcome", say("compliance.outcome"), CellKind::tag)
      .column("text", say("compliance.evidence_text"))
      .column("file", say("compliance.file_name"))
      .empty(say("compliance.no_evidence"));
  for (const DutyResult& result : of.results) {
    for (const Evidence& one : result.evidence) {
      table.row({one.day.shown(say.lang()), result.duty->text(say.lang()),
                 outcome_cell(one.outcome, say), one.text, one.file_name});
    }
  }
  return table;
}

}  // namespace

std::string because(const Finding& finding, const Messages& say) {
  std::vector<MessageArgument> arguments = finding.arguments;
  for (MessageArgument& one : arguments) {
    if (one.name == "code")
      one = {"term", say("analysis.term." + std::get<std::string>(one.value))};
  }
  return say(finding.because, arguments);
}

Level level_of(Outcome outcome) {
  if (outcome == Outcome::met)
    return Level::good;
  return outcome == Outcome::not_met ? Level::bad : Level::info;
}

std::string reference_of(const DutyNorm& norm, const Messages& say) {
  if (norm.verified == "yes")
    return norm.reference;
  return norm.reference + " – " + say("compliance.verified." + norm.verified);
}

Result<Reply> duties_screen(Call& call, std::int64_t year, const Json& typed,
                            const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  const CountyDuties all = county_duties(call, year);
  Screen screen("coordination.duties",
                say("compliance.title_of", {{"year", std::to_string(year)}}));
  screen.sub(say("compliance.sub", {{"day", all.day.shown(say.lang())}}));
  screen.form(county_form(say), say, Json::object({{"year", year}}));
  screen.table(duties_table(all, say));
  screen.table(units_table(all, say));
  if (call.caller().roles.any_of(analysts)) {
    screen.heading(say("compliance.norm_title"));
    screen.text(say("compliance.norm_why"));
    screen.form(norm_form(say), say, typed, problems);
  }
  return Reply::screen(screen);
}

Result<Reply> unit_duties_screen(Call& call, std::int64_t siruta, std::int64_t year,
                                 const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  const CountyDuties all = county_duties(call, year, siruta);
  METODICA_TRY(const UnitYear* unit, unit_in(all.units, siruta));
  const UnitDuties& of = all.results.front();
  Screen screen("coordination.unit_duties", unit->unit.name + ": " + say("compliance.title"));
  screen.sub(say("compliance.sub", {{"day", all.day.shown(say.lang())}}));
  const Json args = Json::object({{"siruta", siruta}, {"year", year}});
  screen.actions(
      {{say("analysis.to_unit"), "coordination.unit_analysis", args},
       {say("compliance.to_county"), "coordination.duties", Json::object({{"year", year}})}});
  screen.figures({{say("compliance.outcome.met"), std::to_string(of.count(Outcome::met))},
                  {say("compliance.outcome.not_met"), std::to_string(of.count(Outcome::not_met))},
                  {say("compliance.outcome.unknown"), std::to_string(of.count(Outcome::unknown))}});
  screen.table(results_table(of, say));
  screen.table(evidence_table(of, say));
  if (call.caller().roles.any_of(analysts)) {
    screen.heading(say("compliance.evidence_title"));
    screen.form(evidence_form(say), say, problems.empty() ? args : typed, problems);
  }
  return Reply::screen(screen);
}

void add_duty_screens(ActionList& actions) {
  actions.push_back({"coordination.duties",
                     ActionKind::read,
                     analysis_readers,
                     "screen",
                     county_form,
                     R"({"year":2025})",
                     {},
                     [](Call& call, const Values& in) -> Result<Reply> {
                       return duties_screen(call, wanted_year(call, in), {}, {});
                     },
                     {}});
  actions.push_back({"coordination.unit_duties",
                     ActionKind::read,
                     analysis_readers,
                     "screen",
                     unit_form,
                     R"({"siruta":54975,"year":2025})",
                     {},
                     [](Call& call, const Values& in) -> Result<Reply> {
                       return unit_duties_screen(call, in.integer("siruta"), wanted_year(call, in),
                                                 {}, {});
                     },
                     {}});
}

}  // namespace metodica::coordination
