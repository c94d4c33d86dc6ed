/// Takes a file of MARC records, ISO 2709 or MARCXML, into the standalone catalogue: titles, what
/// they are found by, and the copies in the items fields (995, 952).
///
/// A second run of the same file writes nothing: a record is known by its control number (by its
/// content when it has none), and rewritten only when its content differs. A record that cannot be
/// read costs itself and not the rest of the file.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "exchange/byte_source.hpp"
#include "metodica/result.hpp"
#include "standalone/core/catalogue_record.hpp"

namespace metodica::standalone {

struct ImportCounts {
  std::uint64_t records = 0;  ///< read, faults not among them
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;  ///< known, with other content
  std::uint64_t unchanged = 0;
  std::uint64_t faults = 0;   ///< not taken over
  std::uint64_t remarks = 0;  ///< what was put right or left out
  std::uint64_t copies_added = 0;
  std::uint64_t copies_changed = 0;
  std::uint64_t copies_refused = 0;  ///< barcode or inventory number in use
  std::uint64_t bytes = 0;           ///< of the file, read so far
};

struct ImportNote {
  bool fault = false;  ///< the record was not taken over
  Problem problem;     ///< with {number}: its place in the file from 1, and {offset} in bytes
  std::string control_number = {};
};

struct ImportEvents {
  /// Some thousand records later. False stops after what is written so far.
  std::function<bool(const ImportCounts&)> progress = {};
  std::function<void(const ImportNote&)> note = {};
};

class CatalogueImport {
 public:
  struct Options {
    std::string catalogue;  ///< absolute path of the file; made when it does not exist
    std::string library;    ///< our code of the library that the copies belong to
    RecordMaker::Options records;
    /// Reads on a thread of its own beside the one that writes. Not inside an adapter, which
    /// starts no thread.
    bool parallel = false;
  };

  explicit CatalogueImport(Options options) : options_(std::move(options)) {}

  /// Both events are called on the thread that calls run(). Errors: those of opening the catalogue;
  /// METODICA_INVALID "exchange.not_marc.<kind>"; METODICA_BUSY, METODICA_UNREACHABLE,
  /// METODICA_DAMAGED "standalone.catalogue" {reason} while writing: what was committed before
  /// stays, and the import can be run again.
  Result<ImportCounts> run(ByteSource source, const ImportEvents& events = {});

 private:
  Options options_;
};

}  // namespace metodica::standalone
