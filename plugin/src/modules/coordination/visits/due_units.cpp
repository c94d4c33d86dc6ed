// What is known of each unit, from visits, posts, requests, returns and duties, and its score.

#include <algorithm>

#include "modules/coordination/compliance/county_duties.hpp"
#include "modules/coordination/network/network_store.hpp"
#include "modules/coordination/network/term_store.hpp"
#include "modules/coordination/network/unit_store.hpp"
#include "modules/coordination/statistics/county_returns.hpp"
#include "modules/coordination/visits/visit_actions.hpp"

namespace metodica::coordination {
namespace {

using FactsOfUnits = std::map<std::int64_t, DueFacts>;

// Before the deadline nothing is late, and without a campaign nothing is known.
void add_returns(Call& call, std::int64_t year, FactsOfUnits& facts) {
  const auto asked = campaign_of_year(call.work(), year);
  if (!asked || call.today() <= asked->deadline)
    return;
  for (const CountyReturn& one : county_returns(call.work(), year, call.today()))
    facts[one.siruta].return_late = one.late;
}

void add_duties(Call& call, std::int64_t year, FactsOfUnits& facts) {
  const CountyDuties county = county_duties(call, year);
  for (const UnitDuties& unit : county.results) {
    for (const DutyResult& result : unit.results) {
      const Outcome outcome = result.finding.outcome;
      if (outcome == Outcome::unknown)
        continue;
      const bool missed = outcome == Outcome::not_met;
      DueFacts& of = facts[unit.of->unit.siruta];
      if (result.duty->code == "growth")
        of.growth_short = missed;
      else if (result.duty->code == "stocktaking")
        of.stock_check_missing = missed;
    }
  }
}

}  // namespace

std::vector<DueUnit> due_units(Call& call) {
  const Date today = call.today();
  const auto terms = county_terms(call.work());
  const auto days = [&](const char* code) {
    return static_cast<int>(term_on(terms, code, today).period);
  };
  auto facts = due_facts(call.work(), today, today.plus_days(-days("visit.requests")),
                         today.plus_days(days("visit.route")));
  add_returns(call, today.year() - 1, facts);
  add_duties(call, today.year() - 1, facts);
  std::map<std::int64_t, std::vector<StatusPeriod>> history;
  for (StatusPeriod& period : status_periods(call.work()))
    history[period.siruta].push_back(std::move(period));
  std::vector<Unit> all = units(call.work());
  sort_units(all);
  std::vector<DueUnit> due;
  for (const Unit& unit : all) {
    DueUnit one{unit.siruta, unit.name, {}, facts[unit.siruta], {}};
    if (const StatusPeriod* now = status_on(history[unit.siruta], today))
      one.state = now->state;
    if (one.state == "merged")
      continue;
    one.score = due_score(one.facts, terms, today);
    due.push_back(std::move(one));
  }
  std::stable_sort(due.begin(), due.end(), [](const DueUnit& one, const DueUnit& other) {
    return one.score.points > other.score.points;
  });
  return due;
}

}  // namespace metodica::coordination
