/// What captions tell about a correct notation: unknown languages and places, classes that are no
/// longer in use, numbers deeper than the pack knows (checks 6, 7, 13 and 14 of the domain note on
/// classification, 9).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bibliography/udc_captions.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// One remark. Ids, all with {text} the element and {position} its 1-based character:
///   udc.unknown_language, udc.unknown_place   not in the tables down to the second digit
///   udc.outdated    {replaced_by}             an older edition of the tables
///   udc.deeper      {known}                   for information: the narrowest class known
struct UdcRemark {
  Problem problem;
  bool information = false;  ///< nothing to put right
  std::string repair;        ///< the notation with the class that took over, "" when none
};

/// Remarks in reading order. `notation` is normalised.
[[nodiscard]] std::vector<UdcRemark> udc_remarks(std::string_view notation,
                                                 const UdcCaptions& captions);

}  // namespace metodica
