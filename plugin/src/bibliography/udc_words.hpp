/// A UDC notation said in words, from captions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bibliography/udc_captions.hpp"
#include "bibliography/udc_elements.hpp"
#include "text/messages.hpp"

namespace metodica {

/// One element of the notation and what it means.
struct UdcMeaning {
  UdcPart part = UdcPart::unknown;
  std::string text;    ///< "821.135.1"
  std::string words;   ///< "Literatură română"; "" when no caption is known
  std::string within;  ///< the narrower known class that the words belong to, "" when exact
};

struct UdcExplanation {
  std::vector<UdcMeaning> meanings;  ///< in reading order, connecting signs too
  std::string sentence;              ///< the whole in one line
};

/// Explains any normalised notation in the language of `say`, with `captions`. What is not known is
/// said by its notation. Never fails; linear in the length; without recursion.
[[nodiscard]] UdcExplanation explain_udc(std::string_view notation, const UdcCaptions& captions,
                                         const Messages& say);

/// "secolul al XX-lea" for `"19"`, "1918–1940" for `"1918/1940"`; the inside of the quotes where it
/// is no plain period.
[[nodiscard]] std::string udc_period(std::string_view time, const Messages& say);

}  // namespace metodica
