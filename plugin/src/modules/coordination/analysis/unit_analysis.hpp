/// One library beside its peers: what its screen and its report show.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "metodica/result.hpp"
#include "modules/coordination/analysis/county_rules.hpp"
#include "modules/coordination/analysis/peer_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

struct IndicatorLine {
  const Indicator* indicator = nullptr;
  Reckoned now;
  std::optional<Decimal> before, change;  ///< of last year; change in per cent
  std::optional<Decimal> peers, county;   ///< medians of the band and of the county
  std::int64_t place = 0;                 ///< in the band, from 1; 0: no value, or no better side
  std::int64_t ranked = 0;                ///< in the band with a value
};

struct Neighbour {
  const UnitYear* of = nullptr;
};

/// Points into the years and the bands that it was made from.
struct UnitAnalysis {
  std::int64_t year = 0;
  const UnitYear* unit = nullptr;
  const PeerBand* band = nullptr;  ///< nullptr: no band takes it
  std::int64_t band_members = 0;
  std::vector<IndicatorLine> lines;  ///< all indicators, in their order
  std::vector<Neighbour> neighbours;
};

using AnalysedYears = std::map<std::int64_t, std::vector<UnitYear>>;

/// Ten years that end with this one, with all figures that any indicator or neighbourhood needs.
AnalysedYears analysed_years(UnitOfWork& work, std::int64_t year);

/// Errors: METODICA_NOT_FOUND "analysis.unknown_unit" {text} at "siruta".
Result<UnitAnalysis> unit_analysis(const AnalysedYears& years, std::int64_t year,
                                   std::int64_t siruta);

}  // namespace metodica::coordination
