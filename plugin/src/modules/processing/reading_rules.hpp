/// Shelf reading: from a row of scans to what has to be done at the shelf. Pure functions, in the
/// terms of the domain note on classification, 4.1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bibliography/misplaced.hpp"
#include "text/keys.hpp"

namespace metodica::processing {

/// What a scanned code turned out to be. Only `here` takes part in the order of the shelf.
enum class ScanState : std::uint8_t {
  here = 1,   ///< belongs to this run
  elsewhere,  ///< belongs to another section or custody: take it there
  on_loan,    ///< on loan by the records, yet on the shelf
  unmarked,   ///< a copy without a call number
  gone,       ///< withdrawn by the registers
  unknown,    ///< no copy has this code
  twice,      ///< the same copy was scanned before in this reading
};
inline constexpr ScanState all_scan_states[] = {
    ScanState::here, ScanState::elsewhere, ScanState::on_loan, ScanState::unmarked,
    ScanState::gone, ScanState::unknown,   ScanState::twice};

std::string_view name_of(ScanState state);  ///< "on_loan", as stored and as in messages
std::optional<ScanState> scan_state_named(std::string_view name);

/// One scanned code, as it was known at the moment of the scan.
struct Scan {
  std::int64_t seq = 0;    ///< place in the reading, from 1
  std::string code;        ///< as the scanner gave it
  InventoryNumber number;  ///< number 0 when the code is unknown
  ScanState state = ScanState::unknown;
  std::string call_number;
  std::string shelf_key;  ///< shelf_key_text of the call number, "" when there is none
};

/// What the scans of a reading amount to. Indices are places in the list of scans, from 0.
struct ReadRun {
  ShelfReading order;               ///< `unknown` holds the scans that take no part
  std::vector<std::size_t> move;    ///< number of the move of each scan, from 1; 0 = stays
  std::string first_key, last_key;  ///< the run that stands right, both "" when nothing does
};

/// The least moves that put the run right.
ReadRun read_run(const std::vector<Scan>& scans);

/// What to say about the last scan.
enum class ScanVerdict : std::uint8_t {
  in_place = 1,  ///< stands right after what was scanned before
  misplaced,     ///< belongs somewhere before
  moved_other,   ///< stands right, but shows that a book scanned before does not
  apart,         ///< does not belong to this run: see its state
};
/// `scans` is not empty.
ScanVerdict last_verdict(const std::vector<Scan>& scans, const ReadRun& run);

/// A piece of the row that is worth drawing.
struct ShelfWindow {
  std::size_t first = 0, last = 0;  ///< places in the list of scans, both included
};
/// The scans within `around` places of a move or of the gap it goes to, and all scans when there
/// are at most `most`; ends when `most` places are covered. Ascending, not touching each other.
std::vector<ShelfWindow> worth_drawing(const ReadRun& run, std::size_t scans, std::size_t around,
                                       std::size_t most);

}  // namespace metodica::processing
