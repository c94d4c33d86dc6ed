#include "modules/coordination/training/deadline_store.hpp"

namespace metodica::coordination {
namespace {

std::vector<Deadline> read(UnitOfWork& work, const std::string& condition, const Binds& binds) {
  std::vector<Deadline> all;
  work.each<std::int64_t, Date, std::string, std::string, std::string, std::int64_t, std::string>(
      "SELECT number, day, title, about, reference, revision, changed_at FROM deadline "
      "WHERE library = {library} AND " +
          condition,
      binds,
      [&](std::int64_t number, Date day, std::string title, std::string about,
          std::string reference, std::int64_t revision, std::string at) {
        all.push_back({number, day, std::move(title), std::move(about), std::move(reference),
                       revision, std::move(at)});
      });
  return all;
}

}  // namespace

std::vector<Deadline> deadlines(UnitOfWork& work, std::int64_t year) {
  return read(work, "day >= $1 AND day < $2 ORDER BY day, number",
              {std::to_string(year), std::to_string(year + 1)});
}

std::optional<Deadline> deadline(UnitOfWork& work, std::int64_t number) {
  auto found = read(work, "number = $1", {number});
  if (found.empty())
    return {};
  return std::move(found.front());
}

void keep_deadline(UnitOfWork& work, const Deadline& of) {
  work.execute(
      "INSERT INTO deadline (library, number, day, title, about, reference, revision, changed_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT (library, number) DO UPDATE SET "
      "day = excluded.day, title = excluded.title, about = excluded.about, "
      "reference = excluded.reference, revision = excluded.revision, "
      "changed_at = excluded.changed_at",
      {of.number, of.day, of.title, of.about, of.reference, of.revision, of.changed_at});
}

}  // namespace metodica::coordination
