/// Figures that the library's own records give: registers, loans of its system, daily notebook,
/// last year's return.
#pragma once

#include <vector>

#include "app/call.hpp"
#include "modules/coordination/statistics/return_store.hpp"
#include "modules/coordination/statistics/return_work.hpp"

namespace metodica::coordination {

/// Stock and movement of the year by the movement register (RMF); empty when it does not say.
Figures register_figures(UnitOfWork& work, std::int64_t year);

/// Everything that can be filled in without a person, each cell with its origin and source.
/// Registers, notebook and loans only for the caller's own unit. A host that does not answer is
/// left out.
std::vector<ReturnCell> figures_from_records(Call& call, const ReturnWork& work);

}  // namespace metodica::coordination
