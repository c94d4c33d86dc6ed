/// The rows of RMF parts I and II as they are stored.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "modules/registers/registers_rules.hpp"
#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::registers {

enum class Part : std::uint8_t { entries = 1, exits = 2 };

/// One row of part I or II, with its breakdown and, in part I, the ranges of RI numbers.
struct Lot {
  Part part = Part::entries;
  std::int64_t year = 0, number = 0;
  std::int64_t sequence = 0;  ///< position in the chain of the part, over all years
  Date registered_on;
  std::string kind;  ///< source of an entry, cause of an exit
  std::string partner;
  std::string act_kind, act_number;
  Date act_date;
  std::string approval;
  std::int64_t titles = 0;
  Tally tally;
  std::string remarks;
  std::string corrects;
  std::string registered_by, registered_at;
  std::string previous_hash, hash;

  struct Range {
    std::string register_code;
    std::int64_t first = 0, last = 0;
    bool operator==(const Range&) const = default;
  };
  std::vector<Range> ranges;
};

/// What the hash of a row covers, after the hash of the row before: every fact of the row, its
/// breakdown and its copies, so that nothing of a registered row can change unseen.
std::string canonical(const Lot& lot, const std::string& library, const std::string& copies);

/// "carti:4322-4331;" of an entry, "carti:112;carti:950;" of an exit, in row order.
std::string canonical_ranges(const std::vector<Lot::Range>& ranges);

void insert_lot(UnitOfWork& work, const Lot& lot);

/// Sequence and hash of the last row of a part; 0 and "" when there is none.
struct ChainEnd {
  std::int64_t sequence = 0;
  std::string hash;
  Date registered_on;
};
ChainEnd movement_end(UnitOfWork& work, Part part);

/// The rows of a part in chain order: of one year (0 = all), after a sequence, at most `limit`.
std::vector<Lot> lots(UnitOfWork& work, Part part, std::int64_t year,
                      std::int64_t after_sequence = 0, std::int64_t limit = 100000);
std::optional<Lot> lot(UnitOfWork& work, Part part, std::int64_t year, std::int64_t number);

/// A row of part I with the same act and partner that no correction has cancelled; "" or "1/2026".
std::string lot_of_act(UnitOfWork& work, const std::string& kind, const std::string& number,
                       Date date, const std::string& partner);

/// Sum of a part: of one year, or of all years up to and including `year`.
Tally sum_of_year(UnitOfWork& work, Part part, std::int64_t year);
Tally sum_through(UnitOfWork& work, Part part, std::int64_t year);

}  // namespace metodica::registers
