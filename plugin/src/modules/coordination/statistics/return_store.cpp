#include "modules/coordination/statistics/return_store.hpp"

#include <limits>

#include "json/json.hpp"
#include "modules/coordination/statistics/version_json.hpp"

namespace metodica::coordination {

std::vector<StoredReturn> stored_returns(UnitOfWork& work, std::int64_t year, std::int64_t siruta) {
  std::vector<StoredReturn> all;
  work.each<std::string, std::int64_t, std::string, std::int64_t, std::string, std::string,
            std::string, std::string>(
      "SELECT library, siruta, form, submission, submitted_at, submitted_by, changed_at, "
      "changed_by "
      "FROM stat_return WHERE library IN ({libraries}) AND year = $1 AND siruta >= $2 AND "
      "siruta <= $3 ORDER BY library, siruta",
      {year, siruta, siruta == 0 ? std::numeric_limits<std::int64_t>::max() : siruta},
      [&](std::string library, std::int64_t unit, std::string form, std::int64_t submission,
          std::string submitted_at, std::string submitted_by, std::string changed_at,
          std::string changed_by) {
        all.push_back({{std::move(library), year, unit},
                       std::move(form),
                       submission,
                       std::move(submitted_at),
                       std::move(submitted_by),
                       std::move(changed_at),
                       std::move(changed_by)});
      });
  return all;
}

std::optional<StoredReturn> stored_return(UnitOfWork& work, const ReturnOf& of) {
  for (StoredReturn& one : stored_returns(work, of.year, of.siruta)) {
    if (one.of.library == of.library)
      return std::move(one);
  }
  return {};
}

void keep_return(UnitOfWork& work, const StoredReturn& kept) {
  work.execute(
      "INSERT INTO stat_return (library, year, siruta, form, submission, submitted_at, "
      "submitted_by, changed_at, changed_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8) "
      "ON CONFLICT (library, year, siruta) DO UPDATE SET form = excluded.form, "
      "submission = excluded.submission, submitted_at = excluded.submitted_at, "
      "submitted_by = excluded.submitted_by, changed_at = excluded.changed_at, "
      "changed_by = excluded.changed_by",
      {kept.of.year, kept.of.siruta, kept.form, kept.submission, kept.submitted_at,
       kept.submitted_by, kept.changed_at, kept.changed_by});
}

ReturnCells return_cells(UnitOfWork& work, const ReturnOf& of) {
  ReturnCells cells;
  work.each<std::string, std::string, std::int64_t, std::string, std::string, std::int64_t,
            std::string, std::string>(
      "SELECT code, kind, value_e4, origin, source, revision, changed_at, changed_by FROM "
      "stat_cell "
      "WHERE library IN ({libraries}) AND library = $1 AND year = $2 AND siruta = $3 ORDER BY code",
      {of.library, of.year, of.siruta},
      [&](std::string code, std::string kind, std::int64_t e4, std::string origin,
          std::string source, std::int64_t revision, std::string at, std::string by) {
        ReturnCell cell{code,
                        {figure_kind_of(kind), e4},
                        std::move(origin),
                        std::move(source),
                        revision,
                        std::move(at),
                        std::move(by)};
        cells.emplace_hint(cells.end(), std::move(code), std::move(cell));
      });
  return cells;
}

void keep_cell(UnitOfWork& work, const ReturnOf& of, const ReturnCell& cell) {
  work.execute(
      "INSERT INTO stat_cell (library, year, siruta, code, kind, value_e4, origin, source, "
      "revision, "
      "changed_at, changed_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
      "ON CONFLICT (library, year, siruta, code) DO UPDATE SET kind = excluded.kind, "
      "value_e4 = excluded.value_e4, origin = excluded.origin, source = excluded.source, "
      "revision = excluded.revision, changed_at = excluded.changed_at, "
      "changed_by = excluded.changed_by",
      {of.year, of.siruta, cell.code, name_of(cell.figure.kind), cell.figure.e4, cell.origin,
       cell.source, cell.revision, cell.changed_at, cell.changed_by});
}

Figures figures_in(const ReturnCells& cells) {
  Figures figures;
  for (const auto& [code, cell] : cells)
    figures.emplace_hint(figures.end(), code, cell.figure);
  return figures;
}

std::map<std::string, RuleAnswer, std::less<>> rule_answers(UnitOfWork& work, const ReturnOf& of) {
  std::map<std::string, RuleAnswer, std::less<>> all;
  work.each<std::string, std::string, std::string, std::string>(
      "SELECT rule, note, answered_at, answered_by FROM stat_answer WHERE library IN ({libraries}) "
      "AND library = $1 AND year = $2 AND siruta = $3 ORDER BY rule",
      {of.library, of.year, of.siruta},
      [&](std::string rule, std::string note, std::string at, std::string by) {
        RuleAnswer answer{rule, std::move(note), std::move(at), std::move(by)};
        all.emplace_hint(all.end(), std::move(rule), std::move(answer));
      });
  return all;
}

void keep_answer(UnitOfWork& work, const ReturnOf& of, const RuleAnswer& answer) {
  work.execute(
      "INSERT INTO stat_answer (library, year, siruta, rule, note, answered_at, answered_by) "
      "VALUES "
      "({library}, $1, $2, $3, $4, $5, $6) ON CONFLICT (library, year, siruta, rule) DO UPDATE SET "
      "note = excluded.note, answered_at = excluded.answered_at, "
      "answered_by = excluded.answered_by",
      {of.year, of.siruta, answer.rule, answer.note, answer.at, answer.by});
}

void add_version(UnitOfWork& work, const ReturnOf& of, const ReturnVersion& version) {
  Json notes = Json::object();
  for (const auto& [rule, note] : version.notes)
    notes.set(rule, note);
  const Json content =
      Json::object({{"figures", figures_json(version.figures)}, {"notes", std::move(notes)}});
  work.execute(
      "INSERT INTO stat_version (library, year, siruta, submission, form, content, submitted_at, "
      "submitted_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7)",
      {of.year, of.siruta, version.submission, version.form, content.dump(), version.at,
       version.by});
}

std::vector<ReturnVersion> return_versions(UnitOfWork& work, const ReturnOf& of) {
  std::vector<ReturnVersion> all;
  work.each<std::int64_t, std::string, std::string, std::string, std::string>(
      "SELECT submission, form, content, submitted_at, submitted_by FROM stat_version WHERE "
      "library IN ({libraries}) AND library = $1 AND year = $2 AND siruta = $3 ORDER BY submission",
      {of.library, of.year, of.siruta},
      [&](std::int64_t submission, std::string form, std::string content, std::string at,
          std::string by) {
        ReturnVersion version;
        version.submission = submission;
        version.form = std::move(form);
        version.at = std::move(at);
        version.by = std::move(by);
        if (const auto read = Json::parse(content)) {
          version.figures = figures_from((*read)["figures"]);
          for (const auto& [rule, note] : (*read)["notes"].members())
            version.notes[rule] = note.text();
        }
        all.push_back(std::move(version));
      });
  return all;
}

}  // namespace metodica::coordination
