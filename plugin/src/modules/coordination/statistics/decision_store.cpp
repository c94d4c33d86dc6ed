#include "modules/coordination/statistics/decision_store.hpp"

#include <algorithm>

#include "modules/coordination/statistics/county_news.hpp"

namespace metodica::coordination {
namespace {

void add(Decisions& all, Decision decision) {
  std::vector<Decision>& steps = all[{decision.year, decision.siruta}];
  steps.push_back(std::move(decision));
}

Decision from_news(const CountyNews& news) {
  const Json& body = news.body;
  return {body["year"].integer(), body["siruta"].integer(),
          body["step"].integer(), body["submission"].integer(),
          body["kind"].text(),    body["reason"].text(),
          body["at"].text(),      body["by"].text()};
}

Json news_of(const Decision& decision) {
  return Json::object({{"year", decision.year},
                       {"siruta", decision.siruta},
                       {"step", decision.step},
                       {"submission", decision.submission},
                       {"kind", decision.kind},
                       {"reason", decision.reason},
                       {"at", decision.at},
                       {"by", decision.by}});
}

}  // namespace

Decisions decisions(UnitOfWork& work, std::int64_t first, std::int64_t last) {
  Decisions all;
  work.each<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::string, std::string,
            std::string, std::string>(
      "SELECT year, siruta, step, submission, decision, reason, decided_at, decided_by FROM "
      "stat_decision WHERE library = {library} AND year >= $1 AND year <= $2 "
      "ORDER BY year, siruta, step",
      {first, last},
      [&](std::int64_t year, std::int64_t siruta, std::int64_t step, std::int64_t submission,
          std::string kind, std::string reason, std::string at, std::string by) {
        add(all, {year, siruta, step, submission, std::move(kind), std::move(reason), std::move(at),
                  std::move(by)});
      });
  if (!all.empty())
    return all;
  for (const CountyNews& news : county_news(work, "statistics.decision")) {
    Decision decision = from_news(news);
    if (decision.year >= first && decision.year <= last)
      add(all, std::move(decision));
  }
  for (auto& entry : all)
    std::ranges::sort(entry.second, {}, &Decision::step);
  return all;
}

std::vector<Decision> decisions_of(UnitOfWork& work, std::int64_t year, std::int64_t siruta) {
  return decisions(work, year, year)[{year, siruta}];
}

Decision add_decision(UnitOfWork& work, Decision decision) {
  const auto known = decisions_of(work, decision.year, decision.siruta);
  decision.step = 1 + static_cast<std::int64_t>(known.size());
  work.execute(
      "INSERT INTO stat_decision (library, year, siruta, step, submission, decision, reason, "
      "decided_at, decided_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8)",
      {decision.year, decision.siruta, decision.step, decision.submission, decision.kind,
       decision.reason, decision.at, decision.by});
  tell_nodes(work, "statistics.decision",
             std::to_string(decision.year) + "/" + std::to_string(decision.siruta) + "/" +
                 std::to_string(decision.step),
             news_of(decision), decision.at);
  return decision;
}

}  // namespace metodica::coordination
