/// Everything that is printed must be UTF-8: Pango and Cairo do not say which word was wrong.
#pragma once

#include "documents/flow_document.hpp"
#include "documents/labels.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

/// Errors of all: METODICA_INVALID "documents.not_utf8". Rows of a register are checked as they
/// come.
Result<void> check_words(const RegisterPaper& paper);
Result<void> check_words(const FlowPaper& paper);
Result<void> check_words(const LabelPaper& paper);

}  // namespace metodica::documents
