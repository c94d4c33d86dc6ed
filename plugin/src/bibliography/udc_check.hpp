/// The grammar of UDC notations as a check; Udc::parse words its findings.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "bibliography/udc_elements.hpp"

namespace metodica {

/// Where the reading failed: the id of a message (see udc.hpp) and the byte of the notation.
struct UdcFault {
  std::string_view id;
  std::size_t byte;
};

/// Offences against the grammar of the domain note on classification, 1.2, in reading order, at
/// most `most` of them and at most one for each element. `notation` is normalised and not empty,
/// `elements` come from udc_elements(notation).
[[nodiscard]] std::vector<UdcFault> udc_faults(std::string_view notation,
                                               const std::vector<UdcElement>& elements,
                                               std::size_t most = 1);

}  // namespace metodica
