/// A node that came back from an old backup takes its rows back from the hub: first all of them
/// beside its own, then in one transaction into its tables.
#pragma once

#include <string>
#include <vector>

#include "json/json.hpp"
#include "metodica/result.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::hub {

/// At the hub, under the library: {"rows":[...],"more":true} of one replicated table.
Json rows_to_take_back(UnitOfWork& work, const std::string& subject, std::int64_t offset);
/// {"subjects":[...],"counters":{...}}: what there is to take back.
Json recovery_plan(UnitOfWork& work);

/// At the node: forgets what was kept before; keeps rows of one table. Errors: METODICA_INVALID
/// "hub.batch_broken" {line} for rows that are none of this table.
void begin_recovery(UnitOfWork& work);
Result<void> keep_rows(UnitOfWork& work, const std::string& subject, const Json& rows);

/// Puts the rows into their tables, the counters and the outbox where the hub has them, and lets
/// the library write again. Errors: METODICA_CONFLICT "sync.used_twice" {count} {where} when the
/// node has registered since with numbers that the hub knows for something else: nothing is
/// changed.
Result<void> finish_recovery(UnitOfWork& work, const Json& counters, std::int64_t applied,
                             const std::string& hash);

}  // namespace metodica::hub
