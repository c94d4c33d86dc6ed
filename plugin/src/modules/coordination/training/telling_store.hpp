/// Changes of meetings and what guests were told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/coordination/training/telling_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// A change that guests must hear of; `was` says in words how it was before.
struct GatheringChange {
  std::int64_t revision = 0;
  std::string was, changed_at;
};
void keep_change(UnitOfWork& work, std::int64_t gathering, const GatheringChange& change);
/// The latest first.
std::vector<GatheringChange> changes(UnitOfWork& work, std::int64_t gathering);

/// Registered guests whose data were not taken away, in the order of registration.
std::vector<Told> told_guests(UnitOfWork& work, std::int64_t gathering);
/// `about`: "change" or "reminder".
void keep_told(UnitOfWork& work, std::int64_t gathering, std::int64_t person,
               std::string_view about, std::int64_t revision, const std::string& now);
/// A reminder of the old time is none of the new one.
void forget_reminders(UnitOfWork& work, std::int64_t gathering);

}  // namespace metodica::coordination
