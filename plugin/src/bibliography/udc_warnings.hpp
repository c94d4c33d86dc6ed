/// What is unusual in a UDC notation, but accepted.
#pragma once

#include <string_view>
#include <vector>

#include "bibliography/udc_check.hpp"

namespace metodica {

/// Warnings in reading order by kind, see Udc::warnings() for the ids. Arguments as for
/// udc_faults().
[[nodiscard]] std::vector<UdcFault> udc_warnings(std::string_view notation,
                                                 const std::vector<UdcElement>& elements);

/// Place of an auxiliary in the standard citation order (domain note on classification, 1.1), from
/// 1; 0 for what takes no part in it.
[[nodiscard]] int udc_citation_rank(UdcPart part);

}  // namespace metodica
