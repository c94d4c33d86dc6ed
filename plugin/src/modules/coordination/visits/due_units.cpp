// What is known of each unit, from visits, posts and requests, and its score.

#include <algorithm>

#include "modules/coordination/network/network_store.hpp"
#include "modules/coordination/network/term_store.hpp"
#include "modules/coordination/network/unit_store.hpp"
#include "modules/coordination/visits/visit_actions.hpp"

namespace metodica::coordination {
std::vector<DueUnit> due_units(Call& call) {
  const Date today = call.today();
  const auto terms = county_terms(call.work());
  const auto days = [&](const char* code) {
    return static_cast<int>(term_on(terms, code, today).period);
  };
  auto facts = due_facts(call.work(), today, today.plus_days(-days("visit.requests")),
                         today.plus_days(days("visit.route")));
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
