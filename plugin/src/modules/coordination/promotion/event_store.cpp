#include "modules/coordination/promotion/event_store.hpp"

namespace metodica::coordination {
namespace {

constexpr std::string_view columns =
    "number, kind, title, about, day, starts, ends, mode, place, link, audience, free, host, unit, "
    "state, revision, changed_at";

std::vector<LibraryEvent> read(UnitOfWork& work, const std::string& condition, const Binds& binds) {
  std::vector<LibraryEvent> all;
  work.each<std::string, std::int64_t, std::string, std::string, std::string, Date, std::string,
            std::string, std::string, std::string, std::string, std::string, std::int64_t,
            std::string, std::int64_t, std::string, std::int64_t, std::string>(
      "SELECT library, " + std::string(columns) + " FROM library_event WHERE " + condition, binds,
      [&](std::string library, std::int64_t number, std::string kind, std::string title,
          std::string about, Date day, std::string starts, std::string ends, std::string mode,
          std::string place, std::string link, std::string audience, std::int64_t free,
          std::string host, std::int64_t unit, std::string state, std::int64_t revision,
          std::string changed_at) {
        all.push_back({std::move(library), number, std::move(kind), std::move(title),
                       std::move(about), day, std::move(starts), std::move(ends), std::move(mode),
                       std::move(place), std::move(link), std::move(audience), free != 0,
                       std::move(host), unit, std::move(state), revision, std::move(changed_at)});
      });
  return all;
}

}  // namespace

std::vector<LibraryEvent> events(UnitOfWork& work, Date from, Date to) {
  return read(work,
              "library IN ({libraries}) AND day >= $1 AND day <= $2 "
              "ORDER BY day, starts, library, number",
              {from, to});
}

std::optional<LibraryEvent> event(UnitOfWork& work, const std::string& library,
                                  std::int64_t number) {
  auto found = library.empty() || library == work.tenancy().own
                   ? read(work, "library = {library} AND number = $1", {number})
                   : read(work, "library IN ({libraries}) AND library = $1 AND number = $2",
                          {library, number});
  if (found.empty())
    return {};
  return std::move(found.front());
}

void keep_event(UnitOfWork& work, const LibraryEvent& of) {
  work.execute(
      "INSERT INTO library_event (library, " + std::string(columns) +
          ") VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, "
          "$16, $17) ON CONFLICT (library, number) DO UPDATE SET kind = excluded.kind, "
          "title = excluded.title, about = excluded.about, day = excluded.day, "
          "starts = excluded.starts, ends = excluded.ends, mode = excluded.mode, "
          "place = excluded.place, link = excluded.link, audience = excluded.audience, "
          "free = excluded.free, host = excluded.host, unit = excluded.unit, "
          "state = excluded.state, revision = excluded.revision, "
          "changed_at = excluded.changed_at",
      {of.number, of.kind, of.title, of.about, of.day, of.starts, of.ends, of.mode, of.place,
       of.link, of.audience, std::int64_t{of.free ? 1 : 0}, of.host, of.unit, of.state, of.revision,
       of.changed_at});
}

}  // namespace metodica::coordination
