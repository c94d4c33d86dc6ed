/// The county's pictures with their words: the map of one indicator, its years, its best and worst.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "documents/drawing.hpp"
#include "modules/coordination/analysis/county_rules.hpp"
#include "storage/unit_of_work.hpp"
#include "text/messages.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

/// `boundaries` as boundary_store.hpp gives them; empty: tiles, so many in a row.
Drawing map_of(const std::vector<Ranked>& all, const Indicator& indicator, std::int64_t year,
               const std::map<std::int64_t, std::string>& boundaries, const Messages& say,
               std::size_t tiles_in_row = 9);

/// Ten years that end with the one looked at.
struct CountyTrend {
  std::vector<std::int64_t> years;
  std::vector<std::optional<Decimal>> county, middle;  ///< one a year
  std::vector<std::int64_t> counted;
  std::vector<std::optional<Decimal>> unit;  ///< of one library; empty when none was asked for
  std::string unit_name;
};
CountyTrend county_trend(UnitOfWork& work, const Indicator& indicator, std::int64_t year);
/// From years that are at hand already; `siruta` 0: of no library.
CountyTrend trend_in(const std::map<std::int64_t, std::vector<UnitYear>>& years,
                     const Indicator& indicator, std::int64_t siruta);
Drawing trend_of(const CountyTrend& trend, const Indicator& indicator, const Messages& say);
Table trend_table(const CountyTrend& trend, const Messages& say);

/// The five best and the five worst as bars, with the median across.
Drawing extremes_of(const std::vector<Ranked>& all, const Indicator& indicator,
                    const Messages& say);

/// "Reper: 2,3 (România, comunicatul INS, 2017)", with the mark "neverificat" where nobody has read
/// the source.
std::vector<std::string> reference_lines(const Indicator& indicator, const Messages& say);

}  // namespace metodica::coordination
