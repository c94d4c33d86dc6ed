#include "modules/coordination/network/units_csv.hpp"

#include <charconv>
#include <optional>
#include <set>
#include <string>

#include "exchange/csv.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t highest_siruta = 999'999;
constexpr std::int64_t highest_population = 100'000'000;

enum Column : std::size_t { siruta, name, type, population, library_name, centre, branches };

std::vector<CsvColumn> columns() {
  return {{"siruta", {"cod siruta"}, CsvKind::code, true},
          {"name", {"denumire", "localitate", "uat"}, CsvKind::text, true},
          {"type", {"tip", "rang"}, CsvKind::text, true},
          {"population",
           {"population 2021", "populatie", "populatia", "populatie 2021"},
           CsvKind::text,
           false},
          {"library_name",
           {"biblioteca", "denumirea bibliotecii", "library name"},
           CsvKind::text,
           false},
          {"methodical_centre", {"centru metodic", "methodical centre"}, CsvKind::text, false},
          {"has_branches", {"filiale", "are filiale", "has branches"}, CsvKind::text, false}};
}

std::optional<std::int64_t> whole(const std::string& text, std::int64_t lowest,
                                  std::int64_t highest) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value < lowest || value > highest)
    return {};
  return value;
}

std::optional<std::string> yes_or_no(const std::string& text) {
  const std::string word = folded(text);
  if (word.empty())
    return std::string();
  if (word == "yes" || word == "da" || word == "1")
    return std::string("yes");
  if (word == "no" || word == "nu" || word == "0")
    return std::string("no");
  return {};
}

Unexpected wrong(const char* id, const CsvRow& row, const std::string& text) {
  return invalid(id, {{"row", static_cast<std::int64_t>(row.number)}, {"text", excerpt(text)}},
                 "file");
}

Result<Unit> unit_of(const CsvRow& row, const Messages& say) {
  if (!row.problems.empty())
    return wrong("coordination.csv_row", row, say.of(row.problems.front()));
  Unit unit;
  const auto code = whole(row.cells[siruta], 1, highest_siruta);
  if (!code)
    return wrong("coordination.siruta", row, row.cells[siruta]);
  unit.siruta = *code;
  unit.name = row.cells[name];
  if (unit.name.empty())
    return wrong("coordination.unit_name", row, row.cells[siruta]);
  unit.type = unit_type_of(row.cells[type]);
  if (unit.type.empty())
    return wrong("coordination.type", row, row.cells[type]);
  if (!row.cells[population].empty()) {
    const auto people = whole(row.cells[population], 0, highest_population);
    if (!people)
      return wrong("coordination.population", row, row.cells[population]);
    unit.population = *people;
  }
  const auto has_branches = yes_or_no(row.cells[branches]);
  if (!has_branches)
    return wrong("coordination.branches", row, row.cells[branches]);
  unit.has_branches = *has_branches;
  unit.library_name = row.cells[library_name];
  unit.methodical_centre = row.cells[centre];
  return unit;
}

}  // namespace

Result<std::vector<Unit>> units_from_csv(std::string_view bytes, const Messages& say) {
  auto opened = CsvReader::open(from_memory(bytes), columns());
  if (!opened)
    return Unexpected(std::move(opened).error().at("file"));
  CsvReader reader = *std::move(opened);
  std::vector<Unit> units;
  std::set<std::int64_t> seen;
  CsvRow row;
  while (reader.next(row)) {
    METODICA_TRY(Unit unit, unit_of(row, say));
    if (!seen.insert(unit.siruta).second)
      return wrong("coordination.siruta_twice", row, std::to_string(unit.siruta));
    units.push_back(std::move(unit));
  }
  if (units.empty())
    return invalid("coordination.no_units", {}, "file");
  return units;
}

}  // namespace metodica::coordination
