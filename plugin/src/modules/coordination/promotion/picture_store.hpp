/// Logos, photographs, and what was made of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// Event 0 stands for the logos of the library.
inline constexpr std::int64_t logos = 0;

struct EventPicture {
  std::string slot;  ///< "photo1" to "photo4"; "county_logo", "library_logo"
  std::string alt;   ///< what it shows, for who cannot see it
  std::string base64;
};
std::vector<EventPicture> pictures(UnitOfWork& work, std::int64_t event);
void keep_picture(UnitOfWork& work, std::int64_t event, const EventPicture& picture,
                  const std::string& now);
void drop_picture(UnitOfWork& work, std::int64_t event, const std::string& slot);

/// Something that was made to promote an event. Never changed.
struct Made {
  std::int64_t number = 0;
  std::string event_library;
  std::int64_t event = 0;
  std::string form;  ///< "pdf", "png", "post"
  std::string design, size;
  std::string made;  ///< of a post its text, else the title on the poster
  std::string made_by, made_at;
};
void keep_made(UnitOfWork& work, const Made& made);
/// The latest first, at most `most`; of one event, or of all when `event` is 0.
std::vector<Made> all_made(UnitOfWork& work, const std::string& event_library, std::int64_t event,
                           std::int64_t most);

}  // namespace metodica::coordination
