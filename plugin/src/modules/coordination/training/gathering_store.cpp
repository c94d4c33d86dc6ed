#include "modules/coordination/training/gathering_store.hpp"

#include <map>
#include <utility>

#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::string_view columns =
    "number, kind, title, topic, day, starts, ends, hours, mode, place, link, passcode, centre, "
    "capacity, authorised, about, state, revision, changed_at";

std::vector<Gathering> read(UnitOfWork& work, const std::string& condition, const Binds& binds) {
  std::vector<Gathering> all;
  work.each<std::int64_t, std::string, std::string, std::string, Date, std::string, std::string,
            std::int64_t, std::string, std::string, std::string, std::string, std::string,
            std::int64_t, std::int64_t, std::string, std::string, std::int64_t, std::string>(
      "SELECT " + std::string(columns) + " FROM gathering WHERE library = {library} AND " +
          condition,
      binds,
      [&](std::int64_t number, std::string kind, std::string title, std::string topic, Date day,
          std::string starts, std::string ends, std::int64_t hours, std::string mode,
          std::string place, std::string link, std::string passcode, std::string centre,
          std::int64_t capacity, std::int64_t authorised, std::string about, std::string state,
          std::int64_t revision, std::string changed_at) {
        all.push_back({number, std::move(kind), std::move(title), std::move(topic), day,
                       std::move(starts), std::move(ends), hours, std::move(mode), std::move(place),
                       std::move(link), std::move(passcode), std::move(centre), capacity,
                       authorised != 0, std::move(about), std::move(state), revision,
                       std::move(changed_at)});
      });
  return all;
}

std::vector<Gathering> of_year(UnitOfWork& work, std::int64_t year) {
  return read(work, "day >= $1 AND day < $2 ORDER BY day, starts, number",
              {std::to_string(year), std::to_string(year + 1)});
}

}  // namespace

std::vector<GatheringLine> gatherings(UnitOfWork& work, std::int64_t year) {
  std::vector<GatheringLine> lines;
  std::map<std::int64_t, std::size_t> places;
  for (Gathering& one : of_year(work, year)) {
    places[one.number] = lines.size();
    lines.push_back({std::move(one)});
  }
  work.each<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
      "SELECT g.number, CAST(SUM(CASE WHEN r.state = 'registered' THEN 1 ELSE 0 END) AS BIGINT), "
      "CAST(SUM(CASE WHEN r.state = 'waiting' THEN 1 ELSE 0 END) AS BIGINT), "
      "CAST(SUM(CASE WHEN r.minutes > 0 THEN 1 ELSE 0 END) AS BIGINT), COUNT(a.number) "
      "FROM gathering g JOIN registration r ON r.library = g.library AND r.gathering = g.number "
      "LEFT JOIN attestation a ON a.library = r.library AND a.gathering = r.gathering AND "
      "a.person = r.person WHERE g.library = {library} AND g.day >= $1 AND g.day < $2 "
      "GROUP BY g.number",
      {std::to_string(year), std::to_string(year + 1)},
      [&](std::int64_t number, std::int64_t registered, std::int64_t waiting, std::int64_t present,
          std::int64_t attested) {
        GatheringLine& line = lines[places[number]];
        line.registered = registered;
        line.waiting = waiting;
        line.present = present;
        line.attested = attested;
      });
  return lines;
}

std::vector<Gathering> gatherings_alone(UnitOfWork& work, std::int64_t year) {
  return of_year(work, year);
}

std::optional<Gathering> gathering(UnitOfWork& work, std::int64_t number) {
  auto found = read(work, "number = $1", {number});
  if (found.empty())
    return {};
  return std::move(found.front());
}

void keep_gathering(UnitOfWork& work, const Gathering& of) {
  work.execute(
      "INSERT INTO gathering (library, " + std::string(columns) +
          ") VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, "
          "$16, $17, $18, $19) ON CONFLICT (library, number) DO UPDATE SET kind = excluded.kind, "
          "title = excluded.title, topic = excluded.topic, day = excluded.day, "
          "starts = excluded.starts, ends = excluded.ends, hours = excluded.hours, "
          "mode = excluded.mode, place = excluded.place, link = excluded.link, "
          "passcode = excluded.passcode, centre = excluded.centre, capacity = excluded.capacity, "
          "authorised = excluded.authorised, about = excluded.about, state = excluded.state, "
          "revision = excluded.revision, changed_at = excluded.changed_at",
      {of.number, of.kind, of.title, of.topic, of.day, of.starts, of.ends, of.hours, of.mode,
       of.place, of.link, of.passcode, of.centre, of.capacity, std::int64_t{of.authorised ? 1 : 0},
       of.about, of.state, of.revision, of.changed_at});
}

std::vector<Guest> guests(UnitOfWork& work, std::int64_t gathering) {
  std::vector<Guest> all;
  work.each<std::int64_t, std::string, std::string, std::string, std::int64_t, std::string,
            std::int64_t, std::int64_t, std::int64_t>(
      "SELECT r.person, p.name, p.place, p.email, r.position, r.state, r.minutes, "
      "COALESCE(a.number, 0), COALESCE(a.year, 0) FROM registration r "
      "JOIN participant p ON p.library = r.library AND p.person = r.person "
      "LEFT JOIN attestation a ON a.library = r.library AND a.gathering = r.gathering "
      "AND a.person = r.person WHERE r.library = {library} AND r.gathering = $1 "
      "ORDER BY r.position",
      {gathering},
      [&](std::int64_t person, std::string name, std::string place, std::string email,
          std::int64_t position, std::string state, std::int64_t minutes, std::int64_t number,
          std::int64_t year) {
        all.push_back({person, std::move(name), std::move(place), std::move(email), position,
                       std::move(state), minutes, number, year});
      });
  return all;
}

std::int64_t person_of(UnitOfWork& work, const TypedPerson& typed, const std::string& now) {
  const std::string key = folded(typed.name) + "/" + folded(typed.place);
  const std::int64_t known = work.number(
      "SELECT person FROM participant WHERE library = {library} AND name_key = $1", {key});
  if (known != 0) {
    if (!typed.email.empty()) {
      work.execute("UPDATE participant SET email = $1 WHERE library = {library} AND person = $2",
                   {typed.email, known});
    }
    return known;
  }
  const std::int64_t person = work.take("participant");
  work.execute(
      "INSERT INTO participant (library, person, name, place, email, name_key, entered_at, "
      "anonymised_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, '')",
      {person, typed.name, typed.place, typed.email, key, now});
  return person;
}

void register_guest(UnitOfWork& work, std::int64_t gathering, std::int64_t person,
                    std::string_view state, const std::string& now) {
  const std::int64_t position =
      1 + work.number(
              "SELECT CAST(COALESCE(MAX(position), 0) AS BIGINT) FROM registration WHERE library = "
              "{library} AND gathering = $1",
              {gathering});
  work.execute(
      "INSERT INTO registration (library, gathering, person, position, state, minutes, "
      "registered_at) VALUES ({library}, $1, $2, $3, $4, 0, $5) "
      "ON CONFLICT (library, gathering, person) DO UPDATE SET position = excluded.position, "
      "state = excluded.state, registered_at = excluded.registered_at "
      "WHERE registration.state = 'withdrawn'",
      {gathering, person, position, state, now});
}

void set_registration(UnitOfWork& work, std::int64_t gathering, std::int64_t person,
                      std::string_view state) {
  work.execute(
      "UPDATE registration SET state = $1 WHERE library = {library} AND gathering = $2 AND "
      "person = $3",
      {state, gathering, person});
}

void set_presence(UnitOfWork& work, std::int64_t gathering, std::int64_t person,
                  std::int64_t minutes) {
  work.execute(
      "UPDATE registration SET minutes = $1 WHERE library = {library} AND gathering = $2 AND "
      "person = $3",
      {minutes, gathering, person});
}

void issue_attestation(UnitOfWork& work, const Attestation& of, const std::string& issued_by) {
  const std::int64_t year = of.issued_on.year();
  const std::int64_t number = work.take("attestation/" + std::to_string(year));
  work.execute(
      "INSERT INTO attestation (library, year, number, gathering, person, hours, issued_on, "
      "issued_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7)",
      {year, number, of.gathering, of.person, of.hours, of.issued_on, issued_by});
}

std::optional<Attestation> attestation(UnitOfWork& work, std::int64_t year, std::int64_t number) {
  std::optional<Attestation> found;
  work.each<std::int64_t, std::int64_t, std::int64_t, Date, std::string, std::string>(
      "SELECT a.gathering, a.person, a.hours, a.issued_on, p.name, p.place FROM attestation a "
      "JOIN participant p ON p.library = a.library AND p.person = a.person "
      "WHERE a.library = {library} AND a.year = $1 AND a.number = $2",
      {year, number},
      [&](std::int64_t of, std::int64_t person, std::int64_t hours, Date on, std::string name,
          std::string place) {
        found = Attestation{year, number, of, person, hours, on, std::move(name), std::move(place)};
      });
  return found;
}

std::optional<PersonRecord> person_record(UnitOfWork& work, std::int64_t person) {
  const auto known = work.one<std::string, std::string, std::string>(
      "SELECT name, place, email FROM participant WHERE library = {library} AND person = $1",
      {person});
  if (!known)
    return {};
  PersonRecord record;
  record.person = {std::get<0>(*known), std::get<1>(*known), std::get<2>(*known)};
  work.each<std::int64_t, std::string, Date, std::int64_t, std::int64_t, std::int64_t,
            std::int64_t>(
      "SELECT g.number, g.title, g.day, r.minutes, COALESCE(a.hours, 0), COALESCE(a.number, 0), "
      "COALESCE(a.year, 0) FROM registration r JOIN gathering g ON g.library = r.library AND "
      "g.number = r.gathering LEFT JOIN attestation a ON a.library = r.library AND "
      "a.gathering = r.gathering AND a.person = r.person WHERE r.library = {library} AND "
      "r.person = $1 ORDER BY g.day DESC, g.number DESC",
      {person},
      [&](std::int64_t number, std::string title, Date day, std::int64_t minutes,
          std::int64_t hours, std::int64_t attested, std::int64_t year) {
        record.lines.push_back({number, std::move(title), day, minutes, hours, attested, year});
      });
  return record;
}

void anonymise(UnitOfWork& work, std::int64_t person, const std::string& now) {
  work.execute(
      "UPDATE participant SET name = '', place = '', email = '', name_key = '', "
      "anonymised_at = $1 WHERE library = {library} AND person = $2",
      {now, person});
}

}  // namespace metodica::coordination
