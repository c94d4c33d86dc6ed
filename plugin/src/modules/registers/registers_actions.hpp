/// The register actions for programs (replies of kind data).
#pragma once

#include "app/action.hpp"
#include "modules/registers/api.hpp"

namespace metodica::registers {

void add_data_actions(ActionList& actions);

/// One slice of the check: progress with the arguments of the next one, or data when all is done.
Result<Reply> verify_slice(Call& call, const Values& in);

/// Correction of a registered lot: one exit of all its copies with cause "eroare de înregistrare"
/// that names the original; the right row is then registered as a new entry (domain note 2.9).
Result<Registered> correct_lot(Call& call, std::int64_t year, std::int64_t number,
                               Date registered_on, const Act& act, const std::string& reason);

}  // namespace metodica::registers
