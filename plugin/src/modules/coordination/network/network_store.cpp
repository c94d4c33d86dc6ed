#include "modules/coordination/network/network_store.hpp"

#include <utility>

namespace metodica::coordination {
namespace {

std::vector<StatusPeriod> read_status(UnitOfWork& work, const std::string& condition,
                                      const Binds& binds) {
  std::vector<StatusPeriod> all;
  work.each<std::int64_t, std::int64_t, std::string, std::string, Date, Date, std::int64_t>(
      "SELECT siruta, number, state, reason, from_day, to_day, merged_into FROM status_period "
      "WHERE library = {library} AND " +
          condition,
      binds,
      [&](std::int64_t siruta, std::int64_t number, std::string state, std::string reason,
          Date from, Date to, std::int64_t into) {
        all.push_back({siruta, number, std::move(state), std::move(reason), from, to, into});
      });
  return all;
}

std::vector<StaffPost> read_posts(UnitOfWork& work, const std::string& condition,
                                  const Binds& binds) {
  std::vector<StaffPost> all;
  work.each<std::int64_t, std::int64_t, std::string, std::int64_t, std::string, std::string,
            std::int64_t, Date, Date, Date>(
      "SELECT post, siruta, title, norm_percent, contract, qualification, person, from_day, "
      "to_day, retires_on FROM staff_post WHERE library = {library} AND " +
          condition + " ORDER BY CASE WHEN to_day = '' THEN 0 ELSE 1 END, siruta, post",
      binds,
      [&](std::int64_t post, std::int64_t siruta, std::string title, std::int64_t percent,
          std::string contract, std::string qualification, std::int64_t person, Date from, Date to,
          Date retires_on) {
        all.push_back({post, siruta, std::move(title), percent, std::move(contract),
                       std::move(qualification), person, from, to, retires_on});
      });
  return all;
}

}  // namespace

std::optional<Unit> unit_of(UnitOfWork& work, std::int64_t siruta) {
  auto row =
      work.one<std::string, std::string, std::int64_t, std::string, std::string, std::string>(
          "SELECT name, type, population, library_name, methodical_centre, has_branches FROM unit "
          "WHERE library = {library} AND siruta = $1",
          {siruta});
  if (!row)
    return {};
  auto& [name, type, population, library_name, centre, branches] = *row;
  return Unit{siruta,
              std::move(name),
              std::move(type),
              population,
              std::move(library_name),
              std::move(centre),
              std::move(branches)};
}

std::vector<StatusPeriod> status_periods(UnitOfWork& work, std::int64_t siruta) {
  if (siruta < 0)
    return read_status(work, "1 = 1 ORDER BY siruta, from_day", {});
  return read_status(work, "siruta = $1 ORDER BY from_day", {siruta});
}

void begin_status(UnitOfWork& work, const StatusPeriod& next, const std::string& user,
                  const std::string& now) {
  work.execute(
      "UPDATE status_period SET to_day = $1 WHERE library = {library} AND siruta = $2 AND "
      "to_day = ''",
      {next.from.plus_days(-1), next.siruta});
  const std::int64_t number =
      1 + work.number(
              "SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) FROM status_period WHERE "
              "library = {library} AND siruta = $1",
              {next.siruta});
  work.execute(
      "INSERT INTO status_period (library, siruta, number, state, reason, from_day, to_day, "
      "merged_into, entered_by, entered_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {next.siruta, number, next.state, next.reason, next.from, next.to, next.merged_into, user,
       now});
}

std::vector<StatusPeriod> status_changes(UnitOfWork& work, Date from, Date to) {
  return read_status(work, "from_day >= $1 AND from_day <= $2 ORDER BY from_day DESC, siruta",
                     {from, to});
}

std::vector<ServicePoint> service_points(UnitOfWork& work, std::int64_t siruta) {
  std::vector<ServicePoint> all;
  const std::string of_unit = siruta < 0 ? "$1 < 0" : "siruta = $1";
  work.each<std::int64_t, std::int64_t, std::string, std::string, std::string, std::string,
            std::string, Date, Date>(
      "SELECT point, siruta, name, kind, address, hours, email, from_day, to_day FROM "
      "service_point WHERE library = {library} AND " +
          of_unit + " ORDER BY CASE WHEN to_day = '' THEN 0 ELSE 1 END, siruta, point",
      {siruta},
      [&](std::int64_t point, std::int64_t of, std::string name, std::string kind,
          std::string address, std::string hours, std::string email, Date from, Date to) {
        all.push_back({point, of, std::move(name), std::move(kind), std::move(address),
                       std::move(hours), std::move(email), from, to});
      });
  return all;
}

void keep_service_point(UnitOfWork& work, const ServicePoint& of) {
  const std::int64_t point = of.point != 0 ? of.point : work.take("service_point");
  work.execute(
      "INSERT INTO service_point (library, point, siruta, name, kind, address, hours, email, "
      "from_day, to_day) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9) "
      "ON CONFLICT (library, point) DO UPDATE SET name = excluded.name, kind = excluded.kind, "
      "address = excluded.address, hours = excluded.hours, email = excluded.email, "
      "from_day = excluded.from_day, to_day = excluded.to_day",
      {point, of.siruta, of.name, of.kind, of.address, of.hours, of.email, of.from, of.to});
}

std::vector<StaffPost> staff_posts(UnitOfWork& work, std::int64_t siruta) {
  if (siruta < 0)
    return read_posts(work, "1 = 1", {});
  return read_posts(work, "siruta = $1", {siruta});
}

std::optional<StaffPost> staff_post(UnitOfWork& work, std::int64_t post) {
  auto found = read_posts(work, "post = $1", {post});
  if (found.empty())
    return {};
  return std::move(found.front());
}

void keep_post(UnitOfWork& work, const StaffPost& of) {
  const std::int64_t post = of.post != 0 ? of.post : work.take("staff_post");
  work.execute(
      "INSERT INTO staff_post (library, post, siruta, title, norm_percent, contract, "
      "qualification, person, from_day, to_day, retires_on) VALUES ({library}, $1, $2, $3, $4, $5, "
      "$6, $7, $8, $9, $10) ON CONFLICT (library, post) DO UPDATE SET title = excluded.title, "
      "norm_percent = excluded.norm_percent, contract = excluded.contract, "
      "qualification = excluded.qualification, person = excluded.person, "
      "from_day = excluded.from_day, to_day = excluded.to_day, retires_on = excluded.retires_on",
      {post, of.siruta, of.title, of.norm_percent, of.contract, of.qualification, of.person,
       of.from, of.to, of.retires_on});
}

std::vector<Retirement> retirements_within(UnitOfWork& work, Date today, int months) {
  std::vector<Retirement> all;
  work.each<std::int64_t, std::int64_t, std::int64_t, std::string, std::string, std::string, Date>(
      "SELECT s.post, s.siruta, s.person, u.name, s.title, p.name, s.retires_on FROM staff_post s "
      "JOIN unit u ON u.library = s.library AND u.siruta = s.siruta "
      "JOIN county_person p ON p.library = s.library AND p.person = s.person "
      "WHERE s.library = {library} AND s.to_day = '' AND s.retires_on <> '' AND "
      "s.retires_on <= $1 ORDER BY s.retires_on, s.post",
      {today.plus_months(months)},
      [&](std::int64_t post, std::int64_t siruta, std::int64_t person, std::string unit,
          std::string title, std::string name, Date retires_on) {
        all.push_back(
            {post, siruta, person, std::move(unit), std::move(title), std::move(name), retires_on});
      });
  return all;
}

std::map<std::string, std::string> unit_profile(UnitOfWork& work, std::int64_t siruta) {
  std::map<std::string, std::string> profile;
  work.each<std::string, std::string>(
      "SELECT field, value FROM unit_profile WHERE library = {library} AND siruta = $1", {siruta},
      [&](std::string field, std::string value) {
        profile.emplace(std::move(field), std::move(value));
      });
  return profile;
}

void keep_profile(UnitOfWork& work, std::int64_t siruta,
                  const std::map<std::string, std::string>& profile, const std::string& now) {
  for (const ProfileField& field : profile_fields()) {
    const auto given = profile.find(std::string(field.code));
    if (given == profile.end() || given->second.empty()) {
      work.execute(
          "DELETE FROM unit_profile WHERE library = {library} AND siruta = $1 AND field = $2",
          {siruta, field.code});
      continue;
    }
    work.execute(
        "INSERT INTO unit_profile (library, siruta, field, value, changed_at) VALUES ({library}, "
        "$1, $2, $3, $4) ON CONFLICT (library, siruta, field) DO UPDATE SET "
        "value = excluded.value, changed_at = excluded.changed_at",
        {siruta, field.code, given->second, now});
  }
}

}  // namespace metodica::coordination
