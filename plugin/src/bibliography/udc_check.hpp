/// The grammar of UDC notations as a check; Udc::parse words its findings.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "bibliography/udc_elements.hpp"

namespace metodica {

/// Where the reading failed: the id of a message (see udc.hpp) and the byte of the notation.
struct UdcFault {
  std::string_view id;
  std::size_t byte;
};

/// The first offence against the grammar of the domain note on classification, 1.2. `notation` is
/// normalised and not empty, `elements` come from udc_elements(notation).
[[nodiscard]] std::optional<UdcFault> first_udc_fault(std::string_view notation,
                                                      const std::vector<UdcElement>& elements);

}  // namespace metodica
