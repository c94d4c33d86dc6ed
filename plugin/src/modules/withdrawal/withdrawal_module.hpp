/// Withdrawal: taking worn, lost and missing copies out of the records.
#pragma once

#include <memory>

#include "app/module.hpp"

namespace metodica {

std::unique_ptr<Module> make_withdrawal_module();

}  // namespace metodica
