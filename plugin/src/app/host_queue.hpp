/// What the host still has to be told: written with the registers in one transaction, sent after
/// the commit, and sent again by host.retry until it is settled. A write has five outcomes, never a
/// truth value; what the host cannot do is not queued, because our own data is enough for every
/// subject.
#pragma once

#include <string>
#include <string_view>

#include "app/call.hpp"
#include "json/json.hpp"
#include "text/keys.hpp"

namespace metodica {

class Application;

/// A title that the host shall create. `ours` is our name of it, used by queue_copy; `title` is a
/// schema/title.json object. Nothing is queued when the host cannot create titles.
void queue_title(Call& call, const std::string& ours, const Json& title);

/// A copy that the host shall create: schema/copy.json without id and version. `title` is the
/// host's id of the title, or one of ours given to queue_title ("ours:" before it).
void queue_copy(Call& call, const InventoryNumber& number, const std::string& title,
                const Json& copy);

/// Fields of the host's copy to change: {"call_number": "..."}.
void queue_change(Call& call, const InventoryNumber& number, const Json& set);

/// The host's copy is taken out for good: {"cause", "act": {"number", "date"}}.
void queue_retire(Call& call, const InventoryNumber& number, const Json& why);

/// Sends what waits, oldest first, and keeps the outcomes. `key` limits it to what one action
/// queued;
/// "" takes all that wait. Problems of the host are kept with the rows and logged, never thrown:
/// the registers are committed already.
void settle_host_writes(Application& app, const Tenancy& tenancy, const Caller& caller,
                        const Messages& say, const std::string& key);

/// How many writes stand in which state:
/// {"waiting":3,"failed":1,"refused":0,"handed_over":2,"done":40}.
Json host_write_counts(UnitOfWork& work);

}  // namespace metodica
