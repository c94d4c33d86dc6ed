/// Batches of call numbers: what was chosen, what is planned for each copy, what was there before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/processing/processing_store.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::processing {

/// What happens to the copies of a batch.
namespace batch_work {
inline constexpr std::string_view assign = "assign";  ///< those without a call number get one
inline constexpr std::string_view remake = "remake";  ///< all are made anew by the present rules
}  // namespace batch_work

/// planning -> planned -> applying -> applied -> undoing -> undone.
struct MarkBatch {
  std::string id;  ///< the key that it was planned with
  std::string work;
  std::string chosen;  ///< which copies, in words
  std::string state;
  std::int64_t copies = 0;
  std::string planned_at;
};

void keep_batch(UnitOfWork& work, const MarkBatch& batch, std::string_view by);
std::optional<MarkBatch> batch_named(UnitOfWork& work, const std::string& id);
void set_batch_state(UnitOfWork& work, const std::string& id, std::string_view state);
/// The newest first.
std::vector<MarkBatch> newest_batches(UnitOfWork& work, std::int64_t limit);

/// One copy of a batch. States: waiting; same, planned, conflict; given, refused; restored,
/// changed.
struct BatchLine {
  std::int64_t position = 0;
  InventoryNumber number;
  std::string state;
  std::string reason;     ///< of a conflict or refusal, in the words of who planned
  std::string title_key;  ///< of a number: which title (title_identity)
  std::string udc;
  CallNumber mark;          ///< of a number: its section, and in `udc` its run (NumberRun::counter)
  std::string planned;      ///< call number as planned
  std::string given;        ///< as given in the end
  std::string before;       ///< call number when it was planned
  std::string before_mark;  ///< all that was, as JSON, to be given back
};

/// Lines in the state waiting.
void add_lines(UnitOfWork& work, const std::string& batch,
               const std::vector<InventoryNumber>& numbers);
void keep_line(UnitOfWork& work, const std::string& batch, const BatchLine& line);
/// Lines in a state ("" = all, "changes" = all but those that stay) after a position.
std::vector<BatchLine> batch_lines(UnitOfWork& work, const std::string& batch,
                                   std::string_view state, std::int64_t after, std::int64_t limit);
std::int64_t count_lines(UnitOfWork& work, const std::string& batch, std::string_view state);

/// Work marks planned in the batch under the same section, class and author mark.
std::vector<TakenMark> planned_marks(UnitOfWork& work, const std::string& batch,
                                     const CallNumber& mark);
/// Another copy of the batch that would get this call number; `same_work` counts those of the work.
std::optional<BatchLine> planned_twin(UnitOfWork& work, const std::string& batch,
                                      const BatchLine& line, bool same_work);
/// The line of a copy.
std::optional<BatchLine> line_of(UnitOfWork& work, const std::string& batch,
                                 const InventoryNumber& number);
/// The call number planned for a title in a run, "" for none; and how many numbers of the run are
/// planned.
std::string planned_number_of(UnitOfWork& work, const std::string& batch, const std::string& run,
                              const std::string& title);
std::int64_t count_planned_numbers(UnitOfWork& work, const std::string& batch,
                                   const std::string& run);

}  // namespace metodica::processing
