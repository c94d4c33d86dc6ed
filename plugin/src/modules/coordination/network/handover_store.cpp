#include "modules/coordination/network/handover_store.hpp"

#include <utility>

namespace metodica::coordination {
namespace {

std::vector<Handover> read(UnitOfWork& work, const std::string& condition, const Binds& binds) {
  std::vector<Handover> all;
  work.each<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
            Date, std::string, std::string, Date>(
      "SELECT number, siruta, post, leaver, successor, mentor, leaves_on, reason, state, closed_on "
      "FROM handover WHERE library = {library} AND " +
          condition +
          " ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, leaves_on DESC, number DESC",
      binds,
      [&](std::int64_t number, std::int64_t siruta, std::int64_t post, std::int64_t leaver,
          std::int64_t successor, std::int64_t mentor, Date leaves_on, std::string reason,
          std::string state, Date closed_on) {
        all.push_back({number, siruta, post, leaver, successor, mentor, leaves_on,
                       std::move(reason), std::move(state), closed_on});
      });
  return all;
}

}  // namespace

std::vector<Handover> handovers(UnitOfWork& work) {
  return read(work, "1 = 1", {});
}

std::optional<Handover> handover(UnitOfWork& work, std::int64_t number) {
  auto found = read(work, "number = $1", {number});
  if (found.empty())
    return {};
  return std::move(found.front());
}

std::int64_t open_handover(UnitOfWork& work, const Handover& of,
                           const std::vector<HandoverStep>& steps, const std::string& now) {
  const std::int64_t number = work.take("handover");
  work.execute(
      "INSERT INTO handover (library, number, siruta, post, leaver, successor, mentor, leaves_on, "
      "reason, state, closed_on, opened_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, "
      "'open', '', $9)",
      {number, of.siruta, of.post, of.leaver, of.successor, of.mentor, of.leaves_on, of.reason,
       now});
  std::int64_t position = 0;
  for (const HandoverStep& step : steps) {
    work.execute(
        "INSERT INTO handover_step (library, handover, step, position, deadline, reference, "
        "done_on, note) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7)",
        {number, step.step, ++position, step.deadline, step.reference, step.done_on, step.note});
  }
  return number;
}

void keep_handover(UnitOfWork& work, const Handover& of) {
  work.execute(
      "UPDATE handover SET successor = $1, mentor = $2, state = $3, closed_on = $4 WHERE "
      "library = {library} AND number = $5",
      {of.successor, of.mentor, of.state, of.closed_on, of.number});
}

std::vector<HandoverStep> steps_of_handover(UnitOfWork& work, std::int64_t handover) {
  std::vector<HandoverStep> steps;
  work.each<std::string, Date, std::string, Date, std::string>(
      "SELECT step, deadline, reference, done_on, note FROM handover_step WHERE "
      "library = {library} AND handover = $1 ORDER BY position",
      {handover},
      [&](std::string step, Date deadline, std::string reference, Date done_on, std::string note) {
        steps.push_back(
            {std::move(step), deadline, std::move(reference), done_on, std::move(note)});
      });
  return steps;
}

void keep_step(UnitOfWork& work, std::int64_t handover, const HandoverStep& step) {
  work.execute(
      "UPDATE handover_step SET done_on = $1, note = $2 WHERE library = {library} AND "
      "handover = $3 AND step = $4",
      {step.done_on, step.note, handover, step.step});
}

std::vector<OverdueStep> overdue_handover_steps(UnitOfWork& work, Date today) {
  std::vector<OverdueStep> all;
  work.each<std::int64_t, std::int64_t, std::string, Date, std::string, std::string>(
      "SELECT s.handover, h.siruta, s.step, s.deadline, s.reference, s.note FROM handover_step s "
      "JOIN handover h ON h.library = s.library AND h.number = s.handover WHERE "
      "s.library = {library} AND h.state = 'open' AND s.done_on = '' AND s.deadline < $1 "
      "ORDER BY s.deadline, s.handover, s.position",
      {today},
      [&](std::int64_t number, std::int64_t siruta, std::string step, Date deadline,
          std::string reference, std::string note) {
        all.push_back({number,
                       siruta,
                       {std::move(step), deadline, std::move(reference), Date(), std::move(note)}});
      });
  return all;
}

}  // namespace metodica::coordination
