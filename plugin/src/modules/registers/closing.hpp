/// The annual close: part III is computed and kept, the year becomes read-only, and the last hash
/// of each chain is printed and kept, because without an outside anchor a chain proves little.
#pragma once

#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/registers/registers_rules.hpp"

namespace metodica::registers {

/// The last closed year; 0 when none is.
std::int64_t closed_through(UnitOfWork& work);

/// Part III of a year; for a closed year equal to what was kept.
Result<Recapitulation> recapitulation(UnitOfWork& work, std::int64_t year);

/// The end of one chain: {"rmf-1", 12, "3f9a..."}.
struct ChainMark {
  std::string chain;
  std::int64_t rows = 0;
  std::string hash;
};
std::vector<ChainMark> chain_marks(UnitOfWork& work);

struct YearClose {
  std::int64_t year = 0;
  Date closed_on;
  std::string closed_by;
  std::string hash;
  std::vector<ChainMark> chains;
};
std::optional<YearClose> year_close(UnitOfWork& work, std::int64_t year);

/// Errors: METODICA_CONFLICT registers.closed_before; METODICA_INVALID registers.close_order {year}
/// when an earlier year is open, registers.close_future, registers.close_before_opening;
/// METODICA_DAMAGED from the recapitulation.
Result<YearClose> close_year(Call& call, std::int64_t year);

}  // namespace metodica::registers
