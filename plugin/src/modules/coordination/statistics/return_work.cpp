#include "modules/coordination/statistics/return_work.hpp"

#include <algorithm>

#include "app/settings.hpp"
#include "modules/coordination/statistics/decision_store.hpp"
#include "modules/coordination/statistics/figure_store.hpp"
#include "modules/coordination/statistics/register_figures.hpp"

namespace metodica::coordination {
namespace {

// A library's own rows go before what the county has typed for its unit.
std::optional<StoredReturn> best_return(UnitOfWork& work, std::int64_t year, std::int64_t siruta) {
  std::optional<StoredReturn> best;
  for (StoredReturn& one : stored_returns(work, year, siruta)) {
    if (!best || one.of.library != work.tenancy().own)
      best = std::move(one);
  }
  return best;
}

void read_rest(Call& call, ReturnWork& found, bool own_unit) {
  UnitOfWork& work = call.work();
  const auto [library, year, siruta] = found.of();
  found.mine = library == work.tenancy().own;
  found.campaign = campaign_of_year(work, year);
  found.cells = return_cells(work, found.of());
  found.decisions = decisions_of(work, year, siruta);
  found.state = state_of(!found.cells.empty(), found.stored.submission, found.decisions);
  found.compared.now = figures_in(found.cells);
  found.compared.last = figures_of(work, siruta, year - 1);
  if (found.mine && own_unit)
    found.compared.registers = register_figures(work, year);
  if (found.unit.population > 0)
    found.compared.official["population"] = YearFigure::whole(found.unit.population);
}

Result<YearFigure> figure_typed(const SurveyItem& item, const TypedCell& cell) {
  if (cell.value.empty()) {
    return YearFigure::none(cell.kind == FigureKind::number ? FigureKind::not_reported : cell.kind);
  }
  if (cell.kind != FigureKind::number) {
    // On a screen both may stand there: whichever the person changed is meant.
    if (cell.was.empty())
      return invalid("return.value_and_reason");
    if (cell.was == cell.value)
      return YearFigure::none(cell.kind);
  }
  METODICA_TRY(const std::int64_t e4, typed_figure(item, cell.value));
  return YearFigure::decimal(e4);
}

void write_cell(Call& call, ReturnWork& work, ReturnCell cell) {
  cell.changed_at = call.now_utc();
  cell.changed_by = call.caller().user;
  keep_cell(call.work(), work.of(), cell);
  work.compared.now[cell.code] = cell.figure;
  work.cells[cell.code] = std::move(cell);
}

void touch(Call& call, ReturnWork& work) {
  work.stored.changed_at = call.now_utc();
  work.stored.changed_by = call.caller().user;
  keep_return(call.work(), work.stored);
  if (work.state == ReturnState::empty)
    work.state = ReturnState::in_work;
}

std::string shown_or_reason(Call& call, const YearFigure& figure, ItemType type) {
  return figure.known() ? shown_figure(figure, type, call.say().lang())
                        : call.say()("figure." + std::string(name_of(figure.kind)));
}

}  // namespace

bool ReturnPoint::open() const {
  return !off && (finding.severity == Severity::critical || note.empty());
}

Result<ReturnWork> open_return(Call& call, std::int64_t year, std::int64_t siruta) {
  UnitOfWork& work = call.work();
  const std::int64_t own = own_siruta(work);
  if (siruta == 0)
    siruta = own;
  if (siruta == 0)
    return invalid("return.no_siruta");
  ReturnWork found;
  found.unit = unit_name(work, siruta);
  if (found.unit.name.empty() && siruta == own)
    found.unit.name = setting(work, "institution.name");
  auto stored = best_return(work, year, siruta);
  if (!stored && siruta != own && unit_name(work, siruta).name.empty()) {
    return Unexpected(
        Problem(METODICA_NOT_FOUND, "return.unknown_unit", {{"siruta", std::to_string(siruta)}})
            .at("siruta"));
  }
  if (stored) {
    found.stored = *std::move(stored);
    found.survey = survey_named(work, found.stored.form);
  } else {
    found.stored.of = {work.tenancy().own, year, siruta};
  }
  if (!found.survey)
    found.survey = survey_of(work, year);
  found.stored.form = found.survey->name;
  read_rest(call, found, siruta == own);
  return found;
}

Result<ReturnWork> enter_return(Call& call, std::int64_t year, std::int64_t siruta) {
  METODICA_TRY(ReturnWork found, open_return(call, year, siruta));
  const auto refuse = [](const char* id, std::vector<MessageArgument> arguments = {}) {
    return Unexpected(Problem(METODICA_CONFLICT, id, std::move(arguments)));
  };
  if (year > call.today().year())
    return invalid("return.future", {{"year", std::to_string(year)}}, "year");
  if (!found.mine)
    return refuse("return.not_yours");
  if (!may_enter(found.state)) {
    return refuse("return.closed",
                  {{"state", call.say()("return.state." + std::string(name_of(found.state)))}});
  }
  if (found.campaign && call.today() < found.campaign->opens) {
    return refuse("return.not_open_yet",
                  {{"date", found.campaign->opens.shown(call.say().lang())}});
  }
  return found;
}

std::vector<ReturnPoint> points_of(Call& call, const ReturnWork& work) {
  const auto answers = rule_answers(call.work(), work.of());
  const auto before =
      rule_answers(call.work(), {work.of().library, work.of().year - 1, work.of().siruta});
  const auto aside = set_aside(call.work(), work.of().year);
  std::vector<ReturnPoint> points;
  for (ReturnFinding& finding : findings(*work.survey, work.compared)) {
    ReturnPoint point;
    point.text = sentence(*work.survey, finding, work.compared, call.say().lang());
    if (const auto found = answers.find(finding.key); found != answers.end())
      point.note = found->second.note;
    if (const auto found = before.find(finding.key); found != before.end())
      point.last_note = found->second.note;
    for (const SetAside& one : aside) {
      const bool meant = (one.siruta == 0 && one.rule == finding.rule) ||
                         (one.siruta == work.of().siruta && one.rule == finding.key);
      if (one.off && meant) {
        point.off = true;
        point.off_reason = one.reason;
      }
    }
    point.finding = std::move(finding);
    points.push_back(std::move(point));
  }
  std::ranges::stable_sort(points, {},
                           [](const ReturnPoint& point) { return point.finding.severity; });
  return points;
}

Result<KeptCells> keep_cells(Call& call, ReturnWork& work, const std::vector<TypedCell>& typed) {
  KeptCells kept;
  for (std::size_t row = 0; row < typed.size(); ++row) {
    const TypedCell& cell = typed[row];
    const std::string field = "cells/" + std::to_string(row);
    const SurveyItem* item = work.survey->item(cell.code);
    if (item == nullptr)
      return invalid("survey.unknown_item", {{"code", cell.code}}, field + "/code");
    auto read = figure_typed(*item, cell);
    if (!read)
      return Unexpected(std::move(read.error()).at(field + "/value"));
    const YearFigure figure = *read;
    const auto known = work.cells.find(cell.code);
    const ReturnCell before = known == work.cells.end() ? ReturnCell{} : known->second;
    if (figure == before.figure)
      continue;
    if (before.revision != cell.revision) {
      const std::string was = cell.value.empty() ? std::string(name_of(cell.kind)) : cell.value;
      if (was != cell.was) {
        kept.conflicts.push_back({cell.code, shown_or_reason(call, figure, item->type),
                                  shown_or_reason(call, before.figure, item->type),
                                  before.changed_by, before.changed_at});
      }
      continue;
    }
    write_cell(call, work, {cell.code, figure, "typed", "", before.revision + 1, "", ""});
    ++kept.kept;
  }
  if (kept.kept > 0)
    touch(call, work);
  return kept;
}

std::int64_t fill_cells(Call& call, ReturnWork& work, const std::vector<ReturnCell>& found) {
  std::int64_t changed = 0;
  for (ReturnCell cell : found) {
    const auto known = work.cells.find(cell.code);
    const bool there = known != work.cells.end();
    const bool typed = there && known->second.origin == "typed" &&
                       known->second.figure.kind != FigureKind::not_reported;
    if (work.survey->item(cell.code) == nullptr || typed)
      continue;
    if (there && known->second.figure == cell.figure && known->second.origin == cell.origin)
      continue;
    cell.revision = there ? known->second.revision + 1 : 1;
    write_cell(call, work, std::move(cell));
    ++changed;
  }
  if (changed > 0)
    touch(call, work);
  return changed;
}

std::string field_text(const ReturnWork& work, const SurveyItem& item, std::string_view lang) {
  return typed_text(figure_of(work.compared.now, item.code), item.type, lang);
}

}  // namespace metodica::coordination
