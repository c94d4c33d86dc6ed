#pragma once

#include <string>

#include "documents/flow_document.hpp"
#include "documents/typesetter.hpp"
#include "text/messages.hpp"

namespace metodica::documents {

/// See Documents::flow_pdf.
Result<std::string> print_flow(const FlowPaper& paper, const Messages& words,
                               Typesetter& typesetter);

}  // namespace metodica::documents
