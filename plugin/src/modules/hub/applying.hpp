/// Applies the rows of a node to the county's database: each once, in their order, with the chains
/// of the registers followed from row to row.
#pragma once

#include <string>
#include <vector>

#include "modules/hub/hub_store.hpp"
#include "modules/hub/stream.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::hub {

/// What became of a batch. `applied` and `hash` are what the hub has now, whatever happened.
struct Applied {
  std::int64_t applied = -1;
  std::string hash;
  std::int64_t rows = 0;         ///< applied now
  std::vector<Refusal> refused;  ///< rows that were left out, with message ids as reasons
  /// Message id of why nothing of the batch was applied, "" when it was: "hub.restored" (the node
  /// speaks of another past), "hub.gap" (rows are missing before it), "hub.older" (the node is
  /// newer than the hub), "hub.too_old".
  std::string stopped;
};

/// Runs under the library of the batch (UnitOfWork::act_for), whose inbox is there. One
/// transaction, the caller's. A table or column that is not declared as replicated is never
/// written, whatever the row says.
Applied apply_batch(UnitOfWork& work, Inbox inbox, const StreamBatch& batch,
                    std::string_view now_utc);

}  // namespace metodica::hub
