/// Text inside XML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace metodica {

/// Appends `text` so that it can stand in an element or between double quotes: & < > " become
/// entities, control characters, which XML 1.0 does not allow, are left out.
void append_escaped(std::string& out, std::string_view text);

}  // namespace metodica
