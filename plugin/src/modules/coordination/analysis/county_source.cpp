#include "modules/coordination/analysis/county_source.hpp"

#include "app/settings.hpp"
#include "modules/coordination/compliance/county_duties.hpp"
#include "modules/coordination/network/network_store.hpp"
#include "modules/coordination/network/unit_store.hpp"
#include "modules/coordination/statistics/figure_store.hpp"

namespace metodica::coordination {
namespace {

constexpr int last_month = 12;
constexpr int last_day = 31;

Date end_of(std::int64_t year) {
  return Date(static_cast<int>(year), last_month, last_day);
}

// A node has no directory: its own unit stands alone, under the name of the library.
std::vector<Unit> known_units(UnitOfWork& work) {
  std::vector<Unit> all = units(work);
  if (all.empty()) {
    if (const std::int64_t own = own_siruta(work); own > 0) {
      Unit unit;
      unit.siruta = own;
      unit.name = setting(work, "institution.name");
      if (unit.name.empty())
        unit.name = std::to_string(own);
      unit.type = "commune";
      all.push_back(std::move(unit));
    }
  }
  sort_units(all);
  return all;
}

std::vector<UnitYear> joined(const std::vector<Unit>& units, std::int64_t growth_e4,
                             std::map<std::int64_t, UnitFigures>& figures) {
  std::vector<UnitYear> all;
  all.reserve(units.size());
  for (const Unit& unit : units) {
    UnitYear one;
    one.unit = unit;
    if (const auto found = figures.find(unit.siruta); found != figures.end()) {
      one.figures = std::move(found->second.figures);
      one.state = found->second.state;
    }
    one.figures = with_terms(std::move(one.figures), unit.population, growth_e4);
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

std::vector<UnitYear> county_year(UnitOfWork& work, std::int64_t year) {
  std::map<std::int64_t, UnitFigures> figures;
  for (UnitFigures& one : county_figures(work, year)) {
    const std::int64_t siruta = one.siruta;
    figures.insert_or_assign(siruta, std::move(one));
  }
  auto all = joined(known_units(work), growth_norm_e4(work, year), figures);
  std::map<std::int64_t, std::vector<StatusPeriod>> periods;
  for (StatusPeriod& period : status_periods(work))
    periods[period.siruta].push_back(std::move(period));
  for (UnitYear& one : all) {
    const auto known = periods.find(one.unit.siruta);
    if (known == periods.end())
      continue;
    if (const StatusPeriod* now = status_on(known->second, end_of(year)))
      one.status = now->state;
  }
  return all;
}

std::map<std::int64_t, std::vector<UnitYear>> county_years(UnitOfWork& work, std::int64_t first,
                                                           std::int64_t last,
                                                           const std::vector<std::string>& codes) {
  std::map<std::int64_t, std::map<std::int64_t, UnitFigures>> figures;
  for (UnitFigures& one : county_figures(work, first, last, codes)) {
    auto& of_year = figures[one.year];
    const std::int64_t siruta = one.siruta;
    of_year.insert_or_assign(siruta, std::move(one));
  }
  const std::vector<Unit> units = known_units(work);
  std::map<std::int64_t, std::vector<UnitYear>> years;
  for (std::int64_t year = first; year <= last; ++year)
    years[year] = joined(units, growth_norm_e4(work, year), figures[year]);
  return years;
}

std::int64_t growth_norm_e4(UnitOfWork& work, std::int64_t year) {
  return duty_norm_e4(work, "growth", end_of(year));
}

std::int64_t usual_year(UnitOfWork& work, Date today) {
  const auto years = figure_years(work);
  return years.empty() ? today.year() - 1 : years.back();
}

}  // namespace metodica::coordination
