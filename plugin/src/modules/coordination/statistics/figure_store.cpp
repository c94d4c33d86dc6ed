#include "modules/coordination/statistics/figure_store.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

#include "modules/coordination/statistics/decision_store.hpp"
#include "modules/coordination/statistics/version_json.hpp"

namespace metodica::coordination {
namespace {

// Library, year, unit: the key of a return, in the order of the primary key.
using ReturnKey = std::tuple<std::string, std::int64_t, std::int64_t>;

struct Known {
  std::int64_t submission = 0;
  bool has_cells = false;
  Figures figures;
};
using KnownReturns = std::map<ReturnKey, Known>;

KnownReturns returns_between(UnitOfWork& work, std::int64_t first, std::int64_t last) {
  KnownReturns found;
  work.each<std::string, std::int64_t, std::int64_t, std::int64_t>(
      "SELECT library, year, siruta, submission FROM stat_return WHERE library IN ({libraries}) "
      "AND year >= $1 AND year <= $2 ORDER BY library, year, siruta",
      {first, last},
      [&](std::string library, std::int64_t year, std::int64_t siruta, std::int64_t submission) {
        Known known;
        known.submission = submission;
        found.emplace_hint(found.end(), ReturnKey{std::move(library), year, siruta},
                           std::move(known));
      });
  return found;
}

std::string code_condition(const std::vector<std::string>& codes, Binds& binds) {
  if (codes.empty())
    return {};
  std::string list;
  for (const std::string& code : codes) {
    binds.emplace_back(code);
    list += (list.empty() ? "$" : ", $") + std::to_string(binds.size());
  }
  return " AND code IN (" + list + ")";
}

// Rows come in the order of the returns, so the return of a row is the last one or a later one.
void add_cells(UnitOfWork& work, KnownReturns& returns, Binds binds,
               const std::vector<std::string>& codes) {
  const std::string condition = code_condition(codes, binds);
  auto at = returns.end();
  work.each<std::string, std::int64_t, std::int64_t, std::string, std::string, std::int64_t>(
      "SELECT library, year, siruta, code, kind, value_e4 FROM stat_cell WHERE "
      "library IN ({libraries}) AND year >= $1 AND year <= $2" +
          condition + " ORDER BY library, year, siruta, code",
      binds,
      [&](std::string library, std::int64_t year, std::int64_t siruta, std::string code,
          std::string kind, std::int64_t e4) {
        const bool same = at != returns.end() && std::get<2>(at->first) == siruta &&
                          std::get<1>(at->first) == year && std::get<0>(at->first) == library;
        if (!same)
          at = returns.find({std::move(library), year, siruta});
        if (at == returns.end())
          return;
        at->second.has_cells = true;
        at->second.figures.emplace_hint(at->second.figures.end(), std::move(code),
                                        YearFigure{figure_kind_of(kind), e4});
      });
}

Figures version_figures(UnitOfWork& work, const ReturnKey& key, std::int64_t submission) {
  const auto& [library, year, siruta] = key;
  const auto row = work.one<std::string>(
      "SELECT content FROM stat_version WHERE library IN ({libraries}) AND library = $1 AND "
      "year = $2 AND siruta = $3 AND submission = $4",
      {library, year, siruta, submission});
  const auto content = Json::parse(row ? std::get<0>(*row) : "{}");
  return content ? figures_from((*content)["figures"]) : Figures{};
}

void keep_codes(Figures& figures, const std::vector<std::string>& codes) {
  if (codes.empty())
    return;
  std::erase_if(figures, [&](const auto& entry) {
    return std::ranges::find(codes, entry.first) == codes.end();
  });
}

std::vector<UnitFigures> assembled(UnitOfWork& work, KnownReturns&& returns, Decisions&& decided,
                                   const std::vector<std::string>& codes) {
  std::map<std::pair<std::int64_t, std::int64_t>, UnitFigures> best;
  for (auto& [key, known] : returns) {
    const auto& [library, year, siruta] = key;
    UnitFigures& unit = best[{siruta, year}];
    // A library's own count goes before what the county has typed for it.
    if (!unit.library.empty() && library == work.tenancy().own)
      continue;
    const std::vector<Decision>& steps = decided[{year, siruta}];
    unit = {siruta, year, library, state_of(known.has_cells, known.submission, steps),
            std::move(known.figures)};
    const std::int64_t accepted = accepted_submission(steps);
    if (accepted != 0 && !is_accepted(unit.state)) {
      unit.figures = version_figures(work, key, accepted);
      keep_codes(unit.figures, codes);
    }
  }
  std::vector<UnitFigures> units;
  units.reserve(best.size());
  for (auto& entry : best)
    units.push_back(std::move(entry.second));
  return units;
}

}  // namespace

std::vector<UnitFigures> county_figures(UnitOfWork& work, std::int64_t first, std::int64_t last,
                                        const std::vector<std::string>& codes) {
  KnownReturns returns = returns_between(work, first, last);
  add_cells(work, returns, {first, last}, codes);
  return assembled(work, std::move(returns), decisions(work, first, last), codes);
}

std::vector<UnitFigures> county_figures(UnitOfWork& work, std::int64_t year) {
  return county_figures(work, year, year, {});
}

Figures figures_of(UnitOfWork& work, std::int64_t siruta, std::int64_t year) {
  for (UnitFigures& unit : county_figures(work, year)) {
    if (unit.siruta == siruta)
      return std::move(unit.figures);
  }
  return {};
}

std::vector<std::int64_t> figure_years(UnitOfWork& work) {
  std::vector<std::int64_t> years;
  work.each<std::int64_t>(
      "SELECT DISTINCT year FROM stat_return WHERE library IN ({libraries}) ORDER BY year", {},
      [&](std::int64_t year) { years.push_back(year); });
  return years;
}

std::int64_t own_siruta(UnitOfWork& work) {
  const auto row = work.one<std::string>(
      "SELECT value FROM library_setting WHERE library = {library} AND name = "
      "'institution.siruta'");
  std::int64_t siruta = 0;
  if (row) {
    const std::string& text = std::get<0>(*row);
    std::from_chars(text.data(), text.data() + text.size(), siruta);
  }
  return siruta;
}

}  // namespace metodica::coordination
