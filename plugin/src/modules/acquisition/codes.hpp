/// Codes of the small lists of this subject, as in the tables and in the arguments of actions.
#pragma once

#include <string_view>

#include "modules/acquisition/act.hpp"

namespace metodica::acquisition {

std::string_view code_of(PriceKind kind);  ///< "unit_net", "line_net", "unit_value"
std::string_view code_of(Charge charge);   ///< "none", "by_value", "by_copy", "kept_out"
std::string_view code_of(ActState state);  ///< "draft", "signed", "cancelled"

/// The meaning of a code that a form or a table has checked; throws std::logic_error on any other.
PriceKind price_kind_of(std::string_view code);
Charge charge_of(std::string_view code);
ActState act_state_of(std::string_view code);

}  // namespace metodica::acquisition
