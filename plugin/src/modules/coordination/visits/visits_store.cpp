#include "modules/coordination/visits/visits_store.hpp"

#include <set>
#include <utility>

namespace metodica::coordination {
namespace {

// One question for the purposes of all, whatever the number of visits.
void add_purposes(UnitOfWork& work, std::vector<Visit>& visits) {
  if (visits.empty())
    return;
  std::map<std::int64_t, Visit*> by_number;
  for (Visit& one : visits)
    by_number.emplace(one.number, &one);
  work.each<std::int64_t, std::string>(
      "SELECT visit, purpose FROM visit_purpose WHERE library = {library} AND visit >= $1 AND "
      "visit <= $2",
      {by_number.begin()->first, by_number.rbegin()->first},
      [&](std::int64_t number, std::string purpose) {
        const auto found = by_number.find(number);
        if (found != by_number.end())
          found->second->purposes.push_back(std::move(purpose));
      });
}

std::vector<Visit> read(UnitOfWork& work, const std::string& condition, const Binds& binds) {
  std::vector<Visit> all;
  work.each<std::int64_t, std::int64_t, Date, std::int64_t, std::int64_t, std::string, std::string,
            Date>(
      "SELECT number, siruta, day, km, methodologist, findings, state, signed_on FROM visit "
      "WHERE library = {library} AND " +
          condition,
      binds,
      [&](std::int64_t number, std::int64_t siruta, Date day, std::int64_t km,
          std::int64_t methodologist, std::string findings, std::string state, Date signed_on) {
        all.push_back({number,
                       siruta,
                       day,
                       km,
                       methodologist,
                       std::move(findings),
                       std::move(state),
                       signed_on,
                       {}});
      });
  add_purposes(work, all);
  return all;
}

}  // namespace

std::vector<Visit> visits_of_year(UnitOfWork& work, std::int64_t year) {
  return read(work, "day >= $1 AND day < $2 AND state <> 'cancelled' ORDER BY day, number",
              {std::to_string(year), std::to_string(year + 1)});
}

std::vector<Visit> visits_of_unit(UnitOfWork& work, std::int64_t siruta) {
  return read(work, "siruta = $1 AND state <> 'cancelled' ORDER BY day DESC, number DESC",
              {siruta});
}

std::vector<Visit> planned_visits(UnitOfWork& work, Date from) {
  return read(work, "state = 'planned' AND day >= $1 ORDER BY day, number", {from});
}

std::optional<Visit> visit(UnitOfWork& work, std::int64_t number) {
  auto found = read(work, "number = $1", {number});
  if (found.empty())
    return {};
  return std::move(found.front());
}

void keep_visit(UnitOfWork& work, const Visit& of, const std::string& user,
                const std::string& now) {
  work.execute(
      "INSERT INTO visit (library, number, siruta, day, km, methodologist, findings, state, "
      "signed_on, changed_by, changed_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, "
      "$10) ON CONFLICT (library, number) DO UPDATE SET siruta = excluded.siruta, "
      "day = excluded.day, km = excluded.km, methodologist = excluded.methodologist, "
      "findings = excluded.findings, state = excluded.state, signed_on = excluded.signed_on, "
      "changed_by = excluded.changed_by, changed_at = excluded.changed_at",
      {of.number, of.siruta, of.day, of.km, of.methodologist, of.findings, of.state, of.signed_on,
       user, now});
  work.execute("DELETE FROM visit_purpose WHERE library = {library} AND visit = $1", {of.number});
  const std::set<std::string> purposes(of.purposes.begin(), of.purposes.end());
  for (const std::string& purpose : purposes) {
    work.execute("INSERT INTO visit_purpose (library, visit, purpose) VALUES ({library}, $1, $2)",
                 {of.number, purpose});
  }
}

std::vector<VisitPerson> people_met(UnitOfWork& work, std::int64_t visit) {
  std::vector<VisitPerson> people;
  work.each<std::int64_t, std::string, std::string>(
      "SELECT v.person, p.name, v.role FROM visit_person v JOIN county_person p ON "
      "p.library = v.library AND p.person = v.person WHERE v.library = {library} AND v.visit = $1 "
      "ORDER BY v.position",
      {visit}, [&](std::int64_t person, std::string name, std::string role) {
        people.push_back({person, std::move(name), std::move(role)});
      });
  return people;
}

void keep_people_met(UnitOfWork& work, std::int64_t visit, const std::vector<VisitPerson>& people) {
  work.execute("DELETE FROM visit_person WHERE library = {library} AND visit = $1", {visit});
  std::int64_t position = 0;
  for (const VisitPerson& one : people) {
    work.execute(
        "INSERT INTO visit_person (library, visit, position, person, role) VALUES ({library}, $1, "
        "$2, $3, $4)",
        {visit, ++position, one.person, one.role});
  }
}

std::map<std::int64_t, DueFacts> due_facts(UnitOfWork& work, Date today, Date since_requests,
                                           Date until_route) {
  std::map<std::int64_t, DueFacts> facts;
  work.each<std::int64_t, Date>(
      "SELECT siruta, MAX(day) FROM visit WHERE library = {library} AND "
      "state IN ('held', 'signed') GROUP BY siruta",
      {}, [&](std::int64_t siruta, Date day) { facts[siruta].last_visit = day; });
  work.each<std::int64_t, std::int64_t>(
      "SELECT siruta, COUNT(*) FROM measure WHERE library = {library} AND state = 'open' AND "
      "deadline < $1 GROUP BY siruta",
      {today}, [&](std::int64_t siruta, std::int64_t count) { facts[siruta].overdue = count; });
  work.each<std::int64_t, Date>(
      "SELECT siruta, MAX(from_day) FROM staff_post WHERE library = {library} AND to_day = '' AND "
      "person <> 0 GROUP BY siruta",
      {}, [&](std::int64_t siruta, Date day) { facts[siruta].new_librarian = day; });
  work.each<std::int64_t, std::int64_t>(
      "SELECT siruta, COUNT(*) FROM assistance WHERE library = {library} AND received_on >= $1 "
      "GROUP BY siruta",
      {since_requests},
      [&](std::int64_t siruta, std::int64_t count) { facts[siruta].requests = count; });
  // Units without a methodical centre get no row here: their route is not known.
  work.each<std::int64_t, std::int64_t>(
      "SELECT u.siruta, COUNT(v.number) FROM unit u "
      "JOIN unit o ON o.library = u.library AND o.methodical_centre = u.methodical_centre "
      "LEFT JOIN visit v ON v.library = o.library AND v.siruta = o.siruta AND "
      "o.siruta <> u.siruta AND v.state = 'planned' AND v.day >= $1 AND v.day <= $2 "
      "WHERE u.library = {library} AND u.methodical_centre <> '' GROUP BY u.siruta",
      {today, until_route},
      [&](std::int64_t siruta, std::int64_t count) { facts[siruta].route_visits = count; });
  return facts;
}

}  // namespace metodica::coordination
