/// From a full UDC number to the shortened one on the label (domain note on classification, 1.4).
/// The rules are data of the library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bibliography/udc_elements.hpp"

namespace metodica {

/// Main numbers under `prefix` keep at most `digits` digits; the longest prefix wins, "" is for
/// all.
struct UdcDepth {
  std::string prefix;
  std::size_t digits = 0;
};

/// The main number `from`, and everything under it, becomes `to`: 821.135.1 to 821RO.
struct UdcReplacement {
  std::string from;
  std::string to;
};

struct ShelfUdcRules {
  std::vector<UdcDepth> depths;
  std::vector<UdcReplacement> replacements;     ///< the longest `from` that matches wins
  std::vector<UdcPart> kept{UdcPart::special};  ///< auxiliaries that stay on the label
};

/// The first member of `notation` (what stands before + : ::) shortened by the rules, with the kept
/// auxiliaries in their order: "821RO-31" for "821.135.1-31:82.09" with 821.135.1 to 821RO. A range
/// that is cut to fewer digits keeps its start only. Auxiliaries in front of the main number stay.
/// "" for an empty notation; a notation without a main number comes back normalised.
[[nodiscard]] std::string shorten_udc(std::string_view notation, const ShelfUdcRules& rules);

/// Digits written as a UDC number, a dot after every third: "821.135.1" for "8211351".
[[nodiscard]] std::string dotted_digits(std::string_view digits);

}  // namespace metodica
