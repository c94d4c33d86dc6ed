#include "modules/coordination/statistics/county_returns.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "modules/coordination/statistics/decision_store.hpp"
#include "modules/coordination/statistics/figure_store.hpp"
#include "modules/coordination/statistics/return_store.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

// Unit and finding: what a library has answered, or the county has set aside.
using Settled = std::set<std::pair<std::int64_t, std::string>>;

Settled settled_points(UnitOfWork& work, std::int64_t year, std::set<std::string>& rules_off) {
  Settled settled;
  work.each<std::int64_t, std::string>(
      "SELECT siruta, rule FROM stat_answer WHERE library IN ({libraries}) AND year = $1 AND "
      "note <> ''",
      {year}, [&](std::int64_t siruta, std::string rule) {
        settled.emplace(siruta, "note " + std::move(rule));
      });
  for (const SetAside& one : set_aside(work, year)) {
    if (one.off && one.siruta == 0)
      rules_off.insert(one.rule);
    else if (one.off)
      settled.emplace(one.siruta, one.rule);
  }
  return settled;
}

bool is_open(const CountyPoint& point, const Settled& settled,
             const std::set<std::string>& rules_off) {
  if (rules_off.contains(point.finding.rule) || settled.contains({point.siruta, point.finding.key}))
    return false;
  return point.finding.severity == Severity::critical ||
         !settled.contains({point.siruta, "note " + point.finding.key});
}

std::map<std::int64_t, std::int64_t> populations(UnitOfWork& work) {
  std::map<std::int64_t, std::int64_t> by_unit;
  work.each<std::int64_t, std::int64_t>(
      "SELECT siruta, population FROM unit WHERE library = {library}", {},
      [&](std::int64_t siruta, std::int64_t count) { by_unit[siruta] = count; });
  return by_unit;
}

// A library's own return goes before the one that the county typed for its unit.
std::map<std::int64_t, StoredReturn> returns_by_unit(UnitOfWork& work, std::int64_t year) {
  std::map<std::int64_t, StoredReturn> best;
  for (StoredReturn& one : stored_returns(work, year, 0)) {
    const auto known = best.find(one.of.siruta);
    if (known == best.end() || one.of.library != work.tenancy().own)
      best[one.of.siruta] = std::move(one);
  }
  return best;
}

// Returns that were handed over more than once: when they first were.
std::map<std::int64_t, std::string> first_hand_overs(UnitOfWork& work, std::int64_t year) {
  std::map<std::int64_t, std::string> first;
  work.each<std::int64_t, std::string>(
      "SELECT siruta, submitted_at FROM stat_version WHERE library IN ({libraries}) AND year = $1 "
      "AND submission = 1",
      {year}, [&](std::int64_t siruta, std::string at) { first[siruta] = std::move(at); });
  return first;
}

// `handed_over`: when the return first was, UTC, or "". What the county sent back is not late
// again.
bool is_late(const std::string& handed_over, const std::optional<StatCampaign>& campaign,
             Date today) {
  if (!campaign || campaign->deadline.none())
    return false;
  constexpr std::size_t day_length = 10;
  return handed_over.empty() ? today > campaign->deadline
                             : handed_over.substr(0, day_length) > campaign->deadline.iso();
}

}  // namespace

std::vector<CountyPoint> county_points(UnitOfWork& work, std::int64_t year) {
  const auto survey = survey_of(work, year);
  const auto known = populations(work);
  std::map<std::int64_t, Figures> last;
  for (UnitFigures& unit : county_figures(work, year - 1))
    last[unit.siruta] = std::move(unit.figures);
  std::set<std::string> rules_off;
  const Settled settled = settled_points(work, year, rules_off);
  std::vector<CountyPoint> points;
  for (UnitFigures& unit : county_figures(work, year)) {
    Compared with;
    with.now = std::move(unit.figures);
    with.last = std::move(last[unit.siruta]);
    if (const auto population = known.find(unit.siruta); population != known.end())
      with.official["population"] = YearFigure::whole(population->second);
    for (ReturnFinding& finding : findings(*survey, with)) {
      CountyPoint point{unit.siruta, std::move(finding)};
      if (is_open(point, settled, rules_off))
        points.push_back(std::move(point));
    }
  }
  return points;
}

std::vector<CountyReturn> county_returns(UnitOfWork& work, std::int64_t year, Date today) {
  const auto running = campaign_of_year(work, year);
  const auto stored = returns_by_unit(work, year);
  Decisions decided = decisions(work, year, year);
  const auto first = first_hand_overs(work, year);
  std::map<std::int64_t, CountyReturn> by_unit;
  work.each<std::int64_t, std::string, std::string>(
      "SELECT siruta, name, library_name FROM unit WHERE library = {library}", {},
      [&](std::int64_t siruta, std::string name, std::string library_name) {
        CountyReturn& one = by_unit[siruta];
        one.siruta = siruta;
        one.name = std::move(name);
        one.library_name = std::move(library_name);
      });
  for (auto& [siruta, one] : by_unit) {
    if (const auto known = stored.find(siruta); known != stored.end()) {
      one.submission = known->second.submission;
      one.submitted_at = known->second.submitted_at;
      one.submitted_by = known->second.submitted_by;
      one.state = state_of(true, one.submission, decided[{year, siruta}]);
    }
    const bool again = one.submission > 1 && first.contains(siruta);
    one.late = is_late(again ? first.at(siruta) : one.submitted_at, running, today);
  }
  for (const CountyPoint& point : county_points(work, year)) {
    const auto known = by_unit.find(point.siruta);
    if (known == by_unit.end())
      continue;
    const bool critical = point.finding.severity == Severity::critical;
    ++(critical ? known->second.contradictions : known->second.questions);
  }
  std::vector<CountyReturn> all;
  all.reserve(by_unit.size());
  for (auto& entry : by_unit)
    all.push_back(std::move(entry.second));
  std::ranges::sort(all, {}, [](const CountyReturn& one) { return collation_key(one.name); });
  return all;
}

}  // namespace metodica::coordination
