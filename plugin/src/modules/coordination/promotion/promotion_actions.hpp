/// What people and programs may do with the public events of libraries.
#pragma once

#include <string>
#include <vector>

#include "app/action.hpp"
#include "modules/coordination/promotion/event_store.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

inline constexpr Roles event_readers = {Role::librarian, Role::manager, Role::methodologist};
inline constexpr Roles event_writers = {Role::librarian, Role::methodologist};

/// The event of `library` ("" the caller's own). Errors: METODICA_NOT_FOUND "event.unknown"
/// {number} at "number".
Result<LibraryEvent> known_event(Call& call, const std::string& library, std::int64_t number);

/// "sâmbătă, 14 martie 2026"
std::string long_day(Date day, const Messages& say);

/// coordination.events, event, keep_event, event_state: the list of all libraries, one event, its
/// changes. Problems: event.unknown, event.no_step {from, to}, those of check_event.
void add_event_actions(ActionList& actions);
/// coordination.events_rss, events_json_ld: documents for everybody.
void add_event_feeds(ActionList& actions);
/// coordination.event_pictures, keep_picture, drop_picture.
void add_picture_actions(ActionList& actions);
/// coordination.poster (screen), poster_file (paper), promotions (archive).
void add_poster_actions(ActionList& actions);
/// coordination.announcement (screen), keep_announcement.
void add_post_actions(ActionList& actions);

}  // namespace metodica::coordination
