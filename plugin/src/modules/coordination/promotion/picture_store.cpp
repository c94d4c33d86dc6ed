#include "modules/coordination/promotion/picture_store.hpp"

namespace metodica::coordination {

std::vector<EventPicture> pictures(UnitOfWork& work, std::int64_t event) {
  std::vector<EventPicture> all;
  work.each<std::string, std::string, std::string>(
      "SELECT slot, alt, base64 FROM event_picture WHERE library = {library} AND event = $1 "
      "ORDER BY slot",
      {event}, [&](std::string slot, std::string alt, std::string base64) {
        all.push_back({std::move(slot), std::move(alt), std::move(base64)});
      });
  return all;
}

void keep_picture(UnitOfWork& work, std::int64_t event, const EventPicture& picture,
                  const std::string& now) {
  work.execute(
      "INSERT INTO event_picture (library, event, slot, alt, base64, added_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5) ON CONFLICT (library, event, slot) DO UPDATE SET "
      "alt = excluded.alt, base64 = excluded.base64, added_at = excluded.added_at",
      {event, picture.slot, picture.alt, picture.base64, now});
}

void drop_picture(UnitOfWork& work, std::int64_t event, const std::string& slot) {
  work.execute("DELETE FROM event_picture WHERE library = {library} AND event = $1 AND slot = $2",
               {event, slot});
}

void keep_made(UnitOfWork& work, const Made& of) {
  work.execute(
      "INSERT INTO promotion_made (library, number, event_library, event, form, design, size, "
      "made, made_by, made_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {of.number, of.event_library, of.event, of.form, of.design, of.size, of.made, of.made_by,
       of.made_at});
}

std::vector<Made> all_made(UnitOfWork& work, const std::string& event_library, std::int64_t event,
                           std::int64_t most) {
  std::vector<Made> all;
  work.each<std::int64_t, std::string, std::int64_t, std::string, std::string, std::string,
            std::string, std::string, std::string>(
      "SELECT number, event_library, event, form, design, size, made, made_by, made_at "
      "FROM promotion_made WHERE library = {library} AND ($1 = 0 OR (event = $1 AND "
      "event_library = $2)) ORDER BY number DESC LIMIT $3",
      {event, event_library, most},
      [&](std::int64_t number, std::string of, std::int64_t event_number, std::string form,
          std::string design, std::string size, std::string made, std::string by, std::string at) {
        all.push_back({number, std::move(of), event_number, std::move(form), std::move(design),
                       std::move(size), std::move(made), std::move(by), std::move(at)});
      });
  return all;
}

}  // namespace metodica::coordination
