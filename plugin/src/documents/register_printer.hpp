#pragma once

#include <string>

#include "documents/register_table.hpp"
#include "documents/typesetter.hpp"
#include "text/messages.hpp"

namespace metodica::documents {

/// See Documents::register_pdf.
Result<std::string> print_register(const RegisterPaper& paper, const Messages& words,
                                   Typesetter& typesetter);

}  // namespace metodica::documents
