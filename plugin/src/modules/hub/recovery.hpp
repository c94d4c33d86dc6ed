/// A node that came back from an old backup takes its rows back from the hub: first all of them
/// beside its own, then in one transaction into its tables. What it registered since, with numbers
/// that were given before, is set aside with minutes first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "metodica/result.hpp"
#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::hub {

/// At the hub, under the library: {"rows":[...],"more":true} of one replicated table.
Json rows_to_take_back(UnitOfWork& work, const std::string& subject, std::int64_t offset);
/// {"subjects":[...],"counters":{...}}: what there is to take back.
Json recovery_plan(UnitOfWork& work);

/// At the node: forgets what was kept before; keeps rows of one table. Errors: METODICA_INVALID
/// "hub.batch_broken" {line} for rows that are none of this table.
void begin_recovery(UnitOfWork& work);
Result<void> keep_rows(UnitOfWork& work, const std::string& subject, const Json& rows);

/// Where the hub is: what finish_recovery needs beside the rows.
struct HubPosition {
  Json counters;
  std::int64_t applied = 0;
  std::string hash;
};

/// What the node registered since with numbers that the hub knows for something else.
struct UsedTwice {
  std::int64_t count = 0;
  std::string where;  ///< the first one
};

/// Puts the rows into their tables, the counters and the outbox where the hub has them, and lets
/// the library write again. When rows of registers were written since the backup nothing is
/// changed; they are told, and kept with the position for heal().
UsedTwice finish_recovery(UnitOfWork& work, const HubPosition& hub, std::string_view now_utc);

/// The decision is open: rows wait to be set aside.
[[nodiscard]] bool may_heal(UnitOfWork& work);

struct HealingMinutes {
  std::string number;
  Date dated;
  std::string found_by;  ///< who found it, as on the paper
  std::string made_by;   ///< user
  std::string at_utc;
};
/// Sets what was written since aside under these minutes, takes it out of the registers, and
/// finishes the recovery. Returns the number that set_aside() asks for. Only after may_heal().
std::int64_t heal(UnitOfWork& work, const HealingMinutes& minutes);

struct SetAside {
  std::string subject;
  Json row;
};
/// Rows in the order of subject and key; minutes 0: those that wait.
std::vector<SetAside> set_aside(UnitOfWork& work, std::int64_t minutes);
std::optional<HealingMinutes> healing_minutes(UnitOfWork& work, std::int64_t minutes);
/// Numbers of all minutes, the newest first.
std::vector<std::int64_t> healings(UnitOfWork& work);

}  // namespace metodica::hub
