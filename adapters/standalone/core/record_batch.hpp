/// Pieces of an import on their way from the reader to the writer.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "metodica/result.hpp"
#include "standalone/core/catalogue_record.hpp"
#include "standalone/core/copy_row.hpp"

namespace metodica::standalone {

/// One record of the file, prepared; or a fault.
struct PreparedRecord {
  bool is_record = false;
  std::uint64_t number = 0;
  std::uint64_t offset = 0;
  CatalogueRecord record;
  std::vector<CopyRow> copies;
  std::vector<Problem> problems;  ///< the fault, or remarks
};

/// Some records; used again and again, so that they keep their room.
struct RecordBatch {
  std::vector<PreparedRecord> records;
  std::size_t used = 0;
  std::uint64_t bytes_read = 0;  ///< of the file, behind the last record

  PreparedRecord& next() {
    if (used == records.size()) {
      records.emplace_back();
    }
    return records[used++];
  }
};

using BatchPointer = std::unique_ptr<RecordBatch>;

/// Hands batches from one thread to another. Bounded by the number of batches that exist. [any]
class BatchPipe {
 public:
  void put(BatchPointer batch) {
    {
      const std::lock_guard lock(mutex_);
      batches_.push_back(std::move(batch));
    }
    changed_.notify_one();
  }

  /// Waits for a batch; null when the pipe is closed and empty.
  BatchPointer take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !batches_.empty(); });
    if (batches_.empty()) {
      return nullptr;
    }
    BatchPointer batch = std::move(batches_.front());
    batches_.erase(batches_.begin());
    return batch;
  }

  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<BatchPointer> batches_;
  bool closed_ = false;
};

}  // namespace metodica::standalone
