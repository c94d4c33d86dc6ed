#include "modules/coordination/training/telling_store.hpp"

namespace metodica::coordination {

void keep_change(UnitOfWork& work, std::int64_t gathering, const GatheringChange& change) {
  work.execute(
      "INSERT INTO gathering_change (library, gathering, revision, was, changed_at) "
      "VALUES ({library}, $1, $2, $3, $4)",
      {gathering, change.revision, change.was, change.changed_at});
}

std::vector<GatheringChange> changes(UnitOfWork& work, std::int64_t gathering) {
  std::vector<GatheringChange> all;
  work.each<std::int64_t, std::string, std::string>(
      "SELECT revision, was, changed_at FROM gathering_change WHERE library = {library} AND "
      "gathering = $1 ORDER BY revision DESC",
      {gathering}, [&](std::int64_t revision, std::string was, std::string at) {
        all.push_back({revision, std::move(was), std::move(at)});
      });
  return all;
}

std::vector<Told> told_guests(UnitOfWork& work, std::int64_t gathering) {
  std::vector<Told> all;
  work.each<std::int64_t, std::string, std::string, std::string, std::int64_t, std::int64_t,
            std::string>(
      "SELECT r.person, p.name, p.place, p.email, (SELECT CAST(COALESCE(MAX(c.revision), 0) AS "
      "BIGINT) FROM gathering_change c WHERE c.library = r.library AND c.gathering = r.gathering "
      "AND c.changed_at >= r.registered_at), COALESCE(t.revision, 0), COALESCE(m.told_at, '') "
      "FROM registration r JOIN participant p ON p.library = r.library AND p.person = r.person "
      "LEFT JOIN gathering_told t ON t.library = r.library AND t.gathering = r.gathering AND "
      "t.person = r.person AND t.about = 'change' "
      "LEFT JOIN gathering_told m ON m.library = r.library AND m.gathering = r.gathering AND "
      "m.person = r.person AND m.about = 'reminder' "
      "WHERE r.library = {library} AND r.gathering = $1 AND r.state = 'registered' AND "
      "p.name <> '' ORDER BY r.position",
      {gathering},
      [&](std::int64_t person, std::string name, std::string place, std::string email,
          std::int64_t changed, std::int64_t told, std::string reminded_at) {
        all.push_back({person, std::move(name), std::move(place), std::move(email), changed, told,
                       !reminded_at.empty()});
      });
  return all;
}

void keep_told(UnitOfWork& work, std::int64_t gathering, std::int64_t person,
               std::string_view about, std::int64_t revision, const std::string& now) {
  work.execute(
      "INSERT INTO gathering_told (library, gathering, person, about, revision, told_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5) ON CONFLICT (library, gathering, person, about) "
      "DO UPDATE SET revision = excluded.revision, told_at = excluded.told_at",
      {gathering, person, about, revision, now});
}

void forget_reminders(UnitOfWork& work, std::int64_t gathering) {
  work.execute(
      "DELETE FROM gathering_told WHERE library = {library} AND gathering = $1 AND "
      "about = 'reminder'",
      {gathering});
}

}  // namespace metodica::coordination
