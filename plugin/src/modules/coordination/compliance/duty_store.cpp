#include "modules/coordination/compliance/duty_store.hpp"

#include <charconv>
#include <utility>

namespace metodica::coordination {
namespace {

void add_openings(UnitOfWork& work, std::map<std::string, RegisterFacts>& all) {
  work.each<std::string, Date, std::int64_t>(
      "SELECT library, opened_on, units FROM register_opening WHERE library IN ({libraries})", {},
      [&](std::string library, Date opened_on, std::int64_t units) {
        LibraryRecords& records = all[std::move(library)].records;
        records.opened = true;
        records.opened_on = opened_on;
        records.stock = units;
      });
}

void add_movements(UnitOfWork& work, std::int64_t year, std::map<std::string, RegisterFacts>& all) {
  work.each<std::string, std::int64_t, std::int64_t>(
      "SELECT library, part, CAST(SUM(units) AS BIGINT) FROM movement_lot WHERE library IN "
      "({libraries}) AND "
      "year <= $1 GROUP BY library, part",
      {year}, [&](const std::string& library, std::int64_t part, std::int64_t units) {
        all[library].records.stock += part == 1 ? units : -units;
      });
  work.each<std::string>(
      "SELECT library FROM year_close WHERE library IN ({libraries}) AND year = $1", {year},
      [&](const std::string& library) { all[library].records.year_closed = true; });
}

void add_exits(UnitOfWork& work, std::int64_t year, std::map<std::string, RegisterFacts>& all) {
  work.each<std::string, std::string, Date, Date, std::int64_t>(
      "SELECT l.library, l.kind, e.acquired_on, l.registered_on, COUNT(*) FROM movement_lot l "
      "JOIN inventory_exit x ON x.library = l.library AND x.exit_year = l.year AND "
      "x.exit_number = l.number "
      "JOIN inventory_entry e ON e.library = x.library AND e.register = x.register AND "
      "e.number = x.number "
      "WHERE l.library IN ({libraries}) AND x.library IN ({libraries}) AND "
      "e.library IN ({libraries}) AND l.part = 2 AND l.year = $1 "
      "GROUP BY l.library, l.kind, e.acquired_on, l.registered_on",
      {year},
      [&](const std::string& library, std::string cause, Date acquired, Date left,
          std::int64_t copies) {
        all[library].exits.push_back({std::move(cause), {acquired, left, copies}});
      });
}

}  // namespace

std::vector<DutyNorm> noted_norms(UnitOfWork& work) {
  std::vector<DutyNorm> norms;
  work.each<std::string, std::string, Date, Date, std::string, std::string>(
      "SELECT duty, value, valid_from, valid_to, reference, verified FROM duty_norm "
      "WHERE library = {library} ORDER BY noted",
      {},
      [&](std::string duty, std::string value, Date from, Date to, std::string reference,
          std::string verified) {
        norms.push_back({std::move(duty), std::move(value), from, to, std::move(reference),
                         std::move(verified)});
      });
  return norms;
}

void note_norm(UnitOfWork& work, const DutyNorm& norm, const std::string& user,
               const std::string& now) {
  work.execute(
      "INSERT INTO duty_norm (library, duty, noted, valid_from, valid_to, value, reference, "
      "verified, noted_by, noted_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {norm.duty, work.take("duty_norm"), norm.from, norm.to, norm.value, norm.reference,
       norm.verified, user, now});
}

std::vector<Evidence> evidence(UnitOfWork& work, std::int64_t year) {
  std::vector<Evidence> all;
  work.each<std::int64_t, std::string, std::int64_t, std::int64_t, Date, std::string, std::string,
            std::string>(
      "SELECT siruta, duty, number, year, day, outcome, evidence, file_name FROM duty_evidence "
      "WHERE library = {library} AND (year = $1 OR $2 = 0) ORDER BY siruta, duty, number",
      {year, year},
      [&](std::int64_t siruta, std::string duty, std::int64_t number, std::int64_t of, Date day,
          const std::string& outcome, std::string text, std::string file) {
        all.push_back({siruta, std::move(duty), number, of, day, outcome_of(outcome),
                       std::move(text), std::move(file)});
      });
  return all;
}

void note_evidence(UnitOfWork& work, const Evidence& found, const std::string& user,
                   const std::string& now) {
  const std::int64_t number = work.number(
      "SELECT COALESCE(MAX(number), 0) + 1 FROM duty_evidence WHERE library = {library} AND "
      "siruta = $1 AND duty = $2",
      {found.siruta, found.duty}, 1);
  work.execute(
      "INSERT INTO duty_evidence (library, siruta, duty, number, year, day, outcome, evidence, "
      "file_name, noted_by, noted_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {found.siruta, found.duty, number, found.year, found.day, name_of(found.outcome), found.text,
       found.file_name, user, now});
}

std::map<std::string, std::int64_t> libraries_of_units(UnitOfWork& work) {
  std::map<std::string, std::int64_t> units;
  work.each<std::string, std::string>(
      "SELECT library, value FROM library_setting WHERE library IN ({libraries}) AND "
      "name = 'institution.siruta'",
      {}, [&](std::string library, const std::string& text) {
        std::int64_t siruta = 0;
        std::from_chars(text.data(), text.data() + text.size(), siruta);
        if (siruta > 0)
          units.emplace(std::move(library), siruta);
      });
  return units;
}

std::map<std::string, Date> last_stocktakings(UnitOfWork& work, std::int64_t year) {
  std::map<std::string, Date> days;
  work.each<std::string, Date>(
      "SELECT library, MAX(ended_on) FROM stocktaking_close WHERE library IN ({libraries}) AND "
      "ended_on <= $1 GROUP BY library",
      {std::to_string(year) + "-12-31"},
      [&](std::string library, Date day) { days.emplace(std::move(library), day); });
  return days;
}

std::map<std::string, RegisterFacts> register_facts(UnitOfWork& work, std::int64_t year) {
  std::map<std::string, RegisterFacts> all;
  add_openings(work, all);
  add_movements(work, year, all);
  for (const auto& [library, day] : last_stocktakings(work, year))
    all[library].records.last_stocktaking = day;
  add_exits(work, year, all);
  return all;
}

}  // namespace metodica::coordination
