/// The fill of bays as a picture: one bay a column of shelves, each shelf a bar.
#pragma once

#include <string>
#include <vector>

#include "modules/processing/shelves_store.hpp"
#include "text/messages.hpp"

namespace metodica::processing {

struct BayFill {
  std::string name;
  std::vector<FilledBoard> boards;  ///< from top to bottom
};

/// A filled part is drawn as books; a shelf above `working` (75 %, where re-shelving begins to
/// hurt) is hatched, one over its length crossed, and each says its percent. "" without shelves.
std::string capacity_picture(const Messages& say, const std::vector<BayFill>& bays);

}  // namespace metodica::processing
