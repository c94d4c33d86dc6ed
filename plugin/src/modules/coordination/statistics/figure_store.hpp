/// What other parts may ask of the statistics: the figures of libraries and years. Each function
/// reads what the caller may read: at the county all its libraries, at a node its own.
///
/// Best known figures: those of the return as it stands; of a return that was reopened after it had
/// been accepted, the accepted version until the next one is accepted. When the county has typed
/// figures for a unit whose library also sends its own, the library's own count.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "modules/coordination/statistics/figure.hpp"
#include "modules/coordination/statistics/return_state.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// One unit in one year.
struct UnitFigures {
  std::int64_t siruta = 0;  ///< the unit, as in the county's directory
  std::int64_t year = 0;
  std::string library;  ///< our code of the library whose rows these are
  ReturnState state = ReturnState::empty;
  Figures figures;
};

/// The figures of one unit and year; empty when there are none.
Figures figures_of(UnitOfWork& work, std::int64_t siruta, std::int64_t year);

/// All units that have a return for the year, by SIRUTA code. A unit of the directory without a
/// return is absent here.
std::vector<UnitFigures> county_figures(UnitOfWork& work, std::int64_t year);

/// The same for years from `first` to `last`, both included, by unit and year; only figures of
/// `codes`, all when it is empty. One statement for all of it: meant for trends over ten years.
std::vector<UnitFigures> county_figures(UnitOfWork& work, std::int64_t first, std::int64_t last,
                                        const std::vector<std::string>& codes);

/// The years for which there is any return, oldest first.
std::vector<std::int64_t> figure_years(UnitOfWork& work);

/// The unit whose library the caller's own is: the setting institution.siruta; 0 when not set.
std::int64_t own_siruta(UnitOfWork& work);

}  // namespace metodica::coordination
