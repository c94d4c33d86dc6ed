#pragma once

#include <string_view>
#include <vector>

#include "documents/labels.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

/// Reads the table of sheets: a heading line, then code,page,columns,rows and seven lengths in mm,
/// separated by commas. Errors: METODICA_DEFECT "documents.label_sheet".
Result<std::vector<LabelSheet>> parse_label_sheets(std::string_view csv);

/// Whether the labels lie on the page and beside each other; half a millimetre is let pass, because
/// published lengths are rounded. Errors, METODICA_INVALID, at the field of LabelSheet that is to
/// be changed: documents.sheet_page {text}, documents.sheet_number (a count below 1, a label below
/// 5 mm, a length below 0), documents.sheet_corner, documents.sheet_overlap {pitch}{label},
/// documents.sheet_wide {needed}{page}, documents.sheet_high {needed}{page}; lengths in mm.
Result<void> check_sheet(const LabelSheet& sheet);

/// Width and height in mm of "A4" or "Letter"; zero for others.
struct SheetSize {
  double width = 0;
  double height = 0;
};
SheetSize sheet_size(std::string_view page);

}  // namespace metodica::documents
