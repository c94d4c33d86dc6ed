#pragma once

#include <string_view>
#include <vector>

#include "documents/labels.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

/// Reads the table of sheets: a heading line, then code,page,columns,rows and seven lengths in mm,
/// separated by commas. Errors: METODICA_DEFECT "documents.label_sheet".
Result<std::vector<LabelSheet>> parse_label_sheets(std::string_view csv);

/// Whether the labels lie on the page and beside each other.
bool is_sound(const LabelSheet& sheet);

/// Width and height in mm of "A4" or "Letter"; zero for others.
struct SheetSize {
  double width = 0;
  double height = 0;
};
SheetSize sheet_size(std::string_view page);

}  // namespace metodica::documents
