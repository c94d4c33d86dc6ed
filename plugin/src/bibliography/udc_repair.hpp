/// Suggested repairs of UDC notations: edits that a person may accept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bibliography/udc_check.hpp"

namespace metodica {

/// `size` bytes from `byte` on become `text`.
struct UdcEdit {
  std::size_t byte = 0;
  std::size_t size = 0;
  std::string text;

  [[nodiscard]] std::string applied_to(std::string_view notation) const;
};

/// What would put one fault or warning right; nothing when it cannot be guessed (class 4, a name
/// without a number). Arguments as for udc_faults().
[[nodiscard]] std::optional<UdcEdit> udc_edit(std::string_view notation,
                                              const std::vector<UdcElement>& elements,
                                              const UdcFault& fault);

/// The notation after as many edits as its faults need, at most 50; "" when that does not make it
/// correct. A correct notation comes back as it is.
[[nodiscard]] std::string udc_repaired(std::string_view notation);

}  // namespace metodica
