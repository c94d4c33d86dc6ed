// The measures of visits_store.hpp.

#include <utility>

#include "modules/coordination/visits/visits_store.hpp"

namespace metodica::coordination {
namespace {

std::vector<Measure> read(UnitOfWork& work, const std::string& condition, const Binds& binds) {
  std::vector<Measure> all;
  work.each<std::int64_t, std::int64_t, std::int64_t, std::string, std::string, std::string, Date,
            std::string, Date>(
      "SELECT number, visit, siruta, text, norm, owner, deadline, state, ended_on FROM measure "
      "WHERE library = {library} AND " +
          condition,
      binds,
      [&](std::int64_t number, std::int64_t visit, std::int64_t siruta, std::string text,
          std::string norm, std::string owner, Date deadline, std::string state, Date ended_on) {
        all.push_back({number, visit, siruta, std::move(text), std::move(norm), std::move(owner),
                       deadline, std::move(state), ended_on});
      });
  return all;
}

void add_step(UnitOfWork& work, std::int64_t measure, const MeasureStep& step,
              const std::string& user, const std::string& now) {
  const std::int64_t number =
      1 +
      work.number("SELECT COUNT(*) FROM measure_step WHERE library = {library} AND measure = $1",
                  {measure});
  work.execute(
      "INSERT INTO measure_step (library, measure, step, kind, day, deadline, reason, noted_by, "
      "noted_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8)",
      {measure, number, step.kind, step.day, step.deadline, step.reason, user, now});
}

}  // namespace

std::vector<Measure> overdue_measures(UnitOfWork& work, Date today) {
  return read(work, "state = 'open' AND deadline < $1 ORDER BY deadline, number", {today});
}

std::vector<Measure> open_measures(UnitOfWork& work, std::int64_t siruta) {
  return read(work, "state = 'open' AND (siruta = $1 OR $1 = 0) ORDER BY deadline, number",
              {siruta});
}

std::vector<Measure> measures_of_visit(UnitOfWork& work, std::int64_t visit) {
  return read(work, "visit = $1 ORDER BY number", {visit});
}

std::vector<Measure> measures_of_year(UnitOfWork& work, std::int64_t year) {
  return read(work,
              "visit IN (SELECT number FROM visit WHERE library = {library} AND day >= $1 AND "
              "day < $2) ORDER BY number",
              {std::to_string(year), std::to_string(year + 1)});
}

std::optional<Measure> measure(UnitOfWork& work, std::int64_t number) {
  auto found = read(work, "number = $1", {number});
  if (found.empty())
    return {};
  return std::move(found.front());
}

void add_measure(UnitOfWork& work, Measure of, Date day, const std::string& user,
                 const std::string& now) {
  of.number = work.take("measure");
  work.execute(
      "INSERT INTO measure (library, number, visit, siruta, text, norm, owner, deadline, state, "
      "ended_on) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, 'open', '')",
      {of.number, of.visit, of.siruta, of.text, of.norm, of.owner, of.deadline});
  add_step(work, of.number, {"made", day, of.deadline, ""}, user, now);
}

void follow_measure(UnitOfWork& work, const Measure& after, const MeasureStep& step,
                    const std::string& user, const std::string& now) {
  work.execute(
      "UPDATE measure SET deadline = $1, state = $2, ended_on = $3 WHERE library = {library} AND "
      "number = $4",
      {after.deadline, after.state, after.ended_on, after.number});
  add_step(work, after.number, step, user, now);
}

std::vector<MeasureStep> steps_of_measure(UnitOfWork& work, std::int64_t measure) {
  std::vector<MeasureStep> steps;
  work.each<std::string, Date, Date, std::string>(
      "SELECT kind, day, deadline, reason FROM measure_step WHERE library = {library} AND "
      "measure = $1 ORDER BY step",
      {measure}, [&](std::string kind, Date day, Date deadline, std::string reason) {
        steps.push_back({std::move(kind), day, deadline, std::move(reason)});
      });
  return steps;
}

}  // namespace metodica::coordination
