#include "modules/registers/invariants.hpp"

#include "modules/registers/api.hpp"
#include "modules/registers/closing.hpp"
#include "modules/registers/column_invariants.hpp"
#include "modules/registers/registers_rules.hpp"

namespace metodica::registers {
namespace {

class Findings {
 public:
  Findings(std::vector<Finding>& list, std::size_t most) : list_(list), most_(most) {}

  void add(std::string where, std::string message, std::vector<MessageArgument> arguments = {}) {
    if (list_.size() >= most_)
      return;
    arguments.push_back({"row", where});
    list_.push_back(
        {std::move(where), Problem(METODICA_DAMAGED, std::move(message), std::move(arguments))});
  }

 private:
  std::vector<Finding>& list_;
  std::size_t most_;
};

std::string row_name(std::int64_t part, std::int64_t year, std::int64_t number) {
  return "rmf-" + std::to_string(part) + " " + std::to_string(number) + "/" + std::to_string(year);
}

// E1, E2: each breakdown of each row adds up to the row.
void rows_add_up(UnitOfWork& work, Findings& findings) {
  for (const auto grouping : groupings) {
    work.each<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT l.part, l.year, l.number FROM movement_lot l LEFT JOIN (SELECT library, part, "
        "year, number, "
        "SUM(units) AS units, SUM(value_e4) AS value_e4 FROM movement_count WHERE library = "
        "{library} "
        "AND grouping_name = $1 GROUP BY library, part, year, number) c ON c.library = l.library "
        "AND c.part = l.part AND c.year = l.year AND c.number = l.number WHERE l.library = "
        "{library} "
        "AND (c.units IS NULL OR c.units <> l.units OR c.value_e4 <> l.value_e4)",
        {grouping}, [&](std::int64_t part, std::int64_t year, std::int64_t number) {
          findings.add(row_name(part, year, number), "registers.verify_breakdown",
                       {{"grouping", std::string(grouping)}});
        });
  }
}

// No line came in with a lot that is not there. Lots are few, lines many: lots are looked up first.
void lines_have_lots(UnitOfWork& work, Findings& findings) {
  std::vector<std::pair<std::int64_t, std::int64_t>> strange;
  work.each<std::int64_t, std::int64_t>(
      "SELECT e.lot_year, e.lot_number FROM (SELECT DISTINCT library, lot_year, lot_number FROM "
      "inventory_entry WHERE library = {library} AND lot_number > 0) e WHERE NOT EXISTS (SELECT 1 "
      "FROM movement_lot l WHERE l.library = e.library AND l.part = 1 AND l.year = e.lot_year AND "
      "l.number = e.lot_number)",
      {}, [&](std::int64_t year, std::int64_t number) { strange.emplace_back(year, number); });
  for (const auto& [year, number] : strange) {
    work.each<std::string, std::int64_t>(
        "SELECT register, number FROM inventory_entry WHERE library = {library} AND lot_year = $1 "
        "AND lot_number = $2 ORDER BY register, number",
        {year, number}, [&](const std::string& code, std::int64_t line) {
          findings.add("ri-" + code + " " + std::to_string(line),
                       "registers.verify_line_without_lot");
        });
  }
}

// E3 with E2: an entry row and the RI lines opened by it.
void entries_match_lines(UnitOfWork& work, Findings& findings) {
  work.each<std::int64_t, std::int64_t>(
      "SELECT l.year, l.number FROM movement_lot l LEFT JOIN (SELECT library, lot_year, "
      "lot_number, "
      "COUNT(*) AS units, SUM(value_e4) AS value_e4 FROM inventory_entry WHERE library = {library} "
      "GROUP BY library, lot_year, lot_number) e ON e.library = l.library AND e.lot_year = l.year "
      "AND e.lot_number = l.number WHERE l.library = {library} AND l.part = 1 "
      "AND (e.units IS NULL OR e.units <> l.units OR e.value_e4 <> l.value_e4)",
      {}, [&](std::int64_t year, std::int64_t number) {
        findings.add(row_name(1, year, number), "registers.verify_entry_lines");
      });
  lines_have_lots(work, findings);
}

// E4, E5: an exit row and the lines annotated with it, at their recorded values.
void exits_match_lines(UnitOfWork& work, Findings& findings) {
  work.each<std::int64_t, std::int64_t>(
      "SELECT l.year, l.number FROM movement_lot l LEFT JOIN (SELECT x.library, x.exit_year, "
      "x.exit_number, "
      "COUNT(*) AS units, SUM(e.value_e4) AS value_e4 FROM inventory_exit x JOIN inventory_entry e "
      "ON e.library = x.library AND e.register = x.register AND e.number = x.number "
      "WHERE x.library = {library} GROUP BY x.library, x.exit_year, x.exit_number) s "
      "ON s.library = l.library AND s.exit_year = l.year AND s.exit_number = l.number "
      "WHERE l.library = {library} AND l.part = 2 "
      "AND (s.units IS NULL OR s.units <> l.units OR s.value_e4 <> l.value_e4)",
      {}, [&](std::int64_t year, std::int64_t number) {
        findings.add(row_name(2, year, number), "registers.verify_exit_lines");
      });
}

// E10: numbers 1..N of a register are lines or were withdrawn before the opening, without gaps.
void numbers_without_gaps(UnitOfWork& work, Findings& findings) {
  for (const auto& book : inventory_registers(work)) {
    const std::int64_t lines = work.number(
        "SELECT COUNT(*) FROM inventory_entry WHERE library = {library} AND register = $1",
        {book.code});
    const std::int64_t highest = work.number(
        "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM inventory_entry WHERE library = "
        "{library} "
        "AND register = $1",
        {book.code});
    const std::int64_t before = work.number(
        "SELECT CAST(COALESCE(SUM(last_number - first_number + 1), 0) AS BIGINT) FROM "
        "withdrawn_before "
        "WHERE library = {library} AND register = $1",
        {book.code});
    if (lines + before != book.last_number || highest > book.last_number) {
      findings.add("ri-" + book.code, "registers.verify_numbers",
                   {{"lines", std::to_string(lines)},
                    {"withdrawn", std::to_string(before)},
                    {"last", std::to_string(book.last_number)}});
    }
  }
}

// E12: withdrawal by wear not before six months (L334 art. 40(2)).
void withdrawals_old_enough(UnitOfWork& work, Findings& findings) {
  work.each<std::string, std::int64_t, Date, Date, std::string>(
      "SELECT x.register, x.number, e.acquired_on, x.registered_on, l.kind FROM inventory_exit x "
      "JOIN inventory_entry e ON e.library = x.library AND e.register = x.register AND e.number = "
      "x.number "
      "JOIN movement_lot l ON l.library = x.library AND l.part = 2 AND l.year = x.exit_year "
      "AND l.number = x.exit_number WHERE x.library = {library} AND l.kind IN ('worn', 'obsolete')",
      {},
      [&](const std::string& code, std::int64_t number, Date acquired, Date left,
          const std::string&) {
        if (left < first_withdrawal_day(acquired)) {
          findings.add("ri-" + code + " " + std::to_string(number), "registers.verify_too_young");
        }
      });
}

// E7, E8: every year from the opening on closes without a negative column.
void years_balance(UnitOfWork& work, Findings& findings) {
  const auto years = work.one<std::string, std::int64_t>(
      "SELECT o.opened_on, CAST(COALESCE((SELECT MAX(l.year) FROM movement_lot l WHERE l.library = "
      "o.library), 0) "
      "AS BIGINT) FROM register_opening o WHERE o.library = {library}");
  if (!years)
    return;
  const auto opened = Date::parse(std::get<0>(*years));
  if (!opened)
    return;
  for (std::int64_t year = opened->year(); year <= std::get<1>(*years); ++year) {
    const auto part3 = recapitulation(work, year);
    if (!part3)
      findings.add("rmf-3 " + std::to_string(year), part3.error().message, part3.error().arguments);
  }
}

// E9, E13: what RMF says there is stands in RI without exit, column by column.
void columns_match_lines(UnitOfWork& work, Findings& findings) {
  for (const auto& difference : column_differences(work)) {
    findings.add("rmf-3", "registers.verify_column",
                 {{"grouping", difference.grouping},
                  {"column", difference.column},
                  {"existing", std::to_string(difference.existing)},
                  {"lines", std::to_string(difference.lines)}});
  }
}

}  // namespace

void check_invariants(UnitOfWork& work, std::vector<Finding>& findings, std::size_t most) {
  Findings list(findings, most);
  rows_add_up(work, list);
  entries_match_lines(work, list);
  exits_match_lines(work, list);
  numbers_without_gaps(work, list);
  withdrawals_old_enough(work, list);
  years_balance(work, list);
  columns_match_lines(work, list);
}

}  // namespace metodica::registers
