/// The figures of a submission as they are kept: {"stock_end":{"kind":"number","e4":12500000}}.
#pragma once

#include <string>

#include "json/json.hpp"
#include "modules/coordination/statistics/figure.hpp"

namespace metodica::coordination {

[[nodiscard]] Json figures_json(const Figures& figures);
/// Figures that cannot be read are left out.
[[nodiscard]] Figures figures_from(const Json& json);

}  // namespace metodica::coordination
