/// After a crash or a lost connection: whether the host committed a write, told by what its tables
/// hold now.
#pragma once

#include "journal.hpp"

namespace metodica::biblioteq {

/// True when the host committed: the write was one transaction, so one item that is there tells it
/// of all. Errors: those of Sql.
Result<bool> was_committed(Sql& sql, const BegunWrite& write);

/// Settles what was begun, or only the write of this name: done ones are remembered, others
/// forgotten, so that the same key writes them. Errors: those of Sql; what was not reached is
/// settled the next time.
Result<void> settle(Sql& sql, Journal& journal, const WriteName* only = nullptr);

/// False when an outcome asks for another attempt: the same key must then write again.
[[nodiscard]] bool is_final(const std::string& outcomes);

}  // namespace metodica::biblioteq
