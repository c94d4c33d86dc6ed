#include "store/audit.hpp"

#include "store/desk_database.hpp"

namespace metodica::desk {

void write_audit(UnitOfWork& work, const AuditEvent& event) {
  work.execute(
      "INSERT INTO desk_audit (at_utc, event, actor, subject, address) VALUES ($1, $2, $3, $4, $5)",
      {now_utc(), event.event, event.actor, event.subject, event.address});
}

}  // namespace metodica::desk
