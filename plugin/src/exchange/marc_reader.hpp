/// Reads a file of MARC records one by one, whatever is broken in it: a damaged record is one
/// outcome among others and the next one is read. iso2709_reader.hpp and marcxml_reader.hpp have
/// the two forms of file; open_marc() chooses.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "exchange/byte_source.hpp"
#include "exchange/marc_view.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// What one step of a reader found: a record, or bytes that are none.
struct MarcOutcome {
  bool is_record = false;
  std::uint64_t number = 0;  ///< running number from 1; faults have numbers too
  std::uint64_t offset = 0;  ///< of the first byte in the file
  std::uint64_t size = 0;    ///< bytes of the file that this outcome stands for
  MarcView record;           ///< when is_record; borrowed from the reader until the next step
  std::string_view raw;      ///< the bytes themselves, borrowed likewise
  /// Of a fault: its cause. Of a record: what was put right while reading it. Arguments {number}
  /// and {offset} are always there; the other ones are named at the messages:
  /// causes "exchange.cut_off" {bytes}, "exchange.record_too_short" {bytes},
  /// "exchange.directory_bad" {bytes}, "exchange.no_record_end" {bytes}, "exchange.xml_bad" {text},
  /// "exchange.read_failed";
  /// remarks "exchange.length_wrong" {declared, bytes}, "exchange.record_too_long" {bytes},
  /// "exchange.field_lengths_wrong", "exchange.record_end_missing", "exchange.bytes_unused"
  /// {count}, "exchange.line_ends_inside" {count}, "exchange.control_characters" {count}.
  std::vector<Problem> problems;
};

/// Every byte of the file is in exactly one of the three byte counts.
struct MarcTotals {
  std::uint64_t records = 0;
  std::uint64_t faults = 0;
  std::uint64_t remarks = 0;  ///< records that carry at least one remark
  std::uint64_t record_bytes = 0;
  std::uint64_t fault_bytes = 0;
  std::uint64_t separator_bytes =
      0;  ///< line ends and padding between records; XML outside records

  [[nodiscard]] std::uint64_t bytes() const { return record_bytes + fault_bytes + separator_bytes; }
};

/// [one thread at a time]
class RecordReader {
 public:
  RecordReader() = default;
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;
  virtual ~RecordReader() = default;

  /// The next outcome; false at the end of the file. `outcome` keeps its room between calls.
  virtual bool next(MarcOutcome& outcome) = 0;
  [[nodiscard]] const MarcTotals& totals() const { return totals_; }

 protected:
  void start(MarcOutcome& outcome, std::uint64_t offset);
  void add_problem(MarcOutcome& outcome, std::string_view message,
                   std::vector<MessageArgument> arguments = {}) const;
  void add_problem(MarcOutcome& outcome, const Problem& problem) const;
  /// Counts the outcome; the last thing before next() returns true.
  bool finish(MarcOutcome& outcome, bool is_record, std::size_t size);

  MarcTotals totals_;
};

/// Opens a source by its first bytes. Errors: the METODICA_INVALID problems of require_marc().
[[nodiscard]] Result<std::unique_ptr<RecordReader>> open_marc(ByteSource source);

}  // namespace metodica
