/// Call numbers for many copies: plan, give, take back. Long work in slices, each a transaction of
/// its own, so that one can stop and go on; the state of each copy says how far it came.
#pragma once

#include <string>

#include "modules/processing/copy_choice.hpp"
#include "modules/processing/mark_batch_store.hpp"

namespace metodica::processing {

/// Where a slice left the work.
struct BatchProgress {
  std::int64_t done = 0;
  std::int64_t of = 0;
  [[nodiscard]] bool finished() const { return done >= of; }
};

/// Chooses the copies and keeps the batch under the key of the call. Errors: METODICA_INVALID
/// batches.none at "which", batches.too_many {count} at "which", those of chosen_copies.
Result<MarkBatch> begin_batch(Call& call, std::string_view work, const CopyChoice& choice);

/// Plans the next copies of a batch. Call numbers are compared with what stands on the shelf and
/// with what the batch itself would give.
Result<BatchProgress> plan_slice(Call& call, const MarkBatch& batch);

/// Gives the next planned call numbers. A copy that was changed since the planning is refused.
/// Numbers are taken now: another one than planned when somebody took it in between.
Result<BatchProgress> apply_slice(Call& call, const MarkBatch& batch);

/// Gives the next copies back what they had, as new facts of the register; one that was changed
/// since stays as it is, with the reason.
Result<BatchProgress> undo_slice(Call& call, const MarkBatch& batch);

/// Errors: METODICA_NOT_FOUND batches.unknown at "batch".
Result<MarkBatch> open_batch(Call& call, const std::string& id);

}  // namespace metodica::processing
