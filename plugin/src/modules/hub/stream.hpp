/// The rows of a library on their way to the hub: JSON lines, each with its key, and a hash over
/// all of them from the first on, by which both sides know that they speak of the same past.
///
/// A batch is text: a line that says whose rows follow and after which one, the rows, and a line
/// with their count, so that a cut-off batch is never taken for a whole one:
///   {"library":"57706","after":120,"previous":"3f9a...","waiting":2}
///   {"key":"57706/121","format":1,"subject":"movement_lot","op":"insert","row":{...}}
///   {"key":"57706/122","format":1,"subject":"movement_count","op":"insert","row":{...}}
///   {"count":2}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "metodica/result.hpp"
#include "storage/sha256.hpp"

namespace metodica::hub {

/// The hash of a stream that has had no row.
inline constexpr std::string_view no_rows = "";

class StreamHash {
 public:
  explicit StreamHash(std::string start) : hash_(std::move(start)) {}
  void add(std::string_view line);
  [[nodiscard]] const std::string& hex() const { return hash_; }

 private:
  std::string hash_;
  Sha256 digest_;
};

/// The line of one row of the outbox; `body` is {"op":..,"row":{..}} as the engine wrote it.
std::string row_line(std::string_view key, std::string_view subject, std::string_view body);

struct StreamRow {
  std::int64_t sequence = 0;
  std::int64_t format = 0;
  std::string subject;
  std::string op;  ///< "insert", "update", "delete", "reset"
  Json row;
  std::string_view line;
};

struct StreamBatch {
  std::string library;
  std::int64_t after = 0;
  std::string previous;  ///< the hash of the stream at `after`
  std::int64_t waiting = 0;
  Json counters;  ///< {"ri/carti": 4323}; null unless the batch is the last for now
  std::vector<StreamRow> rows;
};

/// Reads a batch; its lines are borrowed from `text`. Errors: METODICA_INVALID "hub.batch_broken"
/// {line}: cut off, no JSON, keys of another library or not in order.
Result<StreamBatch> read_batch(std::string_view text);

}  // namespace metodica::hub
