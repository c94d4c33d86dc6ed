/// Reading a shelf: a code becomes a scan, and the run is compared with what should stand there.
/// Everything runs inside the caller's transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/processing/reading_store.hpp"
#include "modules/processing/shelf_walk.hpp"

namespace metodica::processing {

/// Errors: METODICA_NOT_FOUND shelves.reading_unknown at "reading".
Result<Reading> reading_named(UnitOfWork& work, std::int64_t id);

/// Adds scanned codes at the end, in order: a barcode, an inventory number, or "register number".
/// Empty codes and the code of the scan just before are left out. Asks the host once which of the
/// copies are on loan. Returns how many were added. Errors: METODICA_INVALID shelves.no_codes at
/// "codes", shelves.too_many_scans {count} at "codes" (100,000 in one reading); those of the host.
Result<std::int64_t> add_scans(Call& call, const Reading& reading,
                               const std::vector<std::string>& codes);

/// What should stand in the run that was read and was not scanned.
struct NotSeen {
  std::vector<ShelfLine> missing;
  std::int64_t on_loan = 0;  ///< not scanned because a reader has them
  bool cut = false;          ///< the run has more than 20,000 copies: the rest was not compared
};
/// Compares the copies between the first and the last book that stands right. Errors: those of the
/// host when it is asked about loans.
Result<NotSeen> not_seen(Call& call, const Reading& reading, const std::vector<Scan>& scans,
                         const ReadRun& run);

/// "Rebreanu, Liviu. Ion" of a scanned copy, "" when the code is unknown.
std::string title_of(UnitOfWork& work, const Scan& scan);

/// Where a stray goes, as a sentence: "între A și B".
std::string goes_between(const Messages& say, const std::vector<Scan>& scans, const Stray& stray);

}  // namespace metodica::processing
