/// A flowing paper as a flat OpenDocument text (ODF 1.3, part 3: one XML file, ".fodt"), so that
/// the methodologist can go on writing in it.
#pragma once

#include <string>
#include <string_view>

#include "documents/flow_document.hpp"

namespace metodica::coordination {

inline constexpr const char* flat_odt_type = "application/vnd.oasis.opendocument.text-flat-xml";

/// Headings, paragraphs, keys with values, tables (headings repeat) and drawings (as SVG inside the
/// file, with their alternative); places for signatures become lines. Texts must be UTF-8.
/// `lang` "ro", "en" or "hu".
[[nodiscard]] std::string flat_odt(const FlowPaper& paper, std::string_view lang);

}  // namespace metodica::coordination
