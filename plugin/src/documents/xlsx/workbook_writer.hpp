/// Writes a Workbook as the bytes of an XLSX file (ECMA-376). Memory stays flat: rows go to a
/// temporary file as they come. Errors: METODICA_INVALID "documents.no_columns",
/// "documents.not_utf8", "documents.cell_kind" {row, column}, "documents.too_many_rows" {count};
/// METODICA_DEFECT "documents.workbook" {text}.
#pragma once

#include <string>

#include "documents/workbook.hpp"
#include "metodica/result.hpp"

namespace metodica::documents {

Result<std::string> write_workbook(const Workbook& workbook);

}  // namespace metodica::documents
