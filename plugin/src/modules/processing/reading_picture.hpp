/// The shelf as a picture: spines in the order of the scans, those to move lifted and numbered, and
/// the gap each goes to. SVG text of the elements that every host draws (see svg_check.hpp).
#pragma once

#include <string>
#include <vector>

#include "modules/processing/reading_rules.hpp"
#include "text/messages.hpp"

namespace metodica::processing {

/// Drawn are at most 240 spines, those near moves first when there are more. A space with a number
/// stands for books left out. Never by colour alone: books to move are lifted, hatched by a frame
/// and carry their number. "" without scans.
std::string shelf_picture(const Messages& say, const std::vector<Scan>& scans, const ReadRun& run);

}  // namespace metodica::processing
