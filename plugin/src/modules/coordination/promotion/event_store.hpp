/// Events of libraries: all SQL of theirs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/promotion/event_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// Of all libraries that the caller may read, from `from` to `to`, both included, by day and time.
std::vector<LibraryEvent> events(UnitOfWork& work, Date from, Date to);
/// `library` "" is the caller's own.
std::optional<LibraryEvent> event(UnitOfWork& work, const std::string& library,
                                  std::int64_t number);
/// Adds an event of the caller's library, or replaces what was known of it.
void keep_event(UnitOfWork& work, const LibraryEvent& event);

}  // namespace metodica::coordination
