#pragma once

#include <string>

#include "documents/labels.hpp"
#include "documents/typesetter.hpp"
#include "metodica/result.hpp"
#include "text/messages.hpp"

namespace metodica::documents {

/// See Documents::labels_pdf.
Result<std::string> print_labels(const LabelPaper& paper, const Messages& words,
                                 Typesetter& typesetter);

/// See Documents::labels_picture.
Result<LabelPicture> picture_labels(const LabelPaper& paper, const Messages& words,
                                    Typesetter& typesetter);

}  // namespace metodica::documents
