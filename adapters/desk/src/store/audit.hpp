/// The desk's audit: log-ins, failed log-ins, changes of users. Rows are never changed or removed;
/// the database refuses it. Writes of the registers are in the plugin's own audit.
#pragma once

#include <string>
#include <string_view>

#include "storage/unit_of_work.hpp"

namespace metodica::desk {

struct AuditEvent {
  std::string_view
      event;            ///< "login", "login_failed", "login_limited", "logout", "user_added", ...
  std::string actor;    ///< user name; "console" for the command line
  std::string subject;  ///< whom or what it was done to
  std::string address;  ///< network address, "" for the command line
};

/// Adds the event, in the caller's transaction.
void write_audit(UnitOfWork& work, const AuditEvent& event);

}  // namespace metodica::desk
